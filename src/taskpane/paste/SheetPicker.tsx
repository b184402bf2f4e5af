import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { SelectObject20Regular, TableSimple20Regular } from '@fluentui/react-icons';
import type { CellsWanted } from '../commands/types';
import { useMessages } from '../shared/i18n';

const useStyles = makeStyles({
  area: { display: 'flex', flexDirection: 'column', gap: '8px' },
  text: { margin: 0, fontSize: '13px', lineHeight: '20px', color: tokens.colorNeutralForeground2 },
  row: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});

/** Takes data that already stand in the open workbook. */
export function SheetPicker({ busy, onTake }: { readonly busy: boolean; readonly onTake: (what: CellsWanted) => void }) {
  const styles = useStyles();
  const { pane: { paste: t } } = useMessages();
  return (
    <div className={styles.area}>
      <p className={styles.text}>{busy ? t.readingCells : t.fromSheet}</p>
      <div className={styles.row}>
        <Button icon={<SelectObject20Regular />} disabledFocusable={busy} onClick={() => onTake('selection')}>{t.useSelection}</Button>
        <Button icon={<TableSimple20Regular />} disabledFocusable={busy} onClick={() => onTake('sheet')}>{t.useSheet}</Button>
      </div>
    </div>
  );
}
