import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import { weekdayOf } from '../../retro/dates';
import type { DueItem } from '../../retro/due';
import type { ChangeEntry } from '../../retro/tracking';
import type { ActionPlace } from '../commands/types';
import { useMessages } from '../shared/i18n';
import { ActionEditor } from './ActionEditor';
import { ChangeHistory } from './ChangeHistory';

const useStyles = makeStyles({
  item: { padding: '8px 12px 8px', display: 'flex', flexDirection: 'column', gap: '2px', ':not(:first-child)': { borderTop: `1px solid ${tokens.colorNeutralStroke2}` } },
  what: {
    alignSelf: 'stretch', textAlign: 'left', border: 'none', backgroundColor: 'transparent', padding: '2px 0', cursor: 'pointer', fontFamily: 'inherit', fontSize: '14px', lineHeight: '20px', color: tokens.colorNeutralForeground1, overflowWrap: 'anywhere',
    ':hover': { textDecorationLine: 'underline' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px', borderRadius: tokens.borderRadiusSmall },
  },
  id: { color: tokens.colorNeutralForeground3, fontVariantNumeric: 'tabular-nums', marginRight: '6px', fontSize: '12px' },
  line: { display: 'flex', alignItems: 'flex-start', gap: '8px' },
  facts: { flexGrow: 1, minWidth: 0, display: 'flex', flexWrap: 'wrap', gap: '2px 10px', fontSize: '12px', lineHeight: '18px', color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere', paddingTop: '3px' },
  bad: { color: tokens.colorPaletteRedForeground1, fontWeight: tokens.fontWeightSemibold },
  near: { color: tokens.colorStatusWarningForeground3, fontWeight: tokens.fontWeightSemibold },
  edit: { flexShrink: 0, minWidth: 0 },
  unfolded: { display: 'flex', flexDirection: 'column', gap: '12px', padding: '8px 0 4px' },
});

interface ActionItemProps {
  readonly item: DueItem;
  readonly changes: readonly ChangeEntry[];
  readonly owners: readonly string[];
  readonly statuses: readonly string[];
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
  readonly onGoTo: (place: ActionPlace) => void;
}

/** One action: what, who, when, how it stands. Its text leads to the row; unfolded it can be changed and shows its changes. */
export function ActionItem({ item: { action, groups }, changes, owners, statuses, open, onOpen, onGoTo }: ActionItemProps) {
  const styles = useStyles();
  const { actions: t } = useMessages();
  const detail = useId();
  const { id, sheetRow, what, owner, deadline, deadlineRaw, daysLeft, status, postponed } = action;
  return (
    <li className={styles.item}>
      <button type="button" className={styles.what} title={t.goTo(id)} onClick={() => onGoTo({ id, sheetRow, field: 'what' })}>
        <span className={styles.id}>{id}</span>{what}
      </button>
      <div className={styles.line}>
        <div className={styles.facts}>
          <span className={owner === '' ? styles.bad : undefined}>{owner === '' ? t.noOwner : owner}</span>
          {deadline !== '' && <span>{t.due(deadline, weekdayOf(deadline))}</span>}
          {daysLeft !== null && <span className={daysLeft < 0 ? styles.bad : groups.includes('soon') ? styles.near : undefined}>{t.left(daysLeft)}</span>}
          {deadline === '' && <span className={styles.bad}>{deadlineRaw === '' ? t.noDeadline : t.deadlineText(deadlineRaw)}</span>}
          {status !== '' && <span>{status}</span>}
          {postponed > 0 && <span className={mergeClasses(groups.includes('postponed') && styles.near)}>{t.postponed(postponed)}</span>}
        </div>
        <Button size="small" appearance="subtle" className={styles.edit} aria-expanded={open} aria-controls={open ? detail : undefined} aria-label={open ? undefined : t.edit(id)} onClick={() => onOpen(!open)}>
          {open ? t.close : t.editShort}
        </Button>
      </div>
      {open && (
        <div id={detail} className={styles.unfolded}>
          <ActionEditor action={action} owners={owners} statuses={statuses} />
          <ChangeHistory changes={changes} />
        </div>
      )}
    </li>
  );
}
