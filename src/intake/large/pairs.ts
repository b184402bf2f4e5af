/** Numbers pairs of whole numbers in the order they first come: the key of a group without making a string or an object. */
export interface Pairs {
  /** number of the pair, given now if it is new */
  of(first: number, second: number): number;
  first(pair: number): number;
  second(pair: number): number;
  readonly size: number;
}

export function createPairs(): Pairs {
  let slots = new Int32Array(1 << 8);
  let mask = slots.length - 1;
  /** first and second of a pair side by side */
  let members = new Int32Array(1 << 8);
  let size = 0;
  const place = (pair: number): void => {
    let slot = slotOf(members[pair * 2] as number, members[pair * 2 + 1] as number) & mask;
    while (slots[slot] !== 0) slot = (slot + 1) & mask;
    slots[slot] = pair + 1;
  };
  const add = (first: number, second: number): number => {
    if (size * 2 === members.length) {
      const more = new Int32Array(size * 4);
      more.set(members);
      members = more;
      slots = new Int32Array(slots.length * 2);
      mask = slots.length - 1;
      for (let pair = 0; pair < size; pair++) place(pair);
    }
    members[size * 2] = first;
    members[size * 2 + 1] = second;
    place(size);
    return size++;
  };
  return {
    of(first, second) {
      for (let slot = slotOf(first, second) & mask; ; slot = (slot + 1) & mask) {
        const pair = (slots[slot] as number) - 1;
        if (pair < 0) return add(first, second);
        if (members[pair * 2] === first && members[pair * 2 + 1] === second) return pair;
      }
    },
    first: (pair) => members[pair * 2] ?? 0,
    second: (pair) => members[pair * 2 + 1] ?? 0,
    get size() {
      return size;
    },
  };
}

function slotOf(first: number, second: number): number {
  const hash = Math.imul(Math.imul(first, 0x9e3779b1) ^ second, 0x85ebca6b);
  return hash ^ (hash >>> 15);
}
