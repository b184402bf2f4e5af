import { readTone } from './taxonomy/tone';

/** What a script template is made from: a case as the team wrote it down. */
export interface ScriptSource {
  readonly positive: boolean;
  /** the reply that was given; masked like everything that reaches a sheet */
  readonly reply: string;
  readonly method: string;
}

/** Sentences for what a reply lacked (DOMAIN 3.4): first the feeling, then the way out. `__` are blanks to fill. */
const MISSING = { empathy: '非常理解您的心情，给您添麻烦了，真的很抱歉', plan: '我现在为您__，预计__前完成，__前给您回复' } as const;

/**
 * A script template (话术模板) to start from (R27): of a good case the reply itself, of a bad one the skeleton of a better
 * reply – what was missing and a better wording for each problem of tone –, headed by the method the supervisor wrote.
 * '' when the case says too little. Always for a person to finish, never written by itself.
 */
export function proposeScript({ positive, reply, method }: ScriptSource): string {
  const text = reply.trim();
  if (positive) return text;
  const { problems, lacks } = readTone(text, true);
  const sentences = [...(lacks.includes('empathy') ? [MISSING.empathy] : []), ...problems.map(({ rewrite }) => rewrite), ...(lacks.includes('plan') ? [MISSING.plan] : [])];
  const body = [...new Set(sentences)].map((sentence) => (/[。！？!?]$/.test(sentence) ? sentence : `${sentence}。`)).join('');
  return [method.trim() === '' ? '' : `【${method.trim()}】`, body].join('');
}
