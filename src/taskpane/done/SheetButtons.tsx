import { makeStyles, tokens } from '@fluentui/react-components';
import { ChevronRight16Regular } from '@fluentui/react-icons';
import type { SheetLink } from '../commands/types';
import { useMessages } from '../shared/i18n';
import { useSession } from '../shared/SessionProvider';

const useStyles = makeStyles({
  title: { margin: '0 0 6px', fontSize: '14px', lineHeight: '20px', fontWeight: tokens.fontWeightSemibold },
  list: { listStyleType: 'none', margin: 0, padding: 0, border: `1px solid ${tokens.colorNeutralStroke2}`, borderRadius: tokens.borderRadiusLarge, overflow: 'hidden' },
  item: { ':not(:first-child)': { borderTop: `1px solid ${tokens.colorNeutralStroke2}` } },
  link: {
    width: '100%', minHeight: '36px', display: 'flex', alignItems: 'center', justifyContent: 'space-between', gap: '8px', padding: '6px 12px', border: 'none', backgroundColor: 'transparent', cursor: 'pointer',
    fontFamily: 'inherit', fontSize: '14px', lineHeight: '20px', color: tokens.colorNeutralForeground1, textAlign: 'left', overflowWrap: 'anywhere',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px', borderRadius: tokens.borderRadiusLarge },
  },
  chevron: { color: tokens.colorNeutralForeground3, flexShrink: 0 },
});

/** The sheets of the retro, each a way to it. */
export function SheetButtons({ sheets }: { readonly sheets: readonly SheetLink[] }) {
  const styles = useStyles();
  const { pane: { done: t } } = useMessages();
  const session = useSession();
  if (sheets.length === 0) return null;
  return (
    <section aria-labelledby="sheets-title">
      <h2 id="sheets-title" className={styles.title}>{t.sheets}</h2>
      <ul className={styles.list}>
        {sheets.map((sheet) => (
          <li key={sheet.key} className={styles.item}>
            <button type="button" className={styles.link} aria-label={t.openSheet(sheet.name)} onClick={() => void session.openSheet(sheet.key)}>
              <span>{sheet.name}</span>
              <ChevronRight16Regular className={styles.chevron} aria-hidden="true" />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
