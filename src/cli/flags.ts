import { messages, type Language } from '../i18n';
import type { Flag } from '../retro/retro';

/** The words of a flag for the report: what was seen, and what to do. */
export function flagText(flag: Flag, language: Language): { text: string; suggestion: string } {
  return messages[language].flags[flag.code](flag.values);
}
