/** What an empty workbook says: how to get to a retro from here. */
import type { ReactNode } from 'react';
import { useTexts } from '../i18n/context';

export function FirstLook({ paneOpen, onOpenPane, onClose }: { paneOpen: boolean; onOpenPane: () => void; onClose: () => void }): ReactNode {
  const texts = useTexts();
  return (
    <section className="first-look" aria-labelledby="first-look-title">
      <h1 id="first-look-title">{texts.firstLookTitle}</h1>
      <ol>
        <li>{texts.firstLook1}</li>
        <li>{texts.firstLook2}</li>
        <li>{texts.firstLook3}</li>
      </ol>
      <p className="first-look-note">{texts.badgeLong}</p>
      <div className="first-look-answers">
        {!paneOpen && (
          <button type="button" className="button button-primary" onClick={onOpenPane}>
            {texts.firstLookOpen}
          </button>
        )}
        <button type="button" className="button" onClick={onClose}>
          {texts.firstLookClose}
        </button>
      </div>
    </section>
  );
}
