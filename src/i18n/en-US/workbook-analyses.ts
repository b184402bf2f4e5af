import type { Messages } from '../index';

export const analyses: Messages['workbook']['analyses'] = {
  restMark: '—',
  rest: (count: number) => `${count} others`,
  notPasted: 'Not pasted',
  toChart: 'To the chart →',
  toWrite: 'Figures are in, notes to write',
  written: { before: '', after: ' notes written' },
  hints: {
    hour: 'Paste volume and response by hour to get this sheet.', item: 'Paste sales by product to get this sheet.', refund: 'Paste the refund list to get this sheet.', inquiry: 'Paste the consultation log or a table of top questions to get this sheet.', silent: 'Paste silent orders by product to get this sheet.', review: 'Paste product reviews to get this sheet.', department: 'Paste refunds, questions, products or silent orders to get this sheet.',
  },
  hourStates: { both: 'Peak, slow', peak: 'Peak', slow: 'Slow' },
  itemStates: { both: 'Top 3 in both', sales: 'Top 3 sales', units: 'Top 3 units', refunds: 'Many' },
  refundState: 'Top 3',
  rules: {
    headers: { lstRuleCategory: 'Question category', lstRuleWords: 'Keywords', lstRuleExcluded: 'Excluded words', lstRuleHandler: 'Answered by' },
    note: 'Rules for questions: separate keywords by “、”; * is a few characters, # a number, (a|b) either; the first rule that fits counts, unless an excluded word occurs. Changes hold from the next log you paste.',
  },
  handlers: { bot: 'Bot', human: 'Human', mixed: 'Bot + human' },
  trends: { new: 'New', gone: 'Gone', up: 'Up', down: 'Down', same: 'Same' },
  training: 'To train',
  silentStates: { self: 'Sells by itself', needs: 'Needs a chat' },
  noReason: 'No reason given',
  summed: 'Sum of a large file',
  refundBlocks: {
    groups: 'By cause group', reasons: 'Top 10 reasons', items: 'Top 10 products', place: 'Place', total: 'Total',
    columns: ['Count', 'Amount', 'Share', 'Last year', 'YoY', 'Place last year', 'Trend', 'Period before', 'PoP'],
  },
  periods: {
    span: (from: string, to: string, days: number) => `${from} to ${to} (${days} days)`,
    now: (span: string) => `This event ${span}`, lastYear: (span: string) => `last year ${span}`, previous: (span: string) => `period before ${span}`,
    noLastYear: 'Nothing of last year: paste last year’s rows together with this year’s, or fill the columns of last year', other: (count: number) => `${count} rows of other days are not counted`, separator: '; ',
  },
  findings: {
    hour: 'Peak #, # inquiries', hourResponse: '; response # s, # times the whole', item: 'Most sales: #, #', itemUnits: '; most units: #', refund: 'Most refunds: #, ¥#, #; first reason: #', inquiry: 'Asked most: #, #', rise: '; rose most: #, +# pts',
    silent: '# of sales without a chat; ', silentTop: 'highest: #, #', review: 'Praised most: #, # reviews', reviewBad: 'complaints cluster at: #, # reviews', and: '; ',
  },
  topTitles: { place: 'Place' },
  hourFacts: {
    title: 'In short', volume: 'Inquiries in all', response: 'Average response', peak: 'Peak hour', peakVolume: 'Inquiries in it', pair: 'Busiest two hours, from', pairVolume: 'Inquiries in them', pairResponse: 'Response in them', slowest: 'Slowest hour', swing: 'Swing of response', swingText: '# s → # s', times: 'Times an ordinary day', slower: 'Slower than ordinary by up to',
    noOrdinary: 'No ordinary day to compare with: paste hours of days before the event together with those of the event, or fill the two columns.',
  },
  itemBlocks: {
    tiers: ['By tier', 'Sales', 'Share', 'Units', 'Products', 'Refunds'], noTier: 'No tier',
    bySales: ['Top 5 by sales', 'Sales', 'Share'], byUnits: ['Top 5 by units', 'Units', 'Unit price'], byConsult: ['Top 5 by inquiries', 'Inquiries', 'CVR'], byRefunds: ['Top 5 by refunds', 'Refunds', 'Amount'],
    none: ['No sales', 'No units', 'None yet: fill the column', 'No refunds'],
  },
  inquiryFacts: {
    title: 'In short', total: 'Questions in all', bot: 'Taken by the bot', couldBot: 'For the bot alone', mixed: 'For bot and people', human: 'For people alone', training: 'Categories to train', trend: (trend: string) => `Categories: ${trend.toLowerCase()}`,
    noLastYear: 'No last year to compare with: paste last year’s log together with this year’s, or fill the share of last year.',
  },
  reviewKinds: { good: 'Praised', theme: 'Complaints about', item: 'Complaints by product' },
  reviewFacts: { title: 'In short', total: 'Reviews', good: 'Good', neutral: 'Neutral', bad: 'Bad', badRate: 'Bad rate', service: 'Unhappy about service' },
  silentFacts: {
    title: 'In short', share: 'Silent share of sales', conversion: 'Silent conversion', self: 'Products that sell by themselves', needs: 'Products that need a chat', top: 'Top 5 by silent share', none: 'No silent share', shareHead: 'Silent share', conversionHead: 'Conversion',
    probeSelf: 'What in product, page or offer makes people buy without asking? Where else could it help?', probeNeeds: 'Which information does the page lack, so that people have to ask?',
  },
  charts: {
    review: { title: 'Words of good reviews: reviews that have them', count: 'Reviews' },
    hour: { title: 'Volume (columns, left) and average response (line, right, seconds) by hour', volume: 'Volume', response: 'Average response (right)' },
    item: { title: 'Best sellers: sales (columns, left) and units (line, right)', sales: 'Sales', units: 'Units (right)' },
    refund: { title: 'Refunds by cause group: amount (columns, left) and count (line, right)', amount: 'Refund amount', count: 'Refund count (right)' },
    inquiry: { title: 'Top 10 questions: share this year and last year', share: 'This year', lastShare: 'Last year', only: 'Top 10 questions: share of each' },
    silent: { title: 'Silent sales (columns, left) and silent share (line, right)', sales: 'Silent sales', share: 'Silent share (right)' },
  },
};
