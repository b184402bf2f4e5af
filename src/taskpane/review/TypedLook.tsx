import { makeStyles, tokens } from '@fluentui/react-components';
import type { Source } from '../../intake/types';
import type { AgentMask } from '../../retro/masking';
import { useLanguage, useMessages } from '../shared/i18n';
import { lookAt } from './typed';

const useStyles = makeStyles({
  title: { margin: '0 0 4px', fontSize: '12px', lineHeight: '18px', fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground2 },
  list: { listStyleType: 'none', margin: 0, padding: 0, borderRadius: tokens.borderRadiusMedium, border: `1px solid ${tokens.colorNeutralStroke2}`, overflow: 'hidden' },
  item: { padding: '6px 10px', ':not(:first-child)': { borderTop: `1px solid ${tokens.colorNeutralStroke2}` } },
  name: { fontSize: '13px', lineHeight: '18px', overflowWrap: 'anywhere' },
  values: { display: 'flex', flexWrap: 'wrap', gap: '0 12px', fontSize: '12px', lineHeight: '18px', color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  more: { margin: '4px 0 0', fontSize: '12px', lineHeight: '18px', color: tokens.colorNeutralForeground3 },
});

/** The first records as they were understood. */
export function TypedLook({ source, mask }: { readonly source: Source; readonly mask: AgentMask }) {
  const styles = useStyles();
  const messages = useMessages();
  const { language } = useLanguage();
  const { reading: t } = messages;
  const { lines, more } = lookAt(source, messages, language, mask);
  if (lines.length === 0) return null;
  return (
    <div>
      <h3 className={styles.title}>{t.lookTitle}</h3>
      <ul className={styles.list}>
        {lines.map(({ name, values }, index) => (
          <li key={index} className={styles.item}>
            <div className={styles.name}>{name}</div>
            <div className={styles.values}>{values.map((value, at) => <span key={at}>{value}</span>)}</div>
          </li>
        ))}
      </ul>
      {more > 0 && <p className={styles.more}>{t.more(more)}</p>}
    </div>
  );
}
