import { languages, messages } from '../../src/i18n';
import { readSource } from '../../src/intake';
import { combineRecords } from '../../src/intake/combine';
import { buildRetro } from '../../src/retro/retro';
import { planWorkbook } from '../../src/workbook';
import { sampleInputs } from '../support/samples';

const options = { today: '2025-11-17', year: 2025 };
const retro = buildRetro({ name: '2025双11', start: '2025-10-20', end: '2025-11-14' }, combineRecords(sampleInputs().flatMap((input) => [...readSource(input, options)])));

describe.each(languages)('the plan in %s keeps Excel’s rules', (language) => {
  const plan = planWorkbook(retro, language);
  const tables = plan.sheets.flatMap((sheet) => (sheet.table ? [sheet.table] : []));

  test('sheets in the order of the six steps, those of the analyses between them (R2)', () => {
    const names = messages[language].workbook.sheets;
    expect(plan.sheets.map((sheet) => sheet.name)).toEqual([names.cover, names.target, names.actual, names.comparison, names.node, names.hour, names.cause, names.item, names.refund, names.inquiry, names.silent, names.review, names.case, names.lesson, names.action, names.department, names.config]);
  });

  test('sheet names are legal: at most 31 characters, none of [ ] : * ? / \\', () => {
    for (const { name } of plan.sheets) {
      expect(name.length).toBeLessThanOrEqual(31);
      expect(name).not.toMatch(/[[\]:*?/\\]/);
    }
  });

  test('table headers are unique and never empty', () => {
    for (const table of tables) {
      const headers = table.columns.map((column) => column.header.toLowerCase());
      expect(new Set(headers).size).toBe(headers.length);
      expect(headers).not.toContain('');
    }
  });

  test('every structured reference names a column that exists', () => {
    const headers = new Map(tables.map((table) => [table.name as string, new Set(table.columns.map((column) => column.header))]));
    for (const table of tables) {
      for (const { formula } of table.columns) {
        for (const [, own] of formula?.matchAll(/(?<![\w\]])\[@\[?([^\]]+)\]/g) ?? []) expect(headers.get(table.name)).toContain(own);
        for (const [, name, column] of formula?.matchAll(/(tbl\w+)\[(?:\[#Headers\],)?\[?([^\]]+)\]/g) ?? []) expect(headers.get(name ?? '')).toContain(column);
      }
    }
  });

  test('only plain functions that Excel 2016, WPS and LibreOffice have', () => {
    const allowed = new Set(['IF', 'IFERROR', 'INDEX', 'MATCH', 'COUNTIF', 'COUNTIFS', 'COUNTA', 'SUM', 'SUMIFS', 'ROUND', 'TODAY', 'AND', 'OR', 'NOT', 'ISNUMBER', 'TEXT', 'ABS', 'LEFT', 'MID', 'LEN', 'TRIM', 'REPT', 'MAX', 'HYPERLINK', 'CELL', 'ROW', 'SUMPRODUCT', 'N', 'COUNT', 'MIN', 'LARGE', 'SUBSTITUTE', 'SEARCH']);
    const formulas = [...tables.flatMap((table) => [...table.columns.map((column) => column.formula), ...table.rules.map((rule) => rule.formula)]), ...plan.sheets.flatMap((sheet) => sheet.cells.map((cell) => cell.formula))];
    for (const formula of formulas) {
      for (const [, name] of (formula ?? '').replace(/"[^"]*"/g, '""').matchAll(/([A-Z][A-Z0-9.]*)\(/g)) expect(allowed).toContain(name);
      // In a file `[@x]` is written out: `tblDepartment[[#This Row],[x]]`.
      expect((formula ?? '').replace(/\[@\[?([^\]]*)\]+/g, 'tblDepartment[[#This Row],[$1]]').length).toBeLessThan(8192);
    }
  });

  test('rules use no structured references (Excel refuses them there)', () => {
    for (const table of tables) for (const rule of table.rules) expect(rule.formula).not.toMatch(/\[|tbl/);
  });

  test('every dropdown has its list on 配置 and every prompt fits', () => {
    const lists = new Set(plan.sheets.flatMap((sheet) => sheet.lists ?? []).map((list) => list.name as string));
    for (const table of tables) {
      for (const column of table.columns) {
        if (column.validation?.kind === 'list') expect(lists).toContain(column.validation.list);
        expect((column.prompt ?? '').length).toBeLessThanOrEqual(255);
        expect(column.header.length).toBeLessThanOrEqual(32);
      }
    }
    const { alerts } = messages[language].workbook;
    for (const text of [alerts.listTitle, alerts.dateTitle, alerts.numberTitle]) expect(text.length).toBeLessThanOrEqual(32);
  });

  test('nothing in it ranks people (R28)', () => {
    const agents = ['小满', '阿橙', '青柠', '海盐', '星河'];
    const text = JSON.stringify(plan);
    for (const agent of agents) expect(text).not.toContain(agent);
  });
});

test('the same retro gives the same plan', () => {
  expect(planWorkbook(retro, 'zh-CN')).toEqual(planWorkbook(retro, 'zh-CN'));
});
