import { Field, makeStyles, mergeClasses, Select, tokens } from '@fluentui/react-components';
import { dueGroups, type DueGroup, type DueItem, type DuePerson, type DueView } from '../../retro/due';
import { useMessages } from '../shared/i18n';

/** undefined = all */
export interface Filter {
  readonly owner: string | undefined;
  readonly group: DueGroup | undefined;
}

export const matches = (item: DueItem, group: DueGroup | undefined): boolean => group === undefined || item.groups.includes(group);

const useStyles = makeStyles({
  area: { display: 'flex', flexDirection: 'column', gap: '10px' },
  groups: { display: 'flex', flexWrap: 'wrap', gap: '6px' },
  chip: {
    border: `1px solid ${tokens.colorNeutralStroke1}`, borderRadius: tokens.borderRadiusCircular, backgroundColor: 'transparent', padding: '3px 10px', minHeight: '28px', cursor: 'pointer',
    fontFamily: 'inherit', fontSize: '12px', lineHeight: '18px', color: tokens.colorNeutralForeground1,
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
  },
  chosen: {
    backgroundColor: tokens.colorBrandBackground2, border: `1px solid ${tokens.colorBrandStroke1}`, color: tokens.colorBrandForeground2, fontWeight: tokens.fontWeightSemibold,
    ':hover': { backgroundColor: tokens.colorBrandBackground2Hover },
    '@media (forced-colors: active)': { backgroundColor: 'Highlight', color: 'HighlightText', forcedColorAdjust: 'none' },
  },
});

interface FiltersProps {
  readonly view: DueView;
  readonly people: readonly DuePerson[];
  /** days that count as due soon */
  readonly soonDays: number;
  readonly filter: Filter;
  readonly onChange: (filter: Filter) => void;
}

/** By what an action needs, and by person. Only what there is can be chosen. */
export function Filters({ view, people, soonDays, filter, onChange }: FiltersProps) {
  const styles = useStyles();
  const { actions: t } = useMessages();
  const groups = dueGroups.filter((group) => view.counts[group] > 0);
  const chip = (group: DueGroup | undefined, text: string) => (
    <button key={group ?? ''} type="button" aria-pressed={filter.group === group} className={mergeClasses(styles.chip, filter.group === group && styles.chosen)} onClick={() => onChange({ ...filter, group: filter.group === group ? undefined : group })}>
      {text}
    </button>
  );
  return (
    <div className={styles.area}>
      <PersonSelect label={t.person} people={people} owner={filter.owner} onChange={(owner) => onChange({ ...filter, owner })} />
      <div role="group" aria-label={t.filter} className={styles.groups}>
        {chip(undefined, t.groupCount(t.all, view.items.length))}
        {groups.map((group) => chip(group, t.groupCount(t.groups(soonDays)[group], view.counts[group])))}
      </div>
    </div>
  );
}

interface PersonSelectProps {
  readonly label: string;
  readonly people: readonly DuePerson[];
  readonly owner: string | undefined;
  readonly onChange: (owner: string | undefined) => void;
}

/** A person with open actions, or everybody. */
export function PersonSelect({ label, people, owner, onChange }: PersonSelectProps) {
  const { actions: t } = useMessages();
  // '' is the owner of what has none: values get a sign in front.
  return (
    <Field label={label}>
      <Select size="small" value={owner === undefined ? '' : `=${owner}`} onChange={(_, data) => onChange(data.value === '' ? undefined : data.value.slice(1))}>
        <option value="">{t.everybody}</option>
        {people.map((person) => <option key={person.owner} value={`=${person.owner}`}>{t.personCount(person.owner === '' ? t.nobody : person.owner, person.open, person.overdue)}</option>)}
      </Select>
    </Field>
  );
}
