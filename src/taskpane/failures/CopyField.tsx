import { Field, Textarea } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';

/** Text to copy by hand where the clipboard is closed to the pane: shown selected. */
export function CopyField({ label, text }: { readonly label: string; readonly text: string }) {
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (area.current === null) return;
    // Set here, not as a prop: the text can be large and never changes.
    area.current.value = text;
    area.current.select();
    area.current.focus();
  }, [text]);
  return <Field label={label}><Textarea textarea={{ ref: area }} readOnly rows={4} /></Field>;
}
