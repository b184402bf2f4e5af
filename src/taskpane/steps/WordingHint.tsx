import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { BlameFinding } from '../../retro/taxonomy/blame';
import { useMessages } from '../shared/i18n';
import { Notice } from '../shared/Notice';

const useStyles = makeStyles({
  words: { fontWeight: tokens.fontWeightSemibold },
  note: { color: tokens.colorNeutralForeground3, fontSize: '12px', lineHeight: '18px' },
});

interface WordingHintProps {
  readonly finding: BlameFinding;
  readonly onAccept: () => void;
  readonly onIgnore: () => void;
}

/** A sentence that sounds like blame, with a wording about the process to take or leave (R28). */
export function WordingHint({ finding, onAccept, onIgnore }: WordingHintProps) {
  const styles = useStyles();
  const { steps: { wording: t } } = useMessages();
  return (
    <Notice
      tone="warning"
      title={t.title}
      actions={
        <>
          <Button size="small" onClick={onAccept}>{t.accept}</Button>
          <Button size="small" appearance="subtle" onClick={onIgnore}>{t.ignore}</Button>
        </>
      }
    >
      <div className={styles.words}>{t.words(finding.sentence)}</div>
      <div>{t.instead}{finding.pattern.rewrite}</div>
      <div className={styles.note}>{t.note}</div>
    </Notice>
  );
}
