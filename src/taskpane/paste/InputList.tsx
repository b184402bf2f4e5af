import { Badge, Button, makeStyles, tokens } from '@fluentui/react-components';
import { Dismiss16Regular } from '@fluentui/react-icons';
import { useRef } from 'react';
import { useMessages } from '../shared/i18n';
import { usePane, useSession } from '../shared/SessionProvider';

const useStyles = makeStyles({
  title: { margin: '0 0 8px', fontSize: '14px', lineHeight: '20px', fontWeight: tokens.fontWeightSemibold, outlineStyle: 'none' },
  none: { margin: 0, fontSize: '13px', lineHeight: '20px', color: tokens.colorNeutralForeground3 },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column' },
  item: { display: 'flex', alignItems: 'center', gap: '8px', padding: '8px 0', borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  text: { flexGrow: 1, minWidth: 0 },
  head: { display: 'flex', alignItems: 'baseline', gap: '8px', minWidth: 0 },
  name: { fontWeight: tokens.fontWeightSemibold, fontSize: '13px', lineHeight: '20px', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  facts: { fontSize: '12px', lineHeight: '18px', color: tokens.colorNeutralForeground3, whiteSpace: 'nowrap', flexShrink: 0 },
  peek: { fontSize: '12px', lineHeight: '18px', color: tokens.colorNeutralForeground3, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  undo: { display: 'flex', alignItems: 'center', gap: '8px', fontSize: '13px', lineHeight: '20px', color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
});

/** Everything handed over so far. Removing can be undone. */
export function InputList() {
  const styles = useStyles();
  const { pane: { paste: t } } = useMessages();
  const { inputs, removed } = usePane();
  const session = useSession();
  const heading = useRef<HTMLHeadingElement>(null);
  return (
    <section aria-labelledby="inputs-title">
      <h2 id="inputs-title" ref={heading} tabIndex={-1} className={styles.title}>{t.list(inputs.length)}</h2>
      {inputs.length === 0 && <p className={styles.none}>{t.none}</p>}
      <ul className={styles.list}>
        {inputs.map(({ id, input, origin, lines, bytes, peek }) => (
          <li key={id} className={styles.item}>
            <div className={styles.text}>
              <div className={styles.head}>
                <span className={styles.name} title={input.name}>{input.name}</span>
                {origin === 'sample' && <Badge appearance="tint" size="small">{t.sampleTag}</Badge>}
                <span className={styles.facts}>{[lines === undefined ? '' : t.lines(lines), bytes === undefined ? '' : t.bytes(bytes)].filter((fact) => fact !== '').join(' · ')}</span>
              </div>
              {peek !== '' && <div className={styles.peek}>{peek}</div>}
            </div>
            <Button
              size="small"
              appearance="subtle"
              icon={<Dismiss16Regular />}
              aria-label={t.remove(input.name)}
              onClick={() => {
                session.remove(id);
                heading.current?.focus();
              }}
            />
          </li>
        ))}
      </ul>
      <div role="status">
        {removed !== undefined && (
          <div className={styles.undo}>
            <span>{t.removed(removed.card.input.name)}</span>
            <Button size="small" onClick={() => session.undoRemove()}>{t.undo}</Button>
          </div>
        )}
      </div>
    </section>
  );
}
