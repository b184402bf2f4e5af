import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { Failure } from '../../excel/failures';
import { copyText } from '../shared/copy';
import { diagnostics } from '../shared/diagnostics';
import { useMessages } from '../shared/i18n';
import { Notice } from '../shared/Notice';
import { usePane } from '../shared/SessionProvider';
import { originalText } from '../state/inputs';
import { keepForReload } from '../state/keep';
import { CopyField } from './CopyField';

interface FailureNoticeProps {
  readonly failure: Failure;
  /** what the failure's button does where the person is; codes that need a reload do that instead */
  readonly onAction: () => void;
  readonly onDismiss?: () => void;
}

const needsReload = new Set<Failure['code']>(['session', 'newer-version', 'no-answer', 'not-in-excel', 'too-old']);

/** What went wrong, in words, with the way on. Diagnostics can be copied; they hold no business data. */
export function FailureNotice({ failure, onAction, onDismiss }: FailureNoticeProps) {
  const { pane: { failure: t }, failures } = useMessages();
  const pane = usePane();
  const [note, setNote] = useState('');
  const [mustCopy, setMustCopy] = useState(false);
  const [byHand, setByHand] = useState<string>();
  const words = failures[failure.code];
  const reload = needsReload.has(failure.code);

  const copy = async (text: string, done: string) => {
    const copied = await copyText(text);
    setNote(copied ? done : '');
    setByHand(copied ? undefined : text);
  };
  const reloadPane = () => {
    if (mustCopy || keepForReload(pane)) location.reload();
    else setMustCopy(true);
  };
  const originals = async () => (await Promise.all(pane.inputs.map((card) => originalText(card.input)))).join('\n\n');

  return (
    <Notice
      tone={failure.code === 'cancelled' ? 'info' : 'bad'}
      title={words.title}
      role={failure.code === 'cancelled' ? 'status' : 'alert'}
      actions={
        <>
          <Button size="small" appearance="primary" onClick={reload ? reloadPane : onAction}>{mustCopy ? t.reloadAnyway : words.action}</Button>
          {reload && pane.inputs.length > 0 && <Button size="small" onClick={() => void originals().then((text) => copy(text, t.copyAllDone))}>{t.copyAll}</Button>}
          {failure.code !== 'cancelled' && <Button size="small" onClick={() => void copy(diagnostics(pane, `${failure.code} ${failure.technical}`), t.diagnosticsCopied)}>{t.diagnostics}</Button>}
          {onDismiss !== undefined && <Button size="small" appearance="subtle" onClick={onDismiss}>{t.dismiss}</Button>}
        </>
      }
    >
      {words.text(failure.sheet)}
      <div role="status">{mustCopy && note === '' ? t.tooMuchToKeep : note}</div>
      {byHand !== undefined && <CopyField label={t.copyHere} text={byHand} />}
    </Notice>
  );
}
