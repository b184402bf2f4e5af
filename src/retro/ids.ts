/** Prefix of a table's ids (DESIGN rule 4): M metric, N node, C cause, K case, L lesson, A action; H hour, I item, R refund, Q inquiry, S silent, V review, D department, W weekly check, G single agent. */
export const idPrefixes = ['M', 'N', 'C', 'K', 'L', 'A', 'H', 'I', 'R', 'Q', 'S', 'V', 'D', 'W', 'G'] as const;
export type IdPrefix = (typeof idPrefixes)[number];

/** What ids a workbook already gave, by the natural key of the row; deleted rows stay in it, so no id is used twice. */
export type IdMemory = Readonly<Partial<Record<IdPrefix, { readonly known: Readonly<Record<string, string>>; readonly highest: number }>>>;

/** Gives each row its short, visible, stable id: the one it had, else the next free number of its prefix. */
export type IdAllocator = (prefix: IdPrefix, naturalKey: string) => string;

export function createIdAllocator(memory: IdMemory = {}): IdAllocator {
  const given = new Map<string, string>();
  const highest = new Map<IdPrefix, number>();
  return (prefix, naturalKey) => {
    const key = `${prefix}|${naturalKey}`;
    const known = given.get(key) ?? memory[prefix]?.known[naturalKey];
    if (known !== undefined) {
      given.set(key, known);
      return known;
    }
    const next = (highest.get(prefix) ?? memory[prefix]?.highest ?? 0) + 1;
    highest.set(prefix, next);
    const id = formatId(prefix, next);
    given.set(key, id);
    return id;
  };
}

/** `M-07`; three digits from 100 on. */
export const formatId = (prefix: string, number: number): string => `${prefix}-${String(number).padStart(2, '0')}`;

/** The number of an id of this prefix, or 0 for anything else. */
export function idNumber(prefix: string, id: string): number {
  const match = /^([A-Z])-(\d{1,6})$/.exec(id.trim());
  return match !== null && match[1] === prefix ? Number(match[2]) : 0;
}
