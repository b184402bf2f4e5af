/** Excel's serial dates (1900 system). Pure calendar arithmetic, no time zone. */

/** `2025-11-17` → 45978. Days since 1899-12-30, right from 1900-03-01 on; before that Excel counts a 29 February 1900 that never was. `undefined` for no date. */
export function serialOf(year: number, month: number, day: number): number | undefined {
  const time = Date.UTC(year, month - 1, day);
  const date = new Date(time);
  if (year < 1900 || year > 9999 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  const serial = Math.round(time / 86_400_000) + 25_569;
  return serial < 61 ? serial - 1 : serial;
}

/** Serial of an ISO date text `YYYY-MM-DD`. */
export function serialOfIso(text: string): number | undefined {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return found ? serialOf(Number(found[1]), Number(found[2]), Number(found[3])) : undefined;
}

export interface DateParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  /** 0 = Sunday */
  readonly weekday: number;
}

/** Calendar parts of a serial; `undefined` outside 0 … 9999-12-31. Serial 60 is Excel's 29 February 1900. */
export function partsOf(serial: number): DateParts | undefined {
  if (!(serial >= 0 && serial < 2_958_466)) return undefined;
  let day = Math.floor(serial);
  let seconds = Math.round((serial - day) * 86_400);
  if (seconds === 86_400) {
    seconds = 0;
    day++;
  }
  const clock = { hour: Math.floor(seconds / 3600), minute: Math.floor(seconds / 60) % 60, second: seconds % 60 };
  if (day === 60) return { year: 1900, month: 2, day: 29, weekday: 3, ...clock };
  const date = new Date(((day < 60 ? day + 1 : day) - 25_569) * 86_400_000);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate(), weekday: (day + 6) % 7, ...clock };
}
