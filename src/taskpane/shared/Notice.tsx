import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CheckmarkCircle20Regular, ErrorCircle20Regular, Info20Regular, Warning20Regular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';

export type Tone = 'info' | 'good' | 'warning' | 'bad';

const icons = { info: Info20Regular, good: CheckmarkCircle20Regular, warning: Warning20Regular, bad: ErrorCircle20Regular } as const;

const useStyles = makeStyles({
  notice: { display: 'flex', gap: '10px', padding: '10px 12px', borderRadius: tokens.borderRadiusLarge, border: `1px solid ${tokens.colorNeutralStroke2}`, borderLeftWidth: '3px', backgroundColor: tokens.colorNeutralBackground2, fontSize: '13px', lineHeight: '20px' },
  icon: { flexShrink: 0 },
  text: { minWidth: 0, flexGrow: 1, overflowWrap: 'anywhere' },
  title: { margin: 0, fontSize: '14px', lineHeight: '20px', fontWeight: tokens.fontWeightSemibold },
  body: { marginTop: '2px', color: tokens.colorNeutralForeground2 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px', marginTop: '8px' },
  info: { borderLeftColor: tokens.colorNeutralStroke1 },
  good: { borderLeftColor: tokens.colorStatusSuccessBorderActive },
  warning: { borderLeftColor: tokens.colorStatusWarningBorderActive },
  bad: { borderLeftColor: tokens.colorStatusDangerBorderActive },
  infoIcon: { color: tokens.colorNeutralForeground2 },
  goodIcon: { color: tokens.colorStatusSuccessForeground1 },
  warningIcon: { color: tokens.colorStatusWarningForeground1 },
  badIcon: { color: tokens.colorStatusDangerForeground1 },
});
const iconClass = { info: 'infoIcon', good: 'goodIcon', warning: 'warningIcon', bad: 'badIcon' } as const;

interface NoticeProps {
  readonly tone: Tone;
  readonly title?: string;
  readonly actions?: ReactNode;
  /** `alert` is read out at once, `status` when the reader is free */
  readonly role?: 'alert' | 'status';
  readonly children?: ReactNode;
}

/** A message in the flow of the screen. Its tone is told by an icon and words, not by colour alone. */
export function Notice({ tone, title, actions, role, children }: NoticeProps) {
  const styles = useStyles();
  const Icon = icons[tone];
  return (
    <div className={mergeClasses(styles.notice, styles[tone])} role={role}>
      <Icon className={mergeClasses(styles.icon, styles[iconClass[tone]])} aria-hidden="true" />
      <div className={styles.text}>
        {title !== undefined && <p className={styles.title}>{title}</p>}
        {children !== undefined && <div className={title === undefined ? undefined : styles.body}>{children}</div>}
        {actions !== undefined && <div className={styles.actions}>{actions}</div>}
      </div>
    </div>
  );
}
