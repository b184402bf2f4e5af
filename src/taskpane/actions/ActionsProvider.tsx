import { createContext, useContext, useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import type { ReactNode } from 'react';
import { useCommands } from '../shared/CommandsProvider';
import { usePane } from '../shared/SessionProvider';
import { hasRetro } from '../state/reducer';
import { createTracker, type Tracker, type TrackerState } from './tracker';

const TrackerContext = createContext<Tracker | undefined>(undefined);

/** Tracks the actions as long as the pane is open and the workbook holds a retro, whichever part of the pane is shown. */
export function ActionsProvider({ children }: { readonly children: ReactNode }) {
  const commands = useCommands();
  const latest = useRef(commands);
  useEffect(() => {
    latest.current = commands;
  }, [commands]);
  const tracker = useMemo(() => createTracker(() => latest.current.actions), []);
  const pane = usePane();
  const exists = hasRetro(pane);
  const wasThere = pane.workbook?.event !== undefined;
  const { generating } = pane;

  useEffect(() => {
    if (!exists) return undefined;
    tracker.start(wasThere ? 'found-on-open' : 'found-while-open');
    return () => tracker.stop();
    // How it began is decided once.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [tracker, exists]);

  const generated = useRef(false);
  useEffect(() => {
    if (generated.current && !generating && exists) tracker.afresh();
    generated.current = generating;
  }, [tracker, generating, exists]);

  useEffect(() => {
    if (!exists) return undefined;
    const back = (): void => {
      if (document.visibilityState === 'visible') tracker.returned();
    };
    window.addEventListener('focus', back);
    document.addEventListener('visibilitychange', back);
    return () => {
      window.removeEventListener('focus', back);
      document.removeEventListener('visibilitychange', back);
    };
  }, [tracker, exists]);

  return <TrackerContext.Provider value={tracker}>{children}</TrackerContext.Provider>;
}

export function useTracker(): Tracker {
  const tracker = useContext(TrackerContext);
  if (tracker === undefined) throw new Error('ActionsProvider is missing');
  return tracker;
}

export function useTracked(): TrackerState {
  const tracker = useTracker();
  return useSyncExternalStore(tracker.subscribe, tracker.getState);
}
