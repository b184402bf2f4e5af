import { aggregateFigure } from '../aggregate';
import { summariseHours, type HourSummary } from '../hours';
import type { Figure, HourRecord, RetroEvent } from '../types';

/** One slot of one day, all tables of it together. */
export interface HourRow {
  /** natural key: date, hour and length */
  readonly key: string;
  readonly date?: string;
  readonly hour: number;
  readonly hours: number;
  readonly volume: Figure;
  readonly received: Figure;
  /** 秒, weighted */
  readonly response: Figure;
  readonly agents: Figure;
  readonly unanswered: Figure;
  /** the same hour of an ordinary day: volume per day, response weighted */
  readonly ordinaryVolume: Figure;
  readonly ordinaryResponse: Figure;
  readonly note: string;
}

/** The two hours in a row with the largest volume on one day. */
export interface PeakWindow {
  readonly date?: string;
  readonly from: number;
  readonly to: number;
  readonly volume: number;
  readonly response: Figure;
}

export interface HourAnalysis {
  readonly summary: HourSummary;
  readonly rows: readonly HourRow[];
  readonly window: PeakWindow | undefined;
  /** days before or after the event that serve as ordinary ones */
  readonly ordinaryDays: number;
  readonly origin: { readonly file: string; readonly line: number };
}

const missing: Figure = { kind: 'missing' };

/**
 * Hours of the event day by day (R16). Days outside the event are ordinary days to compare with; when no day lies within
 * the event, its dates are not those of the data and every day counts as an event day.
 */
export function analyseHours(records: readonly HourRecord[], event: RetroEvent): HourAnalysis | undefined {
  if (records.length === 0) return undefined;
  const within = ({ date }: HourRecord): boolean => date === undefined || ((event.start === undefined || date >= event.start) && (event.end === undefined || date <= event.end));
  const inside = records.filter(within);
  const ofEvent = inside.length > 0 ? inside : records;
  const ordinary = inside.length > 0 ? records.filter((record) => !within(record)) : [];
  const summary = summariseHours(ofEvent);
  const { volumeKey } = summary;
  const groups = new Map<string, HourRecord[]>();
  for (const record of ofEvent) {
    const key = [record.date ?? '', record.hour, record.hours].join('|');
    groups.set(key, [...(groups.get(key) ?? []), record]);
  }
  const rows = [...groups].map(([key, slot]): HourRow => {
    const [first] = slot;
    const figure = (metric: string): Figure => orMissing(slot, metric);
    const same = ordinary.filter((record) => record.hour === first?.hour && record.hours === first.hours);
    return {
      key, ...(first?.date !== undefined && { date: first.date }), hour: first?.hour ?? 0, hours: first?.hours ?? 1, volume: figure(volumeKey), received: figure('received_users'), response: figure('avg_resp'),
      agents: figure('agents_on_duty'), unanswered: figure('no_reply'), ordinaryVolume: perDay(same, volumeKey), ordinaryResponse: orMissing(same, 'avg_resp'),
      note: [...new Set(slot.map((record) => record.note).filter((note) => note !== ''))].join('；'),
    };
  });
  rows.sort((a, b) => (a.date ?? '').localeCompare(b.date ?? '') || a.hour - b.hour);
  const { peak } = summary;
  const peakRecord = ofEvent.find((record) => peak !== undefined && record.date === peak.date && record.hour === peak.hour && numberOf(record.figures[volumeKey]) === peak.volume) ?? ofEvent[0];
  return {
    summary, rows, window: windowOf(rows, ofEvent, volumeKey), ordinaryDays: new Set(ordinary.map((record) => record.date)).size,
    origin: { file: peakRecord?.file ?? '', line: peakRecord?.line ?? 0 },
  };
}

/** A column that none of the rows has is 缺, not pending. */
function orMissing(rows: readonly HourRecord[], key: string): Figure {
  return rows.some((row) => row.figures[key] !== undefined && row.figures[key].kind !== 'missing') ? aggregateFigure(rows, key).figure : missing;
}

function perDay(rows: readonly HourRecord[], key: string): Figure {
  const figure = orMissing(rows, key);
  const days = new Set(rows.map((row) => row.date)).size;
  return figure.kind === 'number' && days > 0 ? { kind: 'number', value: figure.value / days } : missing;
}

function windowOf(rows: readonly HourRow[], records: readonly HourRecord[], volumeKey: string): PeakWindow | undefined {
  let best: PeakWindow | undefined;
  for (const [index, row] of rows.entries()) {
    const next = rows[index + 1];
    if (next === undefined || next.date !== row.date || row.hours !== 1 || next.hours !== 1 || next.hour !== row.hour + 1) continue;
    const pair = records.filter((record) => record.date === row.date && (record.hour === row.hour || record.hour === next.hour) && record.hours === 1);
    const volume = aggregateFigure(pair, volumeKey).figure;
    if (volume.kind !== 'number' || (best !== undefined && volume.value <= best.volume)) continue;
    best = { ...(row.date !== undefined && { date: row.date }), from: row.hour, to: row.hour + 2, volume: volume.value, response: orMissing(pair, 'avg_resp') };
  }
  return best;
}

const numberOf = (figure: Figure | undefined): number | undefined => (figure?.kind === 'number' ? figure.value : undefined);

/** `2025-11-01 11:00–12:00`; without date only the hours. */
export function slotText(slot: { readonly date?: string; readonly hour: number; readonly hours: number }): string {
  const clock = (hour: number): string => `${String(hour).padStart(2, '0')}:00`;
  return `${slot.date === undefined ? '' : `${slot.date} `}${clock(slot.hour)}–${clock(slot.hour + slot.hours)}`;
}
