import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { Failure } from '../../excel/failures';
import type { TakenOver } from '../../excel/take-over';
import type { Language } from '../../i18n';
import type { CopyComparison, ReturnedCopy } from '../../workbook/copies';
import type { Chosen } from '../../workbook/copies/chosen';
import type { RowPlace } from '../../excel/rows';
import { useTracker } from '../actions/ActionsProvider';
import type { CopyProblem } from '../commands/copies';
import { FailureNotice } from '../failures/FailureNotice';
import { FilePicker } from '../paste/FilePicker';
import { useCommands } from '../shared/CommandsProvider';
import { useMessages } from '../shared/i18n';
import { Notice } from '../shared/Notice';
import { Screen } from '../shared/Screen';
import { unexpected } from '../state/session';
import { Differences } from './Differences';
import { choicesOf } from './choices';
import { Taken } from './Taken';

/** Where the file in hand is. */
type Stage =
  | { readonly at: 'none' }
  | { readonly at: 'working' }
  | { readonly at: 'problem'; readonly problem: CopyProblem }
  | { readonly at: 'compared'; readonly copy: ReturnedCopy; readonly comparison: CopyComparison; readonly language: Language; readonly chosen: ReadonlySet<string> }
  | { readonly at: 'taken'; readonly copy: ReturnedCopy; readonly before: CopyComparison; readonly language: Language; readonly result: TakenOver };

/** Copies that colleagues filled and sent back: compared, chosen from, taken over, one after the other (R34). */
export function CopiesScreen({ onBack }: { readonly onBack: () => void }) {
  const { copies: t } = useMessages();
  const { copies: commands, steps } = useCommands();
  const tracker = useTracker();
  const [files, setFiles] = useState<readonly File[]>([]);
  const [current, setCurrent] = useState(0);
  const [stage, setStage] = useState<Stage>({ at: 'none' });
  const [from, setFrom] = useState('');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<{ readonly failure: Failure; readonly again: () => void }>();
  const file = files[current];
  const waiting = files.length - current - 1;

  const open = async (list: readonly File[], index: number): Promise<void> => {
    const next = list[index];
    if (next === undefined) return;
    setCurrent(index);
    setFrom('');
    setFailure(undefined);
    setStage({ at: 'working' });
    const read = await commands.read(next);
    if (!read.ok) {
      setStage({ at: 'problem', problem: read.problem });
      return;
    }
    await compare(read.copy, () => void open(list, index));
  };
  const compare = async (copy: ReturnedCopy, again: () => void): Promise<void> => {
    const compared = await commands.compare(copy).catch((error: unknown) => ({ ok: false, failure: unexpected(error) }) as const);
    if (!compared.ok) {
      setStage({ at: 'none' });
      setFailure({ failure: compared.failure, again });
    } else if (!compared.value.same) {
      const { mine, theirs } = compared.value;
      setStage({ at: 'problem', problem: { code: 'other-retro', values: { mine: nameOf(mine), theirs: nameOf(theirs) } } });
    } else show(copy, compared.value.comparison, compared.value.language);
  };
  const show = (copy: ReturnedCopy, comparison: CopyComparison, language: Language): void =>
    setStage({ at: 'compared', copy, comparison, language, chosen: new Set(choicesOf(comparison).filter(({ suggested }) => suggested).map(({ key }) => key)) });
  const add = async (added: readonly File[]): Promise<void> => {
    // Files still waiting come first; a queue that is through makes room for a new one.
    const list = waiting > 0 ? [...files, ...added] : added;
    setFiles(list);
    await open(list, waiting > 0 ? current + 1 : 0);
  };
  const take = async (): Promise<void> => {
    if (stage.at !== 'compared' || file === undefined) return;
    const { copy, comparison, language, chosen } = stage;
    setBusy(true);
    setFailure(undefined);
    const picked: Chosen[] = choicesOf(comparison).filter(({ key }) => chosen.has(key));
    const outcome = await commands.takeOver(copy, picked, from.trim() === '' ? plainName(file.name) : from.trim()).catch((error: unknown) => ({ ok: false, failure: unexpected(error) }) as const);
    setBusy(false);
    if (!outcome.ok) {
      setFailure({ failure: outcome.failure, again: () => setFailure(undefined) });
      return;
    }
    setStage({ at: 'taken', copy, before: comparison, language, result: outcome.value });
    // Owners and days are other now: the list of actions shows them.
    void tracker.look();
  };
  const goTo = async (place: RowPlace, column: string): Promise<void> => {
    const outcome = await steps.goTo(place, column).catch((error: unknown) => ({ ok: false, failure: unexpected(error) }) as const);
    setFailure(outcome.ok ? undefined : { failure: outcome.failure, again: () => setFailure(undefined) });
  };

  const count = stage.at === 'compared' ? stage.chosen.size : 0;
  const anything = stage.at === 'compared' && stage.comparison.differences > 0;
  const skippable = stage.at === 'compared' || stage.at === 'problem' || (stage.at === 'none' && failure !== undefined);
  return (
    <Screen
      title={t.title}
      lead={file === undefined ? t.lead : t.file(file.name, current + 1, files.length)}
      takeFocus
      note={waiting > 0 ? t.waiting(waiting) : undefined}
      actions={
        <>
          {anything && <Button appearance="primary" disabledFocusable={busy || count === 0} onClick={() => count > 0 && !busy && void take()}>{busy ? t.taking : t.take(count)}</Button>}
          {waiting > 0 && (skippable || stage.at === 'taken') && <Button appearance={stage.at === 'taken' ? 'primary' : 'secondary'} disabledFocusable={busy} onClick={() => void open(files, current + 1)}>{stage.at === 'compared' && anything ? t.skip : t.next}</Button>}
          <Button disabledFocusable={busy} onClick={onBack}>{t.back}</Button>
        </>
      }
    >
      {failure !== undefined && <FailureNotice failure={failure.failure} onAction={failure.again} />}
      {stage.at === 'working' && file !== undefined && <Notice tone="info" role="status">{t.comparing(file.name)}</Notice>}
      {stage.at === 'problem' && <Notice tone="warning" role="alert" title={t.notUsed}>{t.problems[stage.problem.code](stage.problem.values)}</Notice>}
      {stage.at === 'compared' && file !== undefined && (
        <Differences
          comparison={stage.comparison} language={stage.language} chosen={stage.chosen} from={from} file={plainName(file.name)} disabled={busy}
          onChosen={(chosen) => setStage({ ...stage, chosen })} onFrom={setFrom} onGoTo={(place, column) => void goTo(place, column)}
        />
      )}
      {stage.at === 'taken' && <Taken before={stage.before} result={stage.result} language={stage.language} onGoTo={(place, column) => void goTo(place, column)} onAgain={() => show(stage.copy, stage.result.left, stage.language)} />}
      {!busy && stage.at !== 'compared' && stage.at !== 'working' && (
        <FilePicker onFiles={add} accept=".xlsx,.xlsm,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" texts={{ files: stage.at === 'none' ? t.pick : t.pickMore, filesHint: t.hint, drop: t.drop, readingFile: t.reading }} />
      )}
      {stage.at === 'compared' && !anything && <FilePicker onFiles={add} accept=".xlsx,.xlsm" texts={{ files: t.pickMore, filesHint: '', drop: t.drop, readingFile: t.reading }} />}
    </Screen>
  );
}

/** A file's name without its ending. */
const plainName = (name: string): string => name.replace(/\.[A-Za-z]{2,5}$/, '');
const nameOf = ({ event, shop, start }: { readonly event: string; readonly shop: string; readonly start: string }): string => [event, shop, start].filter((part) => part !== '').join(' ');
