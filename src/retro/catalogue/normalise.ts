/**
 * Name of a metric or column in the form that is compared (DOMAIN 1.3): NFKC, no whitespace, no zero-width characters,
 * one arrow `->`, lower case, `三分钟` as `3分钟`, `响应时间` as `响应时长`. Brackets stay.
 */
export function normaliseName(raw: string): string {
  return raw
    .normalize('NFKC')
    .replace(/&gt;/gi, '>')
    .replace(/[\s\u200b-\u200f\u2060\ufeff\u0000]+/g, '')
    .replace(/->|→|➔|⇒|—>|=>/g, '->')
    .toLowerCase()
    .replace(/三分钟/g, '3分钟')
    .replace(/五分钟/g, '5分钟')
    .replace(/响应时间/g, '响应时长');
}
