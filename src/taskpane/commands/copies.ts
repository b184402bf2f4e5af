import type { CopyCompared, TakenOver } from '../../excel/take-over';
import type { CopyProblemCode } from '../../i18n/zh-CN/copies';
import type { ReturnedCopy } from '../../workbook/copies';
import type { Chosen } from '../../workbook/copies/chosen';
import { readFile } from '../copies/read-file';
import { late } from './late';
import { localNow } from './local-now';
import { inTurn } from './queue';
import type { CommandContext, Outcome } from './types';

/** Why a file is no copy to take back. Texts: i18n `copies.problems`. */
export interface CopyProblem {
  readonly code: CopyProblemCode;
  readonly values: Readonly<Record<string, string | number>>;
}
export type CopyRead = { readonly ok: true; readonly copy: ReturnedCopy } | { readonly ok: false; readonly problem: CopyProblem };

/** What can be done with copies that colleagues filled. */
export interface CopyCommands {
  /** Reads a file; nothing of the open workbook is touched. Never rejects. */
  read(file: Blob): Promise<CopyRead>;
  /** What it has otherwise than the open workbook. */
  compare(copy: ReturnedCopy): Promise<Outcome<CopyCompared>>;
  /** Writes what was chosen; `from` is named in the log. Safe to do again. */
  takeOver(copy: ReturnedCopy, chosen: readonly Chosen[], from: string): Promise<Outcome<TakenOver>>;
}

/** The commands of returned copies on the real Excel. */
export function createCopyCommands({ today, now = localNow }: CommandContext): CopyCommands {
  const copies = () => import('../../excel/take-over');
  return {
    async read(file) {
      const content = await readFile(file).catch(() => undefined);
      if (content === undefined) return { ok: false, problem: { code: 'unreadable', values: {} } };
      if ('kind' in content) return { ok: false, problem: { code: content.kind, values: content.kind === 'bomb' ? { megabytes: content.megabytes } : {} } };
      const part = await import('../../workbook/copies').catch(() => undefined);
      if (part === undefined) return { ok: false, problem: { code: 'unreadable', values: {} } };
      const copy = part.readReturned(content);
      return copy === undefined ? { ok: false, problem: { code: 'no-tables', values: {} } } : { ok: true, copy };
    },
    compare: (copy) => inTurn(() => late(copies, ({ compareWithCopy }) => compareWithCopy({ copy, today: today() }))),
    takeOver: (copy, chosen, from) => inTurn(() => late(copies, (part) => part.takeOver({ copy, chosen, from, now: now(), today: today() }))),
  };
}
