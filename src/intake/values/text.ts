/** Unwraps `="…"` and `=""…""`, a leading apostrophe, guarding tabs and surrounding whitespace (DOMAIN Q05). Inner text stays as it is. */
export function unguard(raw: string): string {
  if (raw === '' || (isPlain(raw.charCodeAt(0)) && isPlain(raw.charCodeAt(raw.length - 1)))) return raw;
  let text = raw.replace(/^[\s\u200b\u2060\ufeff]+|[\s\u200b\u2060\ufeff]+$/g, '');
  const formula = /^="([\s\S]*)"$/.exec(text);
  if (formula) text = (formula[1] ?? '').replace(/""/g, '"').trim();
  if (text.startsWith("'")) text = text.slice(1).trim();
  return text;
}

/** A first or last character that no guard has: most cells need no work. */
function isPlain(code: number): boolean {
  return (code > 0x2f && code < 0x3a) || (code > 0x40 && code < 0x7f) || (code >= 0x4e00 && code <= 0x9fff);
}

/** A value cell made comparable: guards off, NFKC (full-width digits, ％, ￥), one kind of minus. */
export function foldValue(raw: string): string {
  return unguard(raw).normalize('NFKC').replace(/[\u2212\u2012]/g, '-').trim();
}
