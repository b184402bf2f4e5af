/**
 * Masks what must never reach a sheet (R28): agents become 客服A, 客服B …; phones, order numbers, e-mail, ids and addresses in free text
 * become a word in brackets. Masking twice changes nothing.
 */

/** What a workbook remembers of its agents, so that each keeps the letter in later sessions: fingerprints in the order of the letters, no names. */
export interface AgentRoster {
  /** makes the fingerprints of two workbooks differ */
  readonly salt: string;
  readonly prints: readonly string[];
}

/** Gives every agent a stable letter by first appearance: 客服A … 客服Z, 客服AA … */
export interface AgentMask {
  /** masked name; the same name gets the same one, whatever its shop prefix */
  mask(name: string): string;
  /** names → masked names seen so far: kept in memory, shown once on demand */
  key(): ReadonlyMap<string, string>;
  /** the roster it began with and the agents that came since */
  roster(): AgentRoster;
}

/** Makes a mask; a roster continues the letters of earlier sessions. */
export function createAgentMask({ salt, prints: known }: AgentRoster = { salt: '', prints: [] }): AgentMask {
  const prints = [...known];
  const masked = new Map<string, string>();
  const mask = (name: string): string => {
    const bare = name.replace(/^[^:：]{2,30}[:：]/, '').trim();
    const before = masked.get(bare);
    if (before !== undefined) return before;
    const print = fingerprint(`${salt}\u0000${bare}`);
    const at = prints.indexOf(print);
    const next = `客服${letters(at < 0 ? prints.push(print) - 1 : at)}`;
    masked.set(bare, next);
    return next;
  };
  return { mask, key: () => new Map(masked), roster: () => ({ salt, prints: [...prints] }) };
}

/** 32 bits of a text: enough to tell a team apart, too few to be sure of a name. */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0).toString(16).padStart(8, '0');
}

/** 0 → A, 25 → Z, 26 → AA. */
export function letters(index: number): string {
  let left = index;
  let text = '';
  do {
    text = String.fromCharCode(65 + (left % 26)) + text;
    left = Math.floor(left / 26) - 1;
  } while (left >= 0);
  return text;
}

const rules: readonly (readonly [RegExp, string])[] = [
  [/[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+/g, '〔邮箱〕'],
  [/\d{6}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])\d{3}[\dXx](?![\dA-Za-z])/g, '〔证件号〕'],
  [/(?:\+?86[- ]?)?1[3-9]\d(?:[- ]?\d{4}){2}(?!\d)/g, '〔电话〕'],
  [/1[3-9]\d\*{4,}\d{2,4}/g, '〔电话〕'],
  [/0\d{2,3}[- ]\d{7,8}(?!\d)/g, '〔电话〕'],
  [/\d{6}-\d{12,}/g, '〔单号〕'],
  [/(?<![\d.])\d{12,}(?![\d.%])/g, '〔单号〕'],
  [/(?:SF|YT|ZTO|STO|JD|JT|YD|EMS)[A-Z]?\d{10,}/gi, '〔单号〕'],
  [/((?:收货人|收件人|姓名|联系人)(?:是|为|叫)?\s*[:：]?\s*)[\u4e00-\u9fff·]{2,4}(?=[\s,，。;；、\d〔]|$)/g, '$1〔姓名〕'],
  [/((?:买家|旺旺|会员名?|微信号?|vx|QQ)(?:昵称|ID|id|号)?\s*[:：]\s*)[^\s,，。;；、]{2,30}/gi, '$1〔买家〕'],
  [/(?:[A-Za-z0-9]{1,3}|[\u4e00-\u9fff])\*{2,}(?:[A-Za-z0-9]{1,3}|[\u4e00-\u9fff](?![\u4e00-\u9fff]))?/g, '〔买家〕'],
  [/(?:[\u4e00-\u9fff]{2,8}(?:省|自治区))?(?:[\u4e00-\u9fff]{2,8}(?:市|自治州|地区))?(?:[\u4e00-\u9fff]{1,8}(?:区|县|旗))[\u4e00-\u9fffA-Za-z0-9-]{0,30}?(?:路|街|道|巷|弄|镇|乡|村)[\u4e00-\u9fffA-Za-z0-9-]{0,12}?\d{1,5}(?:号|弄|栋|幢|室|单元)(?:[\u4e00-\u9fffA-Za-z0-9-]{0,16}?\d{1,5}(?:号楼|号|栋|幢|室|单元|楼|层))*/g, '〔地址〕'],
  [/[\u4e00-\u9fff]{2,12}(?:路|街|大道|巷|弄)\d{1,5}(?:号|弄)(?:[\u4e00-\u9fffA-Za-z0-9-]{0,16}?\d{1,5}(?:号楼|号|栋|幢|室|单元|楼|层))*/g, '〔地址〕'],
  [/[\u4e00-\u9fff]{2,12}(?:小区|花园|公寓|家园|苑|城|府)\d{1,4}(?:号楼|栋|幢|单元|号|楼)[\dA-Za-z-]*(?:单元)?[\dA-Za-z-]*(?:室|号)?/g, '〔地址〕'],
];

/** Every rule needs one of these: most texts have none and are done. */
const worthMasking = /[\d*@]|收货|收件|姓名|联系人|买家|旺旺|会员|微信|vx|qq/i;

/** Free text without phones, order and parcel numbers, e-mail, id numbers, buyer names and addresses. */
export function maskText(text: string): string {
  if (!worthMasking.test(text)) return text;
  let masked = text;
  for (const [pattern, replacement] of rules) masked = masked.replace(pattern, replacement);
  return masked;
}

const suffix = /[-_ ]?[(（]?(?:临促|兼职|临时)\d*[)）]?$/;

/** Agent names inside free text become their masked names, also without their （临促）; longest names first, names of one character are left alone. */
export function maskAgentNames(text: string, key: ReadonlyMap<string, string>): string {
  return agentNameMasker(key)(text);
}

/** `maskAgentNames` for many texts. */
export function agentNameMasker(key: ReadonlyMap<string, string>): (text: string) => string {
  const known = new Map(key);
  for (const [name, masked] of key) {
    const stem = name.replace(suffix, '');
    if (!known.has(stem)) known.set(stem, masked);
  }
  const names = [...known.keys()].filter((name) => name.length >= 2).sort((a, b) => b.length - a.length);
  if (names.length === 0) return (text) => text;
  const pattern = new RegExp(names.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|'), 'g');
  return (text) => text.replace(pattern, (name) => known.get(name) ?? name);
}
