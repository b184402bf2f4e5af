import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useRef } from 'react';
import { useMessages } from '../shared/i18n';
import { usePane, useSession } from '../shared/SessionProvider';

const useStyles = makeStyles({
  details: { fontSize: '12px', lineHeight: '18px', color: tokens.colorNeutralForeground2 },
  summary: { cursor: 'pointer', padding: '3px 0', borderRadius: tokens.borderRadiusSmall, color: tokens.colorBrandForeground1, ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` } },
  list: { listStyleType: 'none', margin: '4px 0 0', padding: 0 },
  item: { display: 'flex', alignItems: 'center', gap: '8px', padding: '4px 0', borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
  text: { flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
});

const headersShown = 4;

/** Every header that this workbook remembers a decision about, also of tables that were not pasted today; each can be forgotten. */
export function Remembered() {
  const styles = useStyles();
  const { problems, reading: t } = useMessages();
  const { memory } = usePane();
  const session = useSession();
  const summary = useRef<HTMLElement>(null);
  if (memory.tables.length === 0) return null;
  return (
    <details className={styles.details}>
      <summary ref={summary} className={styles.summary}>{t.remembered(memory.tables.length)}</summary>
      <ul className={styles.list}>
        {memory.tables.map(({ signature, kind }) => {
          const headers = signature.split('|').filter((name) => name !== '');
          const name = `${headers.slice(0, headersShown).join(t.listSeparator)}${headers.length > headersShown ? '…' : ''}`;
          return (
            <li key={signature} className={styles.item}>
              <span className={styles.text}>{kind === undefined ? name : `${problems.kinds[kind]} · ${name}`}</span>
              <Button
                size="small"
                aria-label={t.forgetHeader(name)}
                onClick={() => {
                  // The row goes away: the keyboard goes on at the list.
                  summary.current?.focus();
                  void session.forget(signature, '');
                }}
              >
                {t.forgetOne}
              </Button>
            </li>
          );
        })}
      </ul>
    </details>
  );
}
