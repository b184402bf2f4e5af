import { createContext, useContext, useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import type { ReactNode } from 'react';
import { createSession } from '../state/session';
import type { Session } from '../state/session';
import type { Store } from '../state/store';
import type { PaneState } from '../state/types';
import { useCommands } from './CommandsProvider';

const SessionContext = createContext<{ readonly store: Store; readonly session: Session } | undefined>(undefined);

/** Gives the screens the pane's state and the session that acts on it. The store lives outside, so an error screen does not lose it. */
export function SessionProvider({ store, children }: { readonly store: Store; readonly children: ReactNode }) {
  const commands = useCommands();
  const latest = useRef(commands);
  useEffect(() => {
    latest.current = commands;
  }, [commands]);
  // One session for the life of the store: work that is under way can be cancelled after the language was switched.
  const session = useMemo(() => createSession(() => latest.current, store), [store]);
  const value = useMemo(() => ({ store, session }), [store, session]);
  return <SessionContext.Provider value={value}>{children}</SessionContext.Provider>;
}

function useParts(): { readonly store: Store; readonly session: Session } {
  const parts = useContext(SessionContext);
  if (parts === undefined) throw new Error('SessionProvider is missing');
  return parts;
}

export function useSession(): Session {
  return useParts().session;
}

export function usePane(): PaneState {
  const { store } = useParts();
  return useSyncExternalStore(store.subscribe, store.getState);
}
