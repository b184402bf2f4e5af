/** The drawing of a sheet: its charts, and what is carried along beside them. */
import type { CarriedAnchor, CarriedLink, SheetModel } from '../../model/types';
import type { Carrier } from './carried';
import { placeOf, readChart } from './charts';
import type { DroppedKind } from './dropped';
import { relationshipKind, type PackageReader } from './package';
import { attribute, child, descend, relationshipId, type XmlElement } from './xml';

export interface DrawingReading {
  readonly file: PackageReader;
  readonly path: string;
  readonly sheet: SheetModel;
  readonly theme: readonly string[];
  readonly carrier: Carrier;
  readonly newId: () => string;
  readonly lose: (part: string, what: DroppedKind, where: string) => void;
}

const isAnchor = ({ name }: XmlElement): boolean => name.endsWith('Anchor');

/** What the host redraws without: a chart that has one of these looks plainer when it is saved. */
const FINE_FORMAT = /<(?:[\w.-]+:)?(?:trendline|errBars|dTable|dLbl|gradFill|pattFill|blipFill|userShapes|view3D)[\s/>]/;

/** The anchor's text with the namespaces that its drawing declares. */
const standalone = (source: string, element: XmlElement, root: XmlElement): string => {
  const xml = source.slice(element.start, element.end);
  const tagEnd = /^<[^\s/>]+/.exec(xml)?.[0].length ?? 1;
  const namespaces = Object.entries(root.attributes).filter(([name]) => name.startsWith('xmlns') && element.attributes[name] === undefined);
  return `${xml.slice(0, tagEnd)}${namespaces.map(([name, value]) => ` ${name}="${value.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`).join('')}${xml.slice(tagEnd)}`;
};

/** Adds the charts of a drawing to its sheet; anchors of anything else are the answer. */
export const readDrawing = ({ file, path, sheet, theme, carrier, newId, lose }: DrawingReading): CarriedAnchor[] => {
  const root = file.xml(path);
  if (root === undefined) return [];
  const source = file.text(path);
  const relationships = new Map(file.relationships(path).map((relationship) => [relationship.id, relationship]));
  const carried: CarriedAnchor[] = [];
  for (const element of root.children) {
    const anchor = isAnchor(element) ? element : undefined;
    if (anchor === undefined && element.name !== 'AlternateContent') continue;
    const frame = child(anchor, 'graphicFrame');
    const relationship = relationships.get(relationshipId(descend(frame, 'graphic', 'graphicData', 'chart')) ?? '');
    const chartRoot = relationship !== undefined && relationshipKind(relationship) === 'chart' ? file.xml(relationship.target) : undefined;
    const chart = chartRoot === undefined ? undefined : readChart(chartRoot, theme);
    if (chart !== undefined && anchor !== undefined && relationship !== undefined) {
      const name = attribute(child(child(frame, 'nvGraphicFramePr'), 'cNvPr'), 'name') ?? '';
      sheet.charts.push({ id: newId(), name, ...placeOf(anchor, sheet), ...chart });
      if (FINE_FORMAT.test(file.text(relationship.target))) lose(relationship.target, 'chart-format', `${sheet.name} ${name}`.trim());
      continue;
    }
    const xml = standalone(source, element, root);
    const used = [...xml.matchAll(/\s[\w.-]+:[\w.-]+=["']([^"']*)["']/g)].map(([, id]) => relationships.get(id ?? '')).filter((found) => found !== undefined);
    const links = [...new Set(used)].map((found) => carrier.carry(found));
    carried.push({ xml, links: links.filter((link): link is CarriedLink => link !== undefined) });
  }
  return carried;
};
