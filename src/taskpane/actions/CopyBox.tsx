import { Button, Field, makeStyles, Textarea, tokens } from '@fluentui/react-components';
import { useId, useRef, useState } from 'react';
import { copyText } from '../shared/copy';
import { useMessages } from '../shared/i18n';

const useStyles = makeStyles({
  box: { display: 'flex', flexDirection: 'column', gap: '6px' },
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px' },
  said: { fontSize: '12px', lineHeight: '18px', color: tokens.colorNeutralForeground2 },
  text: { fontSize: '12px', lineHeight: '18px' },
});

interface CopyBoxProps {
  readonly label: string;
  readonly text: string;
  readonly rows: number;
  /** of the button, for who only hears it */
  readonly copyLabel: string;
  readonly copied: string;
  /** beside the button until something was copied */
  readonly aside?: string;
}

/** Text to take elsewhere: it can be selected by hand, and a button copies it where the pane may use the clipboard. */
export function CopyBox({ label, text, rows, copyLabel, copied, aside = '' }: CopyBoxProps) {
  const styles = useStyles();
  const { actions: { sending: t } } = useMessages();
  const area = useRef<HTMLTextAreaElement>(null);
  const said = useId();
  /** the text that `note` is about: another text has not been copied */
  const [note, setNote] = useState({ about: '', words: '' });

  const copy = async () => {
    if (await copyText(text)) setNote({ about: text, words: copied });
    else {
      area.current?.focus();
      area.current?.select();
      setNote({ about: text, words: t.selectByHand });
    }
  };
  return (
    <div className={styles.box}>
      <Field label={label}><Textarea className={styles.text} textarea={{ ref: area, spellCheck: false }} readOnly rows={rows} value={text} resize="vertical" /></Field>
      <div className={styles.row}>
        <Button size="small" aria-label={copyLabel} aria-describedby={said} onClick={() => void copy()}>{t.copy}</Button>
        <span id={said} role="status" className={styles.said}>{note.about === text && note.words !== '' ? note.words : aside}</span>
      </div>
    </div>
  );
}
