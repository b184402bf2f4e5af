import { makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  screen: { flexGrow: 1, display: 'flex', flexDirection: 'column', minHeight: 0 },
  body: { flexGrow: 1, overflowY: 'auto', overflowX: 'hidden', padding: '10px 16px 20px', display: 'flex', flexDirection: 'column', gap: '16px' },
  title: { margin: 0, fontSize: '20px', lineHeight: '28px', fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground1, outlineStyle: 'none' },
  lead: { margin: '4px 0 0', color: tokens.colorNeutralForeground2, fontSize: '13px', lineHeight: '20px' },
  bar: {
    flexShrink: 0, padding: '12px 16px', borderTop: `1px solid ${tokens.colorNeutralStroke2}`, backgroundColor: tokens.colorNeutralBackground1,
  },
  row: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  note: { margin: '0 0 8px', fontSize: '12px', lineHeight: '18px', color: tokens.colorNeutralForeground3 },
});

interface ScreenProps {
  readonly title: string;
  readonly lead?: ReactNode;
  /** what stays in sight at the bottom: the way on first */
  readonly actions?: ReactNode;
  /** one line above the actions */
  readonly note?: string | undefined;
  /** moves the focus to the heading, so that keyboard and screen reader start at the top of the new screen */
  readonly takeFocus: boolean;
  readonly children: ReactNode;
}

/** One step of the way: a heading, the content that scrolls and the actions that stay. */
export function Screen({ title, lead, actions, note, takeFocus, children }: ScreenProps) {
  const styles = useStyles();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (takeFocus) heading.current?.focus();
  }, [takeFocus]);
  return (
    <main className={styles.screen}>
      <div className={styles.body}>
        <div>
          <h1 ref={heading} tabIndex={-1} className={styles.title}>{title}</h1>
          {lead !== undefined && <p className={styles.lead}>{lead}</p>}
        </div>
        {children}
      </div>
      {actions !== undefined && (
        <div className={styles.bar}>
          <div role="status" className={note === undefined ? undefined : styles.note}>{note}</div>
          <div className={styles.row}>{actions}</div>
        </div>
      )}
    </main>
  );
}
