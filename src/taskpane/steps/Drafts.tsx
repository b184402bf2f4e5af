import { createContext, useContext, useState } from 'react';
import type { ReactNode } from 'react';

/** What was typed into the forms of rows and not saved yet, by row: it outlives the screen, so that looking something up loses nothing. */
type Drafts = Map<string, Readonly<Record<string, string>>>;

const DraftsContext = createContext<Drafts | undefined>(undefined);

export function DraftsProvider({ children }: { readonly children: ReactNode }) {
  // The map itself never changes; what is in it is read when a form opens.
  const [drafts] = useState<Drafts>(() => new Map());
  return <DraftsContext.Provider value={drafts}>{children}</DraftsContext.Provider>;
}

export function useDrafts(): Drafts {
  const drafts = useContext(DraftsContext);
  if (drafts === undefined) throw new Error('DraftsProvider is missing');
  return drafts;
}
