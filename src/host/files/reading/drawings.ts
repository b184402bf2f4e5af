/** The drawing of a sheet: its charts. */
import type { SheetModel } from '../../model/types';
import { placeOf, readChart } from './charts';
import type { DroppedKind } from './dropped';
import { relationshipKind, type PackageReader } from './package';
import { attribute, child, descend, relationshipId, type XmlElement } from './xml';

export interface DrawingReading {
  readonly file: PackageReader;
  readonly path: string;
  readonly sheet: SheetModel;
  readonly theme: readonly string[];
  readonly newId: () => string;
  readonly lose: (part: string, what: DroppedKind, where: string) => void;
}

/** Newer drawings come with a stand-in for older programs; the first choice is what was meant. */
const anchorsOf = (root: XmlElement): readonly XmlElement[] =>
  root.children.flatMap((element) => (element.name === 'AlternateContent' ? (child(element, 'Choice')?.children ?? []) : [element])).filter(({ name }) => name.endsWith('Anchor'));

/** Adds the charts of a drawing to its sheet. */
export const readDrawing = ({ file, path, sheet, theme, newId, lose }: DrawingReading): void => {
  const root = file.xml(path);
  if (root === undefined) return;
  const relationships = new Map(file.relationships(path).map((relationship) => [relationship.id, relationship]));
  for (const anchor of anchorsOf(root)) {
    const frame = child(anchor, 'graphicFrame');
    const shown = frame ?? anchor.children.find(({ name }) => ['pic', 'sp', 'grpSp', 'cxnSp', 'contentPart'].includes(name));
    const label = attribute(shown?.children.map((part) => child(part, 'cNvPr')).find((part) => part !== undefined), 'name') ?? '';
    const relationship = relationships.get(relationshipId(descend(frame, 'graphic', 'graphicData', 'chart')) ?? '');
    const chartRoot = relationship !== undefined && relationshipKind(relationship) === 'chart' ? file.xml(relationship.target) : undefined;
    const chart = chartRoot === undefined ? undefined : readChart(chartRoot, theme);
    if (chart !== undefined) sheet.charts.push({ id: newId(), name: label, ...placeOf(anchor, sheet), ...chart });
    else lose(relationship?.target ?? path, chartRoot === undefined ? 'drawing' : 'chart', `${sheet.name} ${label}`.trim());
  }
};
