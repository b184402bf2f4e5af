import { useMessages } from '../shared/i18n';
import { usePane } from '../shared/SessionProvider';

/** Names for what has none: `粘贴 1`, `手打 2`, counted over everything ever added, so that a name is not given twice. */
export function usePasteNames(): { pasted(): string; typed(): string } {
  const { pane: { paste: t } } = useMessages();
  const { nextId } = usePane();
  return { pasted: () => t.pasteName(nextId), typed: () => t.typedName(nextId) };
}
