import { Field, Switch } from '@fluentui/react-components';
import { isPerAgentOn, perAgentSwitch } from '../../intake/questions';
import { useMessages } from '../shared/i18n';
import { usePane, useSession } from '../shared/SessionProvider';

/** Whether the workbook lists the figures of single agents (R28): off until somebody turns it on. One switch for all agent tables, wherever it is turned. */
export function PerAgentSwitch() {
  const { reading: { perAgent: t } } = useMessages();
  const { memory } = usePane();
  const session = useSession();
  const on = isPerAgentOn(memory.answers);
  return (
    <Field hint={on ? t.on : t.off}>
      <Switch checked={on} label={t.label} onChange={(_, data) => session.answer(perAgentSwitch, data.checked ? 'on' : 'off')} />
    </Field>
  );
}
