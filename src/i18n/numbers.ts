/** Numbers in sentences, the same in both languages: `1,234.50`, `12.3%`, `+1.2`. */
const grouped = (value: number, decimals: number): string => value.toLocaleString('en-US', { minimumFractionDigits: decimals, maximumFractionDigits: decimals });

export const decimal = (value: number, decimals: number): string => grouped(value, decimals);
export const integer = (value: number): string => grouped(Math.round(value), 0);
export const money = (value: number): string => grouped(value, 2);
/** of a fraction */
export const percent = (fraction: number): string => `${grouped(fraction * 100, 1)}%`;
export const signed = (value: number, decimals: number): string => `${value > 0 ? '+' : value < 0 ? '−' : '±'}${grouped(Math.abs(value), decimals)}`;
