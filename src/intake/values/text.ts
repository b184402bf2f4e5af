/** Unwraps `="…"` and `=""…""`, a leading apostrophe, guarding tabs and surrounding whitespace (DOMAIN Q05). Inner text stays as it is. */
export function unguard(raw: string): string {
  let text = raw.replace(/^[\s\u200b\u2060\ufeff]+|[\s\u200b\u2060\ufeff]+$/g, '');
  const formula = /^="([\s\S]*)"$/.exec(text);
  if (formula) text = (formula[1] ?? '').replace(/""/g, '"').trim();
  if (text.startsWith("'")) text = text.slice(1).trim();
  return text;
}

/** A value cell made comparable: guards off, NFKC (full-width digits, ％, ￥), one kind of minus. */
export function foldValue(raw: string): string {
  return unguard(raw).normalize('NFKC').replace(/[\u2212\u2012]/g, '-').trim();
}
