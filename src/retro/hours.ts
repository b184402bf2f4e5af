import { aggregateFigure } from './aggregate';
import type { Figure, HourRecord } from './types';

/** Which count an hourly table measures its volume by: the first of these that has numbers. */
const volumeKeys = ['consult_users', 'consult_sessions', 'received_users', 'received_sessions'] as const;

export interface HourPeak {
  readonly date?: string;
  readonly hour: number;
  readonly hours: number;
  readonly volume: number;
}

export interface HourSummary {
  /** metric key of the volume */
  readonly volumeKey: string;
  readonly volume: Figure;
  /** 秒, weighted by reception, never averaged */
  readonly response: Figure;
  readonly peak: HourPeak | undefined;
  /** hours of the day in order, all dates together */
  readonly byHour: readonly { readonly hour: number; readonly volume: Figure; readonly response: Figure; readonly days: number }[];
}

/** Volume, weighted response and the peak with its hour (R16). A peak is the largest single slot. */
export function summariseHours(records: readonly HourRecord[]): HourSummary {
  const volumeKey = volumeKeys.find((key) => records.some((record) => record.figures[key]?.kind === 'number')) ?? volumeKeys[0];
  const hours = [...new Set(records.map((record) => record.hour))].sort((a, b) => a - b);
  return {
    volumeKey,
    volume: aggregateFigure(records, volumeKey).figure,
    response: aggregateFigure(records, 'avg_resp').figure,
    peak: peakOf(records, volumeKey),
    byHour: hours.map((hour) => {
      const rows = records.filter((record) => record.hour === hour);
      return { hour, volume: aggregateFigure(rows, volumeKey).figure, response: aggregateFigure(rows, 'avg_resp').figure, days: new Set(rows.map((row) => row.date ?? '')).size };
    }),
  };
}

function peakOf(records: readonly HourRecord[], key: string): HourPeak | undefined {
  let peak: HourPeak | undefined;
  for (const record of records) {
    const figure = record.figures[key];
    if (figure?.kind !== 'number' || (peak && figure.value <= peak.volume)) continue;
    peak = { hour: record.hour, hours: record.hours, volume: figure.value, ...(record.date !== undefined && { date: record.date }) };
  }
  return peak;
}

/** Volume and weighted response from hour `from` up to hour `to` (not included): 10–12点 is (10, 12). */
export function hourWindow(records: readonly HourRecord[], from: number, to: number, date?: string): { readonly volume: Figure; readonly response: Figure } {
  const rows = records.filter((record) => record.hour >= from && record.hour < to && (date === undefined || record.date === date));
  const { volumeKey } = summariseHours(records);
  return { volume: aggregateFigure(rows, volumeKey).figure, response: aggregateFigure(rows, 'avg_resp').figure };
}
