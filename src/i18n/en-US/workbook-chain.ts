import { decimal, integer, money, percent, signed } from '../numbers';
import type { Messages } from '../index';

export const chain: Messages['workbook']['chain'] = {
  fact: (fact, id, name) => {
    const at = id === '' ? '' : `${id} `;
    switch (fact.code) {
      case 'refund-line': return `${at}${fact.item} | ${fact.reason}: ¥${money(fact.amount)}, ${percent(fact.share)} of refunds (among the largest)`;
      case 'refund-growth': return `${at}${fact.what === 'reason' ? 'Reason' : 'Product'} ${fact.name}: ¥${money(fact.amount)}, ${fact.against === 'lastYear' ? 'last year' : 'the period before'} ¥${money(fact.before)}, ¥${money(fact.amount - fact.before)} more (among the fastest growing)`;
      case 'refund-group': return `${name}: ${integer(fact.count)} refunds, ¥${money(fact.amount)}, ${percent(fact.share)} of refunds`;
      case 'slow-hour': return `${at}${fact.slot}: response ${decimal(fact.response, 1)} s, ${decimal(fact.times, 2)} times the whole${fact.volume === null ? '' : `, volume ${integer(fact.volume)}`}`;
      case 'busy-hour': return `${at}Busiest ${fact.slot}: volume ${integer(fact.volume)}${fact.response === null ? '' : `, response ${decimal(fact.response, 1)} s`}`;
      case 'low-conversion': return `${at}${fact.item}: ${integer(fact.inquiries)} inquiries, pay CVR ${percent(fact.conversion)}, below ${percent(fact.overall)} of these products`;
      case 'high-conversion': return `${at}${fact.item}: ${integer(fact.inquiries)} inquiries, pay CVR ${percent(fact.conversion)}, above ${percent(fact.overall)} of these products`;
      case 'top-item': return `${at}${fact.item}: sales ¥${money(fact.sales)}, ${percent(fact.share)} of all`;
      case 'refunded-item': return `${at}${fact.item}: refunds ${percent(fact.share)} of its sales, ${percent(fact.overall)} for all products`;
      case 'silent-low': return `${at}${fact.item}: ${integer(fact.visitors)} visitors, silent conversion ${percent(fact.conversion)}, ${percent(fact.overall)} for all`;
      case 'silent-self': return `${at}${fact.item}: sells by itself, silent share ${percent(fact.share)}${fact.conversion === null ? '' : `, silent conversion ${percent(fact.conversion)}`}`;
      case 'silent-needs': return `${at}${fact.item}: needs a chat, silent share ${percent(fact.share)}${fact.conversion === null ? '' : `, silent conversion ${percent(fact.conversion)}`}`;
      case 'question': return `${at}${fact.label === '' ? name : fact.label}: ${integer(fact.count)} times, ${percent(fact.share)} of questions${fact.change === null ? '' : `, ${signed(fact.change * 100, 1)} percentage points on last year`}`;
      case 'bad-reviews': return `Poor reviews gather at ${fact.item}: ${fact.count} of ${fact.of}`;
      case 'service-reviews': return `Poor reviews that speak of the service: ${fact.count} of ${fact.of}`;
      case 'negative-cases': return `Warning cases ${fact.ids.join(', ')}`;
      case 'change': return `Against ${{ lastYear: 'last year', lastPromo: 'the last promo', previous: 'the previous period' }[fact.against]}: ${fact.points ? `${signed(fact.change * 100, 2)} percentage points` : `${signed(fact.change * 100, 1)}%`}`;
    }
  },
  departments: { operations: 'Operations', products: 'Products', warehouse: 'Warehouse and delivery' },
  topics: { refunds: 'Refund reasons', questions: 'Top questions', 'silent-self': 'Products that sell by themselves', 'silent-needs': 'Products that need a chat', hot: 'Best sellers', 'refunded-items': 'Products with many refunds' },
  go: 'Go to →',
  evidence: { none: 'No evidence', unknown: 'No such ID', given: 'Given', words: 'No ID' },
  cause: { none: 'No cause yet', given: 'Cause given' },
  causeMissing: { complete: 'Complete', prefix: 'Missing: ', separator: ', ' },
  cases: {
    few: { before: 'Only ', after: ' cases; 5–10 are advised. ' },
    many: { before: '', after: ' cases are too many for one meeting; 5–10 are advised. ' },
    noNegative: 'No warning case yet. ',
    noPositive: 'No model case yet.',
  },
  map: {
    title: 'Map of the service retro', data: 'Data', operations: 'Operations', purposes: 'What it is for',
    result: 'Result figures', process: 'Process figures', hours: 'Response by hour', categories: 'Question categories',
    purpose: { item: 'Sales of best sellers', refund: 'Kinds of refunds', inquiry: 'What buyers ask', silent: 'Silent orders' },
    reached: '# judged · # reached · # missed', area: '#/# reviewed · # with problems', rows: '# rows of data · # notes written', notPasted: 'No data yet',
  },
  headline: { title: 'Headline figures', actual: 'Actual', state: 'State', yoy: 'YoY', none: 'No data', unsettled: 'Unsettled' },
  previous: 'Previous period is',
  lacking: {
    target: '# targets not quantified', actual: '# without an actual', cause: '# missed without a cause', satisfied: '# not judged yet', node: '# without a result', causes: '# incomplete', cases: '# incomplete', few: 'Only #; 5–10 are advised', many: '#; 5–10 are advised', oneSided: 'One side is missing',
    evidence: '# without evidence', action: '# to complete or overdue', department: '# without a request',
  },
  meter: 'Completeness',
  gaps: { title: 'Gaps in the chain of evidence', checked: 'The first two IDs of a cell are checked', missed: 'Missed, no cause', lesson: 'Lessons without evidence', unknown: 'Unknown evidence ID', action: 'Actions without source' },
};
