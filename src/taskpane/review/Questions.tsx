import { Field, makeStyles, Radio, RadioGroup, tokens } from '@fluentui/react-components';
import type { Question } from '../../intake/questions';
import type { Language, Messages } from '../../i18n';
import { metricName } from '../../retro/catalogue';
import { useLanguage, useMessages } from '../shared/i18n';
import { usePane, useSession } from '../shared/SessionProvider';

const useStyles = makeStyles({
  area: { display: 'flex', flexDirection: 'column', gap: '12px', padding: '12px', borderRadius: tokens.borderRadiusLarge, border: `1px solid ${tokens.colorBrandStroke2}`, backgroundColor: tokens.colorNeutralBackground1 },
  title: { margin: 0, fontSize: '16px', lineHeight: '22px', fontWeight: tokens.fontWeightSemibold },
  lead: { margin: '2px 0 0', fontSize: '12px', lineHeight: '18px', color: tokens.colorNeutralForeground2 },
  options: { flexWrap: 'wrap', columnGap: '4px' },
  taken: { fontSize: '12px', color: tokens.colorNeutralForeground3, marginLeft: '6px' },
});

/** What the data do not say, asked once. Until it is answered the reading goes by the marked option. */
export function Questions({ questions }: { readonly questions: readonly Question[] }) {
  const styles = useStyles();
  const messages = useMessages();
  const { language } = useLanguage();
  const { reading: { questions: t } } = messages;
  const { memory } = usePane();
  const session = useSession();
  if (questions.length === 0) return null;
  return (
    <section className={styles.area} aria-labelledby="questions-title">
      <div>
        <h2 id="questions-title" className={styles.title}>{t.title}</h2>
        <p className={styles.lead}>{t.lead}</p>
      </div>
      {questions.map((question) => {
        const answer = memory.answers[question.key];
        return (
          <Field key={question.key} label={wordsOf(question, messages)}>
            <RadioGroup className={styles.options} layout="horizontal" value={answer ?? ''} onChange={(_, data) => session.answer(question.key, optionOf(data.value))}>
              {question.options.map((option) => (
                <Radio
                  key={option}
                  value={valueOf(option)}
                  checked={answer === option}
                  label={<>{optionText(question, option, messages, language)}{answer === undefined && option === question.taken && <span className={styles.taken}>{t.taken}</span>}</>}
                />
              ))}
            </RadioGroup>
          </Field>
        );
      })}
    </section>
  );
}

/** An empty option needs a value of its own: `''` is a group without an answer. */
const valueOf = (option: string): string => (option === '' ? '?' : option);
const optionOf = (value: string): string => (value === '?' ? '' : value);

function wordsOf(question: Question, { reading: { questions: t } }: Messages): string {
  switch (question.kind) {
    case 'metric': return t.metric(question.name);
    case 'csat': return t.csat(question.value);
    case 'attribution': return t.attribution;
    case 'refunds': return t.refunds(question.file);
    case 'period': return t.period(question.file);
  }
}

function optionText(question: Question, option: string, { reading: { questions: t } }: Messages, language: Language): string {
  switch (question.kind) {
    case 'metric': return metricName(option, language);
    case 'csat': return t.csatOptions[option] ?? option;
    case 'refunds': return t.refundsOptions[option] ?? option;
    case 'attribution': return option === '' ? t.unknown : (t.attributionRules[option] ?? option);
    case 'period': {
      const [from = '', to = from] = question.named.split('~');
      return option === 'file' ? t.periodFile(from, to) : t.periodEvent;
    }
  }
}
