import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { ClipboardEvent } from 'react';
import type { Failure } from '../../excel/failures';
import { largeFileBytes } from '../../intake/large/threshold';
import { FailureNotice } from '../failures/FailureNotice';
import { useMessages } from '../shared/i18n';
import { Notice } from '../shared/Notice';
import { Screen } from '../shared/Screen';
import { usePane, useSession } from '../shared/SessionProvider';
import type { CellsWanted } from '../commands/types';
import { countLines, looksLikeTable, pastedInput } from '../state/inputs';
import type { PaneInput } from '../state/types';
import { FilePicker } from './FilePicker';
import { InputList } from './InputList';
import { PasteBox } from './PasteBox';
import { SheetPicker } from './SheetPicker';
import { usePasteNames } from './names';

/** Failures of taking cells: seen, then dismissed. */
const aboutCells = new Set<Failure['code']>(['nothing-selected', 'many-areas']);

/** Where data comes in: pasted, typed, as files or out of the open workbook, several at once. */
export function PasteScreen({ takeFocus }: { readonly takeFocus: boolean }) {
  const { pane: { paste: t, back } } = useMessages();
  const pane = usePane();
  const session = useSession();
  const names = usePasteNames();
  const [said, setSaid] = useState('');
  const [warning, setWarning] = useState('');
  const [tried, setTried] = useState(false);
  const [taking, setTaking] = useState(false);
  const empty = pane.inputs.length === 0 && pane.draft.trim() === '';

  const take = (text: string) => {
    const name = names.pasted();
    session.add([pastedInput(name, text)], 'paste');
    setWarning('');
    setSaid(t.added(name, countLines(text)));
  };
  /** A table becomes a source at once and never enters the text field; a word is typed text like any other. */
  const onPaste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text/plain');
    const inField = event.target instanceof HTMLTextAreaElement;
    if (text.trim() === '') {
      if (event.clipboardData.files.length === 0) setWarning(t.emptyPaste);
      return;
    }
    if (inField && !looksLikeTable(text)) return;
    event.preventDefault();
    take(text);
  };
  const onFiles = async (files: readonly File[]) => {
    const failed: string[] = [];
    const read = await Promise.all(files.map(async (file): Promise<readonly PaneInput[]> => {
      try {
        if (file.size > largeFileBytes) {
          await file.slice(0, 1).arrayBuffer();
          return [{ name: file.name, blob: file }];
        }
        return [{ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }];
      } catch {
        failed.push(file.name);
        return [];
      }
    }));
    session.add(read.flat(), 'file');
    setSaid(t.addedFiles(read.flat().length));
    setWarning(failed.map((name) => t.fileFailed(name)).join(' '));
  };
  const takeCells = async (what: CellsWanted) => {
    setTaking(true);
    setWarning('');
    const card = await session.addCells(what);
    setTaking(false);
    if (card !== undefined) setSaid(t.addedCells(card.input.name));
  };
  const check = () => {
    setTried(true);
    if (!empty) void session.check(names.typed());
  };

  return (
    <Screen
      title={t.title}
      lead={t.lead}
      takeFocus={takeFocus}
      note={empty && tried ? t.nothingYet : undefined}
      actions={
        <>
          <Button appearance="primary" onClick={check}>{pane.inputs.length > 0 ? t.checkCount(pane.inputs.length) : t.check}</Button>
          <Button onClick={() => session.go('start')}>{back}</Button>
        </>
      }
    >
      {pane.failure !== undefined && <FailureNotice failure={pane.failure} onAction={aboutCells.has(pane.failure.code) ? () => session.dismissFailure() : check} />}
      <FilePicker onFiles={onFiles} onPaste={onPaste}>
        <PasteBox onAdd={take} />
      </FilePicker>
      <SheetPicker busy={taking} onTake={(what) => void takeCells(what)} />
      <div role="status">{said}</div>
      {warning !== '' && <Notice tone="warning" role="alert">{warning}</Notice>}
      <InputList />
    </Screen>
  );
}
