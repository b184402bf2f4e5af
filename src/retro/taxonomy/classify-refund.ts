import { compositeReason, genericReasons, reasonsOfGroup, refundGroups, refundTextCancels, refundTextRules, warehouseWords, type RefundGroup } from './refund-groups';

export interface RefundCause {
  readonly group: RefundGroup;
  /** which text decided */
  readonly basis: 'note' | 'reason' | 'memo' | 'none';
  /** further groups the buyer's words hint at */
  readonly secondary: readonly RefundGroup[];
  /** 物流 only: the carrier or the warehouse */
  readonly part?: 'carrier' | 'warehouse';
  /** the reason names two causes: a person should look */
  readonly review: boolean;
}

const fold = (text: string): string => text.normalize('NFKC').replace(/[/、,()\s，（）]/g, '');

const reasonIndex: readonly (readonly [string, RefundGroup])[] = refundGroups
  .flatMap((group) => reasonsOfGroup[group].map((reason) => [fold(reason), group] as const))
  .sort((a, b) => b[0].length - a[0].length);
const genericIndex = genericReasons.map(fold);

/** Group of a platform reason: the longest known reason inside it; undefined when none is known. */
export function groupOfReason(reason: string): RefundGroup | undefined {
  const text = fold(reason);
  return text === '' ? undefined : reasonIndex.find(([known]) => text.includes(known))?.[1];
}

/** Groups that free text hints at, most telling first (DOMAIN 3.1). */
export function groupsOfText(text: string): readonly RefundGroup[] {
  if (text.trim() === '') return [];
  return refundTextRules.filter(([group, pattern]) => pattern.test(text) && !refundTextCancels[group]?.test(text)).map(([group]) => group);
}

/**
 * The cause of a refund (R19): the buyer's words first, then the platform reason unless it is generic (协商一致, 其他, 7天无理由),
 * then the shop's memo, else 其他.
 */
export function classifyRefund(reason: string, note: string, memo = ''): RefundCause {
  const words = groupsOfText(note);
  const byReason = groupOfReason(reason);
  const generic = byReason === undefined || genericIndex.some((known) => fold(reason).includes(known));
  const byMemo = groupsOfText(memo);
  const cause = (group: RefundGroup, basis: RefundCause['basis'], secondary: readonly RefundGroup[], text: string): RefundCause => ({
    group, basis, secondary,
    ...(group === 'logistics' && { part: warehouseWords.test(text) ? 'warehouse' : 'carrier' } as const),
    review: compositeReason.test(reason.normalize('NFKC').replace(/\s/g, '')),
  });
  const [first, ...others] = words;
  if (first !== undefined) return cause(first, 'note', others, note);
  if (byReason !== undefined && !generic) return cause(byReason, 'reason', [], reason);
  const [fromMemo, ...rest] = byMemo;
  if (fromMemo !== undefined) return cause(fromMemo, 'memo', rest, memo);
  return cause(byReason ?? 'other', byReason === undefined ? 'none' : 'reason', [], reason);
}
