import { Button, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { Failure } from '../../excel/failures';
import { CopyField } from '../failures/CopyField';
import { copyText } from '../shared/copy';
import { diagnostics } from '../shared/diagnostics';
import { Footer } from '../shared/Footer';
import { useMessages } from '../shared/i18n';

const useStyles = makeStyles({
  page: { minHeight: '100vh', display: 'flex', flexDirection: 'column', backgroundColor: tokens.colorNeutralBackground1, color: tokens.colorNeutralForeground1, fontSize: '14px', lineHeight: '22px' },
  main: { flexGrow: 1, padding: '28px 16px 20px', display: 'flex', flexDirection: 'column', gap: '12px', overflowWrap: 'anywhere' },
  title: { margin: 0, paddingRight: '32px', fontSize: '20px', lineHeight: '28px', fontWeight: tokens.fontWeightSemibold },
  text: { margin: 0, color: tokens.colorNeutralForeground2 },
  list: { margin: 0, paddingLeft: '20px', color: tokens.colorNeutralForeground2, display: 'flex', flexDirection: 'column', gap: '4px' },
  row: { display: 'flex', flexWrap: 'wrap', gap: '8px', marginTop: '4px' },
});

/** Before Excel has answered, and when the pane cannot work here: why, and the way on. */
export function BootScreen({ failure, onRetry }: { readonly failure: Failure | undefined; readonly onRetry: () => void }) {
  const styles = useStyles();
  const { pane: { boot: t, failure: f }, failures } = useMessages();
  const [note, setNote] = useState('');
  const [byHand, setByHand] = useState<string>();
  if (failure === undefined) {
    return (
      <div className={styles.page}>
        <main className={styles.main}><Spinner size="small" label={t.opening} labelPosition="below" /></main>
        <Footer />
      </div>
    );
  }
  const words = failures[failure.code];
  const copy = async () => {
    const text = diagnostics(undefined, `${failure.code} ${failure.technical}`);
    const copied = await copyText(text);
    setNote(copied ? f.diagnosticsCopied : '');
    setByHand(copied ? undefined : text);
  };
  return (
    <div className={styles.page}>
      <main className={styles.main}>
        <div role="alert">
          <h1 className={styles.title}>{words.title}</h1>
          <p className={styles.text}>{words.text(failure.sheet)}</p>
        </div>
        {failure.code === 'no-answer' && (
          <>
            <ul className={styles.list}>{t.causes.map((cause) => <li key={cause}>{cause}</li>)}</ul>
            <p className={styles.text}>{t.stillWaiting}</p>
          </>
        )}
        <div className={styles.row}>
          <Button appearance="primary" onClick={onRetry}>{words.action}</Button>
          <Button onClick={() => void copy()}>{f.diagnostics}</Button>
        </div>
        <div role="status">{note}</div>
        {byHand !== undefined && <CopyField label={f.copyHere} text={byHand} />}
      </main>
      <Footer />
    </div>
  );
}
