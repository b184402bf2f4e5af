import { toneMarks, toneProblems, type ToneMark, type ToneProblem } from './tone-patterns';

export interface ToneReading {
  readonly problems: readonly ToneProblem[];
  readonly marks: readonly ToneMark['id'][];
  /** derived for negative cases: no 共情/致歉, or neither 方案 nor 时效 (DOMAIN 3.4) */
  readonly lacks: readonly ('empathy' | 'plan')[];
}

/** What a reply sounds like. `negative`: the case ended badly, so lacking empathy or a plan counts. Never per person. */
export function readTone(reply: string, negative = false): ToneReading {
  const text = reply.trim();
  const marks = toneMarks.filter((mark) => mark.pattern.test(text)).map((mark) => mark.id);
  const has = (...ids: readonly ToneMark['id'][]) => ids.some((id) => marks.includes(id));
  const lacks: ('empathy' | 'plan')[] = [];
  if (negative && text !== '' && !has('empathy', 'apology')) lacks.push('empathy');
  if (negative && text !== '' && !has('plan', 'time')) lacks.push('plan');
  return { problems: toneProblems.filter((problem) => problem.pattern.test(text)), marks, lacks };
}
