import { FluentProvider } from '@fluentui/react-components';
import { useEffect, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import type { Failure } from '../../excel/failures';
import { messages } from '../../i18n';
import type { Language } from '../../i18n';
import { ActionsProvider } from '../actions/ActionsProvider';
import { App } from '../App';
import type { CommandContext, Commands } from '../commands/types';
import { CommandsProvider } from '../shared/CommandsProvider';
import { LanguageProvider } from '../shared/i18n';
import { keepLanguage } from '../shared/language';
import type { HostTheme } from '../shared/theme';
import { SessionProvider } from '../shared/SessionProvider';
import { toForm } from '../state/event';
import { suggestEvent } from '../../retro/promotions';
import type { Store } from '../state/store';
import { BootScreen } from './BootScreen';
import { ErrorBoundary } from './ErrorBoundary';
import { useTheme } from './useTheme';

/** `waiting` for Excel's answer, `ready` to work, or why not. */
export type BootState = 'waiting' | 'ready' | Failure;

interface RootProps {
  readonly state: BootState;
  readonly language: Language;
  readonly store: Store;
  /** `YYYY-MM-DD` */
  readonly today: () => string;
  readonly createCommands: (context: CommandContext) => Commands;
  readonly onRetry: () => void;
  /** Office's theme as far as it tells one now */
  readonly hostTheme: () => HostTheme | undefined;
}

/** The frame of the pane: language, theme, error screen; inside it the start-up screen or the app. */
export function Root({ state, language: firstLanguage, store, today, createCommands, onRetry, hostTheme }: RootProps) {
  const [chosen, setChosen] = useState<Language>();
  const language = chosen ?? firstLanguage;
  const setLanguage = (next: Language) => {
    keepLanguage(next);
    setChosen(next);
  };
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = messages[language].pane.product;
    store.dispatch({ type: 'event-suggested', event: toForm(suggestEvent(today(), messages[language].pane.promotion)) });
  }, [language, store, today]);
  return (
    <LanguageProvider language={language} setLanguage={setLanguage}>
      <Themed hostTheme={hostTheme}>
        <ErrorBoundary store={store}>
          {state === 'ready'
            ? <Ready language={language} store={store} today={today} createCommands={createCommands} />
            : <BootScreen failure={state === 'waiting' ? undefined : state} onRetry={onRetry} />}
        </ErrorBoundary>
      </Themed>
    </LanguageProvider>
  );
}

function Themed({ hostTheme, children }: Pick<RootProps, 'hostTheme'> & { readonly children: ReactNode }) {
  return <FluentProvider theme={useTheme(hostTheme)}>{children}</FluentProvider>;
}

function Ready({ language, store, today, createCommands }: Pick<RootProps, 'language' | 'store' | 'today' | 'createCommands'>) {
  const commands = useMemo(() => createCommands({ language, today }), [createCommands, language, today]);
  return (
    <CommandsProvider commands={commands}>
      <SessionProvider store={store}>
        <ActionsProvider><App /></ActionsProvider>
      </SessionProvider>
    </CommandsProvider>
  );
}
