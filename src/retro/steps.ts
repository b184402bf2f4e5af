/** The steps of the method as the pane shows them; the cases stand between causes and lessons. */
export const stepKeys = ['targets', 'results', 'process', 'causes', 'cases', 'lessons', 'actions'] as const;
export type StepKey = (typeof stepKeys)[number];

/** What a step still lacks, in the order in which it is best done. */
export const gapCodes = [
  'no-targets', 'unquantified', 'no-actual', 'pending', 'not-judged', 'node-open', 'missed-without-cause', 'cause-open', 'unknown-evidence',
  'no-cases', 'case-open', 'few-cases', 'many-cases', 'one-sided', 'no-lessons', 'lesson-without-evidence',
  'no-actions', 'action-without-source', 'no-owner', 'no-deadline', 'overdue', 'wording', 'notes',
] as const;
export type GapCode = (typeof gapCodes)[number];

export type StepState = 'not-started' | 'in-progress' | 'finished';
