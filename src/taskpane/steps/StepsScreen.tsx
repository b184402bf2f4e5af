import { Accordion, AccordionHeader, AccordionItem, AccordionPanel, Badge, Button, makeStyles, tokens } from '@fluentui/react-components';
import { useCallback, useEffect, useState } from 'react';
import type { Failure } from '../../excel/failures';
import type { ReadProgress } from '../../excel/progress';
import type { StepKey, StepState } from '../../retro/steps';
import type { GapRow, StepProgress } from '../../workbook/progress';
import { ConflictsHint } from '../done/ConflictsHint';
import { FailureNotice } from '../failures/FailureNotice';
import { useCommands } from '../shared/CommandsProvider';
import { useMessages } from '../shared/i18n';
import { Screen } from '../shared/Screen';
import { useSession } from '../shared/SessionProvider';
import { unexpected } from '../state/session';
import { rowForms } from './fields';
import { RowScreen, type RowWanted } from './RowScreen';
import { StepPanel } from './StepPanel';

const useStyles = makeStyles({
  list: { margin: '0 -4px' },
  head: { display: 'flex', alignItems: 'center', gap: '8px', width: '100%' },
  name: { flexGrow: 1, minWidth: 0, fontWeight: tokens.fontWeightSemibold },
  count: { color: tokens.colorNeutralForeground3, fontSize: '12px', fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
  state: { flexShrink: 0, whiteSpace: 'nowrap' },
});

const badges: Readonly<Record<StepState, 'subtle' | 'warning' | 'success'>> = { 'not-started': 'subtle', 'in-progress': 'warning', finished: 'success' };

/** The six steps as they stand in the workbook: what is there, what is missing, what to do next (R2, R4). */
export function StepsScreen() {
  const styles = useStyles();
  const { steps: t } = useMessages();
  const { steps: commands } = useCommands();
  const session = useSession();
  const [progress, setProgress] = useState<ReadProgress>();
  const [reading, setReading] = useState(true);
  const [failure, setFailure] = useState<Failure>();
  const [open, setOpen] = useState<StepKey>();
  const [form, setForm] = useState<{ readonly wanted: RowWanted; readonly column: string }>();
  const [cameBack, setCameBack] = useState(false);

  const read = useCallback(async (): Promise<void> => {
    setReading(true);
    const outcome = await commands.progress().catch((error: unknown) => ({ ok: false, failure: unexpected(error) }) as const);
    setReading(false);
    if (!outcome.ok) {
      setFailure(outcome.failure);
      return;
    }
    setFailure(undefined);
    setProgress(outcome.value);
    setOpen((current) => current ?? firstOpen(outcome.value)?.key);
  }, [commands]);

  // What people typed into the sheet is seen when they come back to the pane.
  useEffect(() => {
    void read();
    const back = (): void => void read();
    window.addEventListener('focus', back);
    return () => window.removeEventListener('focus', back);
  }, [read]);

  const run = async (work: () => Promise<{ readonly ok: true } | { readonly ok: false; readonly failure: Failure }>): Promise<void> => {
    const outcome = await work().catch((error: unknown) => ({ ok: false, failure: unexpected(error) }) as const);
    setFailure(outcome.ok ? undefined : outcome.failure);
  };

  if (form !== undefined && progress !== undefined) {
    return (
      <RowScreen
        key={JSON.stringify(form.wanted)}
        wanted={form.wanted}
        column={form.column}
        language={progress.language}
        ignored={progress.ignored}
        onIgnored={(mark) => {
          setProgress({ ...progress, ignored: new Set([...progress.ignored, mark]) });
          void run(() => commands.ignore(mark));
        }}
        onOpen={(wanted, column) => setForm({ wanted, column })}
        onBack={() => {
          setForm(undefined);
          setCameBack(true);
          void read();
        }}
      />
    );
  }

  const steps = progress?.steps ?? [];
  const next = progress && firstOpen(progress);
  const done = steps.filter(({ state }) => state === 'finished').length;
  return (
    <Screen
      title={t.title}
      lead={progress === undefined ? t.loading : t.lead(done, steps.length)}
      takeFocus={cameBack}
      actions={
        <>
          <Button appearance="primary" disabled={next === undefined} onClick={() => setOpen(next?.key)}>{next === undefined ? t.allDone : t.next(t.names[next.key])}</Button>
          <Button disabledFocusable={reading} onClick={() => void read()}>{reading ? t.loading : t.refresh}</Button>
        </>
      }
    >
      {failure !== undefined && <FailureNotice failure={failure} onAction={() => void read()} />}
      <ConflictsHint />
      {progress !== undefined && (
        <Accordion className={styles.list} collapsible openItems={open === undefined ? [] : [open]} onToggle={(_, data) => setOpen(data.openItems[0] as StepKey | undefined)}>
          {steps.map((step) => (
            <AccordionItem key={step.key} value={step.key}>
              <AccordionHeader expandIconPosition="end" as="h2">
                <span className={styles.head}>
                  <span className={styles.name}>{t.names[step.key]}</span>
                  {step.total > 0 && <span className={styles.count}>{t.counted(step.done, step.total)}</span>}
                  <Badge className={styles.state} size="small" appearance="tint" color={badges[step.state]}>{t.states[step.state]}</Badge>
                </span>
              </AccordionHeader>
              <AccordionPanel>
                <StepPanel
                  step={step}
                  language={progress.language}
                  hasForm={(row) => rowForms[row.table] !== undefined}
                  onRow={(wanted, column) => setForm({ wanted, column })}
                  onGoTo={(row: GapRow) => void run(() => commands.goTo(row, row.column))}
                  onSheet={(key) => void session.openSheet(key)}
                />
              </AccordionPanel>
            </AccordionItem>
          ))}
        </Accordion>
      )}
    </Screen>
  );
}

const firstOpen = (progress: ReadProgress): StepProgress | undefined => progress.steps.find(({ state }) => state !== 'finished');
