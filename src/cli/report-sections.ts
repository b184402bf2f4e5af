import type { Language } from '../i18n';
import type { Analyses, InquiryAnalysis } from '../retro/analyses';
import { sumOfItems } from '../retro/analyses/items';
import { questionName } from '../retro/inquiries';
import { refundShareOf, silentPatternOf, topItems, type ItemSummary } from '../retro/items';
import { refundGroupNames } from '../retro/taxonomy/refund-groups';
import type { Figure } from '../retro/types';

/** Rows of a list in the report. */
const LIST = 20;

/** Sections of the report for the analyses (DESIGN, command contract): absent where nothing was pasted. Numbers are unrounded; 缺 and 待出数 are null. */
export function analysisSections(analyses: Analyses, language: Language): Record<string, unknown> {
  const lang = language === 'zh-CN' ? 'zh' : 'en';
  const { hours, refunds, inquiries, inquiryLog, items, silent, orders, reviews } = analyses;
  return {
    ...(refunds && {
      refunds: {
        count: refunds.summary.count, amount: refunds.summary.amount, freight: refunds.summary.freight, pending: refunds.summary.open, closed: refunds.summary.closed,
        byGroup: refunds.summary.byGroup.map(({ group, count, amount, share }) => ({ group: refundGroupNames[group][lang], count, amount, share })),
        byReason: refunds.summary.byReason.slice(0, LIST).map(({ reason, group, count, amount }) => ({ reason, group: refundGroupNames[group][lang], count, amount })),
        byItem: refunds.lines.slice(0, LIST).map(({ item, reason, group, count, amount }) => ({ item, reason, group: refundGroupNames[group][lang], count, amount })),
      },
    }),
    ...(inquiries && { inquiries: { ...inquirySection(inquiries), ...(inquiryLog && { log: inquirySection(inquiryLog) }) } }),
    ...(hours && {
      hourly: {
        peakHour: hours.summary.peak?.hour ?? null, peakVolume: hours.summary.peak?.volume ?? null, peakDate: hours.summary.peak?.date ?? null,
        volume: numberOf(hours.summary.volume), response: numberOf(hours.summary.response), ordinaryDays: hours.ordinaryDays,
        window: hours.window ? { ...hours.window, response: numberOf(hours.window.response) } : null,
        slots: hours.rows.map((row) => ({ date: row.date ?? null, hour: row.hour, hours: row.hours, volume: numberOf(row.volume), response: numberOf(row.response), agents: numberOf(row.agents), ordinaryVolume: numberOf(row.ordinaryVolume), ordinaryResponse: numberOf(row.ordinaryResponse) })),
      },
    }),
    ...(silent && {
      silent: {
        share: numberOf(silent.summary.share), conversion: numberOf(silent.summary.conversion), sales: numberOf(sumOfItems(silent.summary.items, 'silent_sales')), shopSales: numberOf(sumOfItems(silent.summary.items, 'sales_amount')),
        items: silent.items.slice(0, LIST).map((item) => ({ item: item.item, sales: numberOf(item.figures.silent_sales), share: numberOf(item.figures.silent_share), conversion: numberOf(item.figures.silent_conv), pattern: silentPatternOf(item) })),
      },
    }),
    ...(items && {
      items: {
        count: items.items.length, withSales: items.items.filter((item) => item.figures.sales_amount?.kind === 'number').length,
        sales: numberOf(sumOfItems(items.items, 'sales_amount')), units: numberOf(sumOfItems(items.items, 'paid_items')), refunds: numberOf(sumOfItems(items.items, 'refund_amount')),
        topBySales: topItems(items.items, 'sales_amount').map(itemLine), topByUnits: topItems(items.items, 'paid_items').map(itemLine),
      },
    }),
    ...(orders && {
      orders: { paid: orders.paid, closed: orders.closed, open: orders.open, refunded: orders.refunded, quantity: orders.quantity, byDay: orders.byDay, byHour: orders.byHour },
    }),
    ...(reviews && {
      reviews: {
        total: reviews.total, good: reviews.good, neutral: reviews.neutral, bad: reviews.bad, badRate: reviews.badRate ?? null, badRateWritten: reviews.badRateWritten ?? null,
        keywords: reviews.keywords, aboutService: reviews.aboutService.slice(0, LIST).map(({ item, mood, text }) => ({ item, mood, text })),
      },
    }),
  };

  function inquirySection(asked: InquiryAnalysis): Record<string, unknown> {
    return {
      from: asked.from, total: asked.total, bot: asked.bot, botShare: asked.total > 0 ? asked.bot / asked.total : null, unanswered: asked.unanswered, greetings: asked.greetings,
      top: asked.top.slice(0, 10).map((row) => ({
        category: questionName(row, asked.from, lang), count: row.count, share: row.share, lastShare: numberOf(row.lastShare), shareChange: numberOf(row.shareChange), bot: row.bot, handler: row.handler,
      })),
    };
  }
}

const itemLine = (item: ItemSummary): Record<string, unknown> => ({ item: item.item, sales: numberOf(item.figures.sales_amount), units: numberOf(item.figures.paid_items), refundShare: numberOf(refundShareOf(item)) });

const numberOf = (figure: Figure | undefined): number | null => (figure?.kind === 'number' ? figure.value : null);
