import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { DocumentAdd20Regular } from '@fluentui/react-icons';
import { useRef, useState } from 'react';
import type { ClipboardEvent, DragEvent, ReactNode } from 'react';
import { useMessages } from '../shared/i18n';

const useStyles = makeStyles({
  zone: { display: 'flex', flexDirection: 'column', gap: '10px', padding: '12px', borderRadius: tokens.borderRadiusLarge, border: `1px dashed ${tokens.colorNeutralStroke1}` },
  over: { backgroundColor: tokens.colorBrandBackground2, border: `1px dashed ${tokens.colorBrandStroke1}` },
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '6px 10px' },
  hint: { fontSize: '12px', lineHeight: '18px', color: tokens.colorNeutralForeground3, flexGrow: 1, flexBasis: '140px' },
  input: { display: 'none' },
});

interface FilePickerProps {
  readonly onFiles: (files: readonly File[]) => Promise<void>;
  readonly onPaste?: (event: ClipboardEvent) => void;
  /** default: the words and kinds of files for data */
  readonly texts?: { readonly files: string; readonly filesHint: string; readonly drop: string; readonly readingFile: string };
  readonly accept?: string;
  readonly children?: ReactNode;
}

const dataFiles = '.xlsx,.xlsm,.csv,.tsv,.txt,.tab,text/csv,text/plain,text/tab-separated-values,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The zone for files and pastes. Dropping does not work in every Excel, so the button is always there. */
export function FilePicker({ onFiles, onPaste, texts, accept = dataFiles, children }: FilePickerProps) {
  const styles = useStyles();
  const { pane: { paste } } = useMessages();
  const t = texts ?? paste;
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [busy, setBusy] = useState(false);

  const take = (list: FileList | null) => {
    const files = [...(list ?? [])];
    if (files.length === 0) return;
    setBusy(true);
    void onFiles(files).finally(() => setBusy(false));
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };
  const onDragOver = (event: DragEvent) => {
    event.preventDefault();
    setOver(true);
  };

  return (
    <div className={mergeClasses(styles.zone, over && styles.over)} onDrop={onDrop} onDragOver={onDragOver} onDragLeave={() => setOver(false)} onPaste={onPaste}>
      {children}
      <div className={styles.row}>
        <Button icon={<DocumentAdd20Regular />} disabledFocusable={busy} onClick={() => input.current?.click()}>{busy ? t.readingFile : t.files}</Button>
        <span className={styles.hint}>{over ? t.drop : t.filesHint}</span>
      </div>
      <input
        ref={input}
        className={styles.input}
        type="file"
        multiple
        accept={accept}
        aria-label={t.files}
        tabIndex={-1}
        onChange={(event) => {
          take(event.target.files);
          event.target.value = '';
        }}
      />
    </div>
  );
}
