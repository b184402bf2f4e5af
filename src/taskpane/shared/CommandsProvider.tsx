import { createContext, useContext } from 'react';
import type { ReactNode } from 'react';
import type { Commands } from '../commands/types';

const CommandsContext = createContext<Commands | undefined>(undefined);

export function CommandsProvider({ commands, children }: { readonly commands: Commands; readonly children: ReactNode }) {
  return <CommandsContext.Provider value={commands}>{children}</CommandsContext.Provider>;
}

/** What the person can do, as given by the nearest provider. */
export function useCommands(): Commands {
  const commands = useContext(CommandsContext);
  if (commands === undefined) throw new Error('CommandsProvider is missing');
  return commands;
}
