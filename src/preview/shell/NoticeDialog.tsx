/** Messages that wait for an answer, as Excel shows them: a refused entry, a broken validation rule. */
import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import type { GridController } from '../grid/controller';
import type { Notice } from '../grid/state';
import type { Texts } from '../i18n';
import { useTexts } from '../i18n/context';
import type { EntryRefusal } from '../session/types';

interface Answer {
  readonly label: string;
  readonly act: () => void;
}

export function NoticeDialog({ controller, notice }: { controller: GridController; notice: Notice }): ReactNode {
  const texts = useTexts();
  const dialog = useRef<HTMLDialogElement>(null);
  const close = () => controller.store.set({ notice: undefined });
  const { title, message, answers, dismiss } = contentOf(notice, texts, close);
  useEffect(() => {
    const element = dialog.current;
    if (element !== null && !element.open) element.showModal();
    return () => document.querySelector<HTMLElement>('.cell-input')?.focus({ preventScroll: true });
  }, []);
  return (
    <dialog
      ref={dialog}
      className="notice"
      aria-labelledby="notice-title"
      onCancel={(event) => {
        event.preventDefault();
        dismiss();
      }}
    >
      <h2 id="notice-title">{title}</h2>
      <p>{message}</p>
      <div className="notice-answers">
        {answers.map(({ label, act }, index) => (
          // The first answer is the one Enter gives.
          <button key={label} type="button" className={index === 0 ? 'button button-primary' : 'button'} autoFocus={index === 0} onClick={act}>
            {label}
          </button>
        ))}
      </div>
    </dialog>
  );
}

function contentOf(notice: Notice, texts: Texts, close: () => void): { title: string; message: string; answers: readonly Answer[]; dismiss: () => void } {
  switch (notice.kind) {
    case 'text':
      return { title: texts.dialogTitle, message: notice.text, answers: [{ label: texts.ok, act: close }], dismiss: close };
    case 'refused':
      return { title: texts.dialogTitle, message: refusalText(notice.refusal, texts), answers: [{ label: texts.ok, act: close }], dismiss: close };
    case 'question':
      return {
        title: texts.dialogTitle,
        message: notice.text,
        answers: [
          { label: texts.ok, act: () => { close(); notice.accept(); } },
          { label: texts.cancel, act: close },
        ],
        dismiss: close,
      };
    case 'validation': {
      const title = notice.title === '' ? texts.invalidTitle : notice.title;
      const message = notice.message === '' ? texts.invalidMessage : notice.message;
      const cancel = { label: texts.cancel, act: notice.cancel };
      if (notice.style === 'Stop') return { title, message, answers: [{ label: texts.retry, act: notice.retry }, cancel], dismiss: notice.cancel };
      if (notice.style === 'Warning') {
        return { title, message: `${message} ${texts.continueQuestion}`, answers: [{ label: texts.no, act: notice.retry }, { label: texts.yes, act: notice.accept }, cancel], dismiss: notice.cancel };
      }
      return { title, message, answers: [{ label: texts.ok, act: notice.accept }, cancel], dismiss: notice.cancel };
    }
  }
}

function refusalText(refusal: EntryRefusal, texts: Texts): string {
  switch (refusal.reason) {
    case 'read-only':
      return texts.refusedReadOnly;
    case 'protected':
      return texts.refusedProtected;
    case 'filtered':
      return texts.refusedFiltered;
    case 'table':
      return texts.refusedTable;
    case 'too-large':
      return texts.refusedTooLarge;
    case 'cell-edit':
      return texts.refusedCellEdit;
    case 'place':
      return texts.refusedPlace(refusal.message);
    case 'other':
      return texts.refusedOther(refusal.message);
  }
}
