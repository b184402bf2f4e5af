import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useMessages } from '../shared/i18n';
import { Notice } from '../shared/Notice';

const useStyles = makeStyles({
  words: { fontWeight: tokens.fontWeightSemibold },
  wordings: { margin: '4px 0', padding: 0, listStyleType: 'none', display: 'flex', flexDirection: 'column', gap: '6px' },
  wording: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: '4px' },
  note: { color: tokens.colorNeutralForeground3, fontSize: '12px', lineHeight: '18px' },
});

interface WordingHintProps {
  readonly sentence: string;
  /** neutral wordings to choose from; `______` are blanks */
  readonly wordings: readonly string[];
  readonly onAccept: (wording: string) => void;
  readonly onIgnore: () => void;
}

/** A sentence that sounds like blame, with wordings about the process to take or leave (R28). */
export function WordingHint({ sentence, wordings, onAccept, onIgnore }: WordingHintProps) {
  const styles = useStyles();
  const { steps: { wording: t } } = useMessages();
  return (
    <Notice tone="warning" title={t.title} actions={<Button size="small" appearance="subtle" onClick={onIgnore}>{t.ignore}</Button>}>
      <div className={styles.words}>{t.words(sentence)}</div>
      <div>{t.instead}</div>
      <ul className={styles.wordings}>
        {wordings.map((wording) => (
          <li key={wording} className={styles.wording}>
            {wording}
            <Button size="small" aria-label={`${t.accept}：${wording}`} onClick={() => onAccept(wording)}>{t.accept}</Button>
          </li>
        ))}
      </ul>
      <div className={styles.note}>{t.note}</div>
    </Notice>
  );
}
