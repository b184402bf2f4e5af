import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { AgentMask } from '../../retro/masking';
import { useMessages } from '../shared/i18n';

const useStyles = makeStyles({
  text: { margin: '8px 0 4px', fontSize: '12px', lineHeight: '18px', color: tokens.colorNeutralForeground2 },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(130px, 1fr))', gap: '2px 12px', fontSize: '13px', lineHeight: '20px', overflowWrap: 'anywhere', maxHeight: '220px', overflowY: 'auto' },
});

/** Which letter is which agent, when asked for. It is in memory alone and never written anywhere. */
export function AgentKey({ mask }: { readonly mask: AgentMask }) {
  const styles = useStyles();
  const { reading: { agentKey: t } } = useMessages();
  const [open, setOpen] = useState(false);
  const pairs = [...mask.key()];
  if (pairs.length === 0) return null;
  return (
    <section aria-label={t.title}>
      <Button size="small" aria-expanded={open} onClick={() => setOpen(!open)}>{open ? t.hide : t.show}</Button>
      {open && (
        <>
          <p className={styles.text}>{t.text}</p>
          <ul className={styles.list} tabIndex={0} aria-label={t.title}>{pairs.map(([name, masked]) => <li key={masked}>{t.pair(masked, name)}</li>)}</ul>
        </>
      )}
    </section>
  );
}
