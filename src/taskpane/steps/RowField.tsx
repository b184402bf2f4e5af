import { Button, Field, Input, makeStyles, Select, Textarea } from '@fluentui/react-components';
import { findBlame } from '../../retro/taxonomy/blame';
import { useMessages } from '../shared/i18n';
import type { FieldSpec } from './fields';
import { WordingHint } from './WordingHint';

const useStyles = makeStyles({
  group: { display: 'flex', flexDirection: 'column', gap: '6px' },
  control: { minWidth: 0, width: '100%' },
  start: { alignSelf: 'flex-start' },
});

interface RowFieldProps {
  readonly spec: FieldSpec;
  readonly label: string;
  readonly value: string;
  /** choices of a list */
  readonly options: readonly string[];
  /** the team writes here: sentences are looked at for blame */
  readonly checked: boolean;
  readonly isIgnored: (sentence: string) => boolean;
  readonly onChange: (value: string) => void;
  readonly onIgnore: (sentence: string) => void;
  /** a proposal that one click puts into the field; '' when there is none to make */
  readonly proposal?: string;
}

/** One cell of a row to fill. */
export function RowField({ spec, label, value, options, checked, isIgnored, onChange, onIgnore, proposal }: RowFieldProps) {
  const styles = useStyles();
  const { steps: { row: t } } = useMessages();
  const findings = checked ? findBlame(value).filter(({ sentence }) => !isIgnored(sentence)) : [];
  const hint = spec.evidence === true ? t.evidenceHint : proposal === undefined ? undefined : t.scriptHint;
  return (
    <div className={styles.group}>
      <Field label={label} {...(hint !== undefined && { hint })}>
        {spec.list !== undefined ? (
          <Select size="small" value={value} onChange={(_, data) => onChange(data.value)}>
            <option value="">{t.choose}</option>
            {[...new Set([...options, ...(value === '' ? [] : [value])])].map((option) => <option key={option} value={option}>{option}</option>)}
          </Select>
        ) : spec.short === true ? (
          <Input size="small" className={styles.control} value={value} autoComplete="off" onChange={(_, data) => onChange(data.value)} />
        ) : (
          <Textarea size="small" className={styles.control} resize="vertical" rows={Math.min(8, Math.max(2, Math.ceil(value.length / 22)))} value={value} onChange={(_, data) => onChange(data.value)} />
        )}
      </Field>
      {proposal !== undefined && value === '' && <Button size="small" className={styles.start} disabledFocusable={proposal === ''} onClick={() => onChange(proposal)}>{t.script}</Button>}
      {proposal === '' && value === '' && <span>{t.scriptNone}</span>}
      {[...new Set(findings.map(({ sentence }) => sentence))].map((sentence) => (
        <WordingHint
          key={sentence}
          sentence={sentence}
          wordings={[...new Set(findings.filter((finding) => finding.sentence === sentence).map(({ pattern }) => pattern.rewrite))]}
          onAccept={(wording) => onChange(value.replace(sentence, wording))}
          onIgnore={() => onIgnore(sentence)}
        />
      ))}
    </div>
  );
}
