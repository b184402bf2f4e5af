/** The drawing part of a sheet: where its charts lie. */
import { titleText } from '../model/charts';
import type { CarriedAnchor, CarriedLink, ChartModel, SheetModel, WorkbookModel } from '../model/types';
import { emu } from './measures';
import { element, xmlPart } from './xml';

/** A place in a grid: index of the cell and points into it. */
const locate = (points: number, sizeOf: (index: number) => number): { readonly index: number; readonly offset: number } => {
  let rest = Math.max(0, points);
  let index = 0;
  for (let size = sizeOf(index); rest >= size && index < 1_048_575; size = sizeOf(index)) {
    rest -= size;
    index += 1;
  }
  return { index, offset: rest };
};

const widthOf = ({ columns, defaultColumnWidth }: SheetModel, column: number): number => {
  const band = columns.get(column);
  return band?.hidden === true ? 0 : (band?.width ?? defaultColumnWidth);
};
const heightOf = ({ rows, defaultRowHeight }: SheetModel, row: number): number => {
  const band = rows.get(row);
  return band?.hidden === true || band?.filtered === true ? 0 : (band?.height ?? defaultRowHeight);
};

const corner = (name: string, sheet: SheetModel, x: number, y: number): string => {
  const column = locate(x, (index) => widthOf(sheet, index));
  const row = locate(y, (index) => heightOf(sheet, index));
  return element(name, {}, [
    element('xdr:col', {}, String(column.index)),
    element('xdr:colOff', {}, String(emu(column.offset))),
    element('xdr:row', {}, String(row.index)),
    element('xdr:rowOff', {}, String(emu(row.offset))),
  ]);
};

const frame = (chart: ChartModel, title: string | undefined, id: number, relationshipId: string): string =>
  element('xdr:graphicFrame', { macro: '' }, [
    element('xdr:nvGraphicFramePr', {}, [element('xdr:cNvPr', { id, name: chart.name, descr: title }), element('xdr:cNvGraphicFramePr')]),
    element('xdr:xfrm', {}, [element('a:off', { x: 0, y: 0 }), element('a:ext', { cx: 0, cy: 0 })]),
    element(
      'a:graphic',
      {},
      element(
        'a:graphicData',
        { uri: 'http://schemas.openxmlformats.org/drawingml/2006/chart' },
        element('c:chart', {
          'xmlns:c': 'http://schemas.openxmlformats.org/drawingml/2006/chart',
          'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
          'r:id': relationshipId,
        }),
      ),
    ),
  ]);

/** The part; `chartIds` are the relationship ids of the sheet's charts, in order. Charts keep their size when cells are resized. */
export const drawingPart = (sheet: SheetModel, chartIds: readonly string[], book: WorkbookModel, carried: readonly string[] = []): string =>
  xmlPart(
    element(
      'xdr:wsDr',
      { 'xmlns:xdr': 'http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing', 'xmlns:a': 'http://schemas.openxmlformats.org/drawingml/2006/main' },
      [...sheet.charts.map((chart, index) =>
        element('xdr:twoCellAnchor', { editAs: 'oneCell' }, [
          corner('xdr:from', sheet, chart.left, chart.top),
          corner('xdr:to', sheet, chart.left + chart.width, chart.top + chart.height),
          frame(chart, titleText(chart, book), index + 2, chartIds[index] ?? ''),
          '<xdr:clientData/>',
        ]),
      ), ...carried],
    ),
  );

/** An anchor of an opened file with the relationships it has now. Its ids are moved out of the way of the charts'. */
export const carriedAnchor = ({ xml, links }: CarriedAnchor, addLink: (link: CarriedLink) => string): string => {
  const ids = new Map(links.map((link) => [link.id, addLink(link)]));
  return xml
    .replace(/(\s[\w.-]+:[\w.-]+=)(["'])([^"']*)\2/g, (whole, name: string, quote: string, id: string) => (ids.has(id) && !name.startsWith(' xmlns') ? `${name}${quote}${ids.get(id) ?? id}${quote}` : whole))
    .replace(/(<[\w.-]+:cNvPr\b[^>]*?\sid=)(["'])(\d+)\2/g, (_, before: string, quote: string, id: string) => `${before}${quote}${Number(id) < 1000 ? Number(id) + 1000 : id}${quote}`);
};
