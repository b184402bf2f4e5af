import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { Language } from '../../i18n';
import { messages } from '../../i18n';
import type { Gap, GapRow, StepProgress } from '../../workbook/progress';
import type { SheetKey } from '../../workbook/plan';
import { useMessages } from '../shared/i18n';
import type { RowWanted } from './RowScreen';

/** Rows of a gap that are shown before the rest waits for a click. */
const PAGE = 5;

const useStyles = makeStyles({
  panel: { display: 'flex', flexDirection: 'column', gap: '12px', padding: '4px 0 8px' },
  gap: { display: 'flex', flexDirection: 'column', gap: '4px' },
  text: { margin: 0, fontSize: '13px', lineHeight: '20px' },
  rows: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column' },
  row: {
    width: '100%', textAlign: 'left', border: 'none', backgroundColor: 'transparent', padding: '4px 8px', cursor: 'pointer', fontFamily: 'inherit', fontSize: '13px', lineHeight: '18px', color: tokens.colorBrandForegroundLink, borderRadius: tokens.borderRadiusMedium,
    overflow: 'hidden', display: '-webkit-box', WebkitLineClamp: '2', WebkitBoxOrient: 'vertical', overflowWrap: 'anywhere',
    ':hover': { textDecorationLine: 'underline', backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  id: { color: tokens.colorNeutralForeground3, fontVariantNumeric: 'tabular-nums', marginRight: '6px', fontSize: '12px' },
  more: { alignSelf: 'flex-start' },
  line: { display: 'flex', alignItems: 'baseline', justifyContent: 'space-between', gap: '8px', fontSize: '13px', lineHeight: '20px' },
  muted: { color: tokens.colorNeutralForeground3 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});

interface StepPanelProps {
  readonly step: StepProgress;
  /** of the workbook: names of its sheets */
  readonly language: Language;
  readonly onRow: (wanted: RowWanted, column: string) => void;
  /** a row without form: the sheet itself */
  readonly onGoTo: (row: GapRow) => void;
  readonly onSheet: (key: SheetKey) => void;
  readonly hasForm: (row: GapRow) => boolean;
}

/** The sheets of each step. */
const sheetsOf: Readonly<Record<StepProgress['key'], readonly SheetKey[]>> = {
  targets: ['target'], results: ['comparison', 'actual'], process: ['node'], causes: ['cause'], cases: ['case'], lessons: ['lesson'], actions: ['action'],
};

/** What one step has, what it lacks and where to go on. */
export function StepPanel({ step, language, onRow, onGoTo, onSheet, hasForm }: StepPanelProps) {
  const styles = useStyles();
  const { steps: t, workbook } = useMessages();
  const names = messages[language].workbook.sheets;
  return (
    <div className={styles.panel}>
      {step.gaps.length === 0 && <p className={styles.text}>{t.nothing}</p>}
      {step.gaps.map((gap, index) => <GapBlock key={`${gap.code}-${String(index)}`} gap={gap} onPick={(row) => (hasForm(row) ? onRow({ place: row }, row.column) : onGoTo(row))} />)}
      {step.analyses.map(({ key, rows, written }) => (
        <div key={key} className={styles.line}>
          {rows === undefined
            ? <span className={styles.muted}>{names[key]} · {workbook.analyses.hints[key]}</span>
            : <>
                <Button size="small" appearance="transparent" onClick={() => onSheet(key)}>{names[key]}</Button>
                <span className={styles.muted}>{t.analysisRows(rows, written)}</span>
              </>}
        </div>
      ))}
      <div className={styles.buttons}>
        {step.key === 'lessons' && <Button size="small" onClick={() => onRow({ add: 'tblLesson', values: {} }, 'rule')}>{t.addLesson}</Button>}
        {step.key === 'actions' && <Button size="small" onClick={() => onRow({ add: 'tblAction', values: {} }, 'what')}>{t.addAction}</Button>}
        {sheetsOf[step.key].map((key) => <Button key={key} size="small" appearance="subtle" onClick={() => onSheet(key)}>{t.openSheet(names[key])}</Button>)}
      </div>
    </div>
  );
}

function GapBlock({ gap, onPick }: { readonly gap: Gap; readonly onPick: (row: GapRow) => void }) {
  const styles = useStyles();
  const { steps: t } = useMessages();
  const [most, setMost] = useState(PAGE);
  return (
    <div className={styles.gap}>
      <p className={styles.text}>{t.gaps[gap.code](gap.count)}</p>
      {gap.rows.length > 0 && (
        <ul className={styles.rows}>
          {gap.rows.slice(0, most).map((row) => (
            <li key={`${row.table}-${row.id}-${String(row.index)}-${row.label}`}>
              <button type="button" className={styles.row} onClick={() => onPick(row)}><span className={styles.id}>{row.id}</span>{row.label}</button>
            </li>
          ))}
        </ul>
      )}
      {gap.rows.length > most && <Button className={styles.more} size="small" appearance="subtle" onClick={() => setMost(most + 4 * PAGE)}>{t.more(Math.min(4 * PAGE, gap.rows.length - most))}</Button>}
    </div>
  );
}
