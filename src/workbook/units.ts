import { languages, messages } from '../i18n';
import type { Unit } from '../retro/types';

/** The unit a cell means, in whatever language the sheet says it; undefined for a unit that is nobody's but the person's own. */
export function unitByName(name: string): Unit | undefined {
  const said = name.normalize('NFKC').trim().toLowerCase();
  for (const { workbook: { units } } of languages.map((language) => messages[language])) {
    const found = (Object.keys(units) as Unit[]).find((unit) => units[unit].toLowerCase() === said);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Names of a unit in every language: a formula looks for all of them, because a workbook keeps what older versions wrote. */
export const namesOfUnit = (unit: Unit): readonly string[] => [...new Set(languages.map((language) => messages[language].workbook.units[unit]))];
