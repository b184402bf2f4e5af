import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ClipboardPaste20Regular, DocumentTable20Regular, PersonClock20Regular, TextBulletListSquareSearch20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import { FailureNotice } from '../failures/FailureNotice';
import { useMessages } from '../shared/i18n';
import { Notice } from '../shared/Notice';
import { Screen } from '../shared/Screen';
import { usePane, useSession } from '../shared/SessionProvider';
import { eventMistakes } from '../state/event';
import { EventCard } from './EventCard';
import { Conflicts } from '../done/Conflicts';
import { SheetButtons } from '../done/SheetButtons';

const icons = [ClipboardPaste20Regular, TextBulletListSquareSearch20Regular, DocumentTable20Regular, PersonClock20Regular] as const;

const useStyles = makeStyles({
  points: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '10px' },
  point: { display: 'flex', gap: '12px' },
  icon: {
    flexShrink: 0, width: '32px', height: '32px', borderRadius: tokens.borderRadiusLarge, display: 'flex', alignItems: 'center', justifyContent: 'center',
    backgroundColor: tokens.colorBrandBackground2, color: tokens.colorBrandForeground2,
  },
  pointTitle: { margin: 0, fontSize: '14px', lineHeight: '20px', fontWeight: tokens.fontWeightSemibold },
  pointText: { margin: 0, fontSize: '13px', lineHeight: '19px', color: tokens.colorNeutralForeground2 },
  hidden: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
});

/** What the add-in does, the event it is about and the way in. */
export function StartScreen({ takeFocus }: { readonly takeFocus: boolean }) {
  const styles = useStyles();
  const { pane: t } = useMessages();
  const pane = usePane();
  const session = useSession();
  const [tried, setTried] = useState(false);
  const [fetching, setFetching] = useState(false);
  const existing = pane.workbook?.event;
  const mistakes = eventMistakes(pane.event);

  const guarded = (goOn: () => void) => () => {
    setTried(true);
    if (mistakes.length === 0) goOn();
  };
  const begin = guarded(() => session.go('paste'));
  const sample = guarded(() => {
    setFetching(true);
    void session.trySample().finally(() => setFetching(false));
  });
  const beginLabel = existing !== undefined ? t.start.update : pane.inputs.length > 0 ? t.start.resume : t.start.begin;

  return (
    <Screen
      title={t.start.title}
      lead={t.start.lead}
      takeFocus={takeFocus}
      actions={
        <>
          <Button appearance="primary" onClick={begin}>{beginLabel}</Button>
          {existing === undefined && <Button onClick={sample} disabledFocusable={fetching} title={t.start.sampleHint}>{fetching ? t.start.sampleBusy : t.start.sample}</Button>}
        </>
      }
    >
      {pane.failure !== undefined && <FailureNotice failure={pane.failure} onAction={() => void session.readWorkbook()} />}
      {pane.workbook?.readOnly === true && <Notice tone="warning" title={t.start.readOnlyTitle}>{t.start.readOnlyText}</Notice>}
      {existing !== undefined && pane.workbook !== undefined && (
        <section>
          <Notice tone="info" title={t.start.existingTitle(existing.name)}>{t.start.existingText}</Notice>
        </section>
      )}
      <Conflicts />
      {existing !== undefined && pane.workbook !== undefined && <SheetButtons sheets={pane.workbook.sheets} />}
      {existing === undefined && (
        <section aria-labelledby="how-it-works">
          <h2 id="how-it-works" className={styles.hidden}>{t.start.what}</h2>
          <ol className={styles.points}>
            {t.start.points.map((point, index) => {
              const Icon = icons[index] ?? DocumentTable20Regular;
              return (
                <li key={point.title} className={styles.point}>
                  <span className={styles.icon}><Icon aria-hidden="true" /></span>
                  <div>
                    <p className={styles.pointTitle}>{point.title}</p>
                    <p className={styles.pointText}>{point.text}</p>
                  </div>
                </li>
              );
            })}
          </ol>
        </section>
      )}
      <EventCard mistakes={mistakes} showMistakes={tried} />
    </Screen>
  );
}
