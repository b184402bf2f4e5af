/** Words of reviews (好评关键词, R20): cut by `Intl.Segmenter`, which every webview has, with no dictionary of ours to ship. */

/** Words that say how much or hold a sentence together, but nothing about the shop. */
const STOP_WORDS = new Set([
  '非常', '特别', '超级', '十分', '真的', '真是', '还是', '还', '也', '很', '太', '真', '挺', '都', '了', '的', '地', '得', '呢', '啊', '哦', '吧', '呀', '嘛', '哈', '和', '与', '跟', '就', '又', '再', '有点', '有些', '比较', '更', '最', '是', '在', '有', '我', '你', '他', '她', '它', '我们', '你们',
  '这', '那', '这个', '那个', '这家', '一个', '一点', '一下', '一直', '个', '被', '把', '给', '对', '让', '会', '能', '可以', '觉得', '感觉', '已经', '因为', '所以', '但是', '不过', '而且', '而', '但', '点', '着', '过', '东西', '宝贝', '亲', '收到', '买', '用',
]);

/** Characters of a keyword; a single character says too little, a long run is a sentence. */
const SHORTEST = 2;
const LONGEST = 8;
/** Words that make one phrase at most: 客服 · 回复 · 快. */
const WORDS = 3;

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** Words of each clause of a text. Stop words drop out and what is left closes up: 客服很耐心 → 客服 · 耐心. */
function clausesOf(text: string): string[][] {
  return text.split(/[^\p{L}\p{N}]+/u).map(wordsOf).filter((words) => words.length > 0);
}

/** A word the segmenter does not know comes as single characters (发 · 货 · 快): those that touch are taken two by two, as most such words are (发货 · 快). */
function wordsOf(clause: string): string[] {
  const words: string[] = [];
  let open = false;
  for (const { segment, isWordLike } of segmenter.segment(clause)) {
    const isWord = isWordLike === true && !STOP_WORDS.has(segment);
    const isSingle = isWord && /^\p{Script=Han}$/u.test(segment);
    if (isSingle && open) words.push(`${words.pop() ?? ''}${segment}`);
    else if (isWord) words.push(segment);
    open = isSingle && !open;
  }
  return words;
}

/** Keywords of one text: words of two characters and more, and phrases of up to three words (`发货快`). Each once. */
export function keywordsOfText(text: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const words of clausesOf(text)) {
    for (let from = 0; from < words.length; from++) {
      for (let to = from + 1; to <= Math.min(words.length, from + WORDS); to++) {
        const run = words.slice(from, to).join('');
        if (run.length >= SHORTEST && run.length <= LONGEST && !/^\p{N}+$/u.test(run)) found.add(run);
      }
    }
  }
  return found;
}

export interface Keyword {
  readonly phrase: string;
  /** texts it occurs in */
  readonly count: number;
  /** index of the first of them */
  readonly first: number;
}

/**
 * Keywords of texts, most frequent first. Of a phrase and its parts with the same number of texts only the longest stays: 发货快 tells
 * more than 发货, unless 发货 came more often.
 */
export function keywordsOf(texts: readonly string[], limit = 20): readonly Keyword[] {
  const counts = new Map<string, { count: number; first: number }>();
  for (const [index, text] of texts.entries()) {
    for (const phrase of keywordsOfText(text)) {
      const known = counts.get(phrase);
      if (known) known.count++;
      else counts.set(phrase, { count: 1, first: index });
    }
  }
  const all = [...counts].map(([phrase, { count, first }]): Keyword => ({ phrase, count, first })).sort((a, b) => b.count - a.count || b.phrase.length - a.phrase.length || a.first - b.first);
  const kept: Keyword[] = [];
  for (const keyword of all) {
    if (kept.length >= limit) break;
    if (!kept.some((other) => other.count === keyword.count && other.phrase.includes(keyword.phrase))) kept.push(keyword);
  }
  return kept.sort((a, b) => b.count - a.count || a.first - b.first);
}
