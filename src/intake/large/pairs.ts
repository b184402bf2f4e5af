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
  let firsts = new Int32Array(1 << 7);
  let seconds = new Int32Array(1 << 7);
  let size = 0;
  const place = (pair: number): void => {
    let slot = slotOf(firsts[pair] as number, seconds[pair] as number) & mask;
    while (slots[slot] !== 0) slot = (slot + 1) & mask;
    slots[slot] = pair + 1;
  };
  const add = (first: number, second: number): number => {
    if (size === firsts.length) {
      const [more, others] = [new Int32Array(size * 2), new Int32Array(size * 2)];
      more.set(firsts);
      others.set(seconds);
      firsts = more;
      seconds = others;
      slots = new Int32Array(slots.length * 2);
      mask = slots.length - 1;
      for (let pair = 0; pair < size; pair++) place(pair);
    }
    firsts[size] = first;
    seconds[size] = second;
    place(size);
    return size++;
  };
  return {
    of(first, second) {
      for (let slot = slotOf(first, second) & mask; ; slot = (slot + 1) & mask) {
        const pair = (slots[slot] as number) - 1;
        if (pair < 0) return add(first, second);
        if (firsts[pair] === first && seconds[pair] === second) return pair;
      }
    },
    first: (pair) => firsts[pair] ?? 0,
    second: (pair) => seconds[pair] ?? 0,
    get size() {
      return size;
    },
  };
}

function slotOf(first: number, second: number): number {
  const hash = Math.imul(Math.imul(first, 0x9e3779b1) ^ second, 0x85ebca6b);
  return hash ^ (hash >>> 15);
}
