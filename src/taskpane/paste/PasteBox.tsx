import { Button, Field, makeStyles, Textarea } from '@fluentui/react-components';
import { useMessages } from '../shared/i18n';
import { usePane, useSession } from '../shared/SessionProvider';

const useStyles = makeStyles({
  field: { width: '100%' },
  textarea: { minHeight: '84px' },
  add: { alignSelf: 'flex-start', marginTop: '8px' },
});

/** The field to paste or type into. A pasted table leaves it at once (see PasteScreen), so it only ever holds a little text. */
export function PasteBox({ onAdd }: { readonly onAdd: (text: string) => void }) {
  const styles = useStyles();
  const { pane: { paste: t } } = useMessages();
  const { draft } = usePane();
  const session = useSession();
  return (
    <>
      <Field className={styles.field} label={t.boxLabel} hint={t.boxHint}>
        <Textarea
          className={styles.field}
          textarea={{ className: styles.textarea, spellCheck: false }}
          resize="vertical"
          placeholder={t.boxPlaceholder}
          value={draft}
          onChange={(_, data) => session.editDraft(data.value)}
        />
      </Field>
      {draft.trim() !== '' && (
        <Button
          className={styles.add}
          size="small"
          onClick={() => {
            onAdd(draft);
            session.editDraft('');
          }}
        >
          {t.addTyped}
        </Button>
      )}
    </>
  );
}
