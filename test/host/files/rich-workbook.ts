/** A workbook that uses everything a file can carry, shaped like the product's own. */
import { createCalculator } from '../../../src/host/calc';
import { loadEngine } from '../../../src/host/calc/node';
import type { CellFormat, WorkbookModel } from '../../../src/host/model/types';
import { addTable, buildWorkbook, cellAt, fill, put, rect, sheetOf } from '../../support/workbook-builder';

const header: CellFormat = {
  bold: true,
  fill: '#1F6FEB',
  fontColor: '#FFFFFF',
  horizontalAlignment: 'Center',
  verticalAlignment: 'Center',
  wrapText: true,
  borders: { EdgeBottom: { style: 'Continuous', color: '#0A3069', weight: 'Medium' }, EdgeLeft: { style: 'Double', color: '#000000', weight: 'Thick' } },
};

/** Text that breaks writers: markup, control characters, what looks like an escape, blanks, half a character. */
export const AWKWARD_TEXT = ' <a href="x">&amp; ]]> \u000b _x000B_ 猫\ud83d\ude00 \ud83d\n\t第二行 ';

const addComparison = (book: WorkbookModel): void => {
  const sheet = sheetOf(book, '2 对比结果');
  fill(sheet, 'A1', [['大促复盘 · 对比']]);
  fill(sheet, 'A4', [
    ['编号', '指标', '目标', '实际', '差距\n(±)', '状态', '日期', '金额'],
    ['M-01', '询单转化率', 0.55, 0.532, '=[@实际]-[@目标]', '=IF([@实际]>=[@目标],"达成","未达成")', 45972, 1234.5],
    ['M-02', '平均响应', 30, 45, '=[@实际]-[@目标]', '=IF([@实际]<=[@目标],"达成","未达成")', 45973, -20],
    ['M-03', '满意度', 4.8, 4.9, '=[@实际]-[@目标]', '=IF([@实际]>=[@目标],"达成","未达成")', 45974, 0],
    ['合计', '', '', '', '', '=SUBTOTAL(103,[状态])', '', '=SUBTOTAL(109,[金额])'],
  ]);
  for (const column of 'ABCDEFGH') cellAt(sheet, `${column}4`).format = header;
  for (const row of [5, 6, 7]) {
    cellAt(sheet, `C${row}`).format = { numberFormat: '0.00%' };
    cellAt(sheet, `E${row}`).format = { numberFormat: '+0.00%;-0.00%;0.00%' };
    cellAt(sheet, `G${row}`).format = { numberFormat: 'yyyy-mm-dd', locked: false };
    cellAt(sheet, `H${row}`).format = { numberFormat: '"¥"#,##0.00', italic: true, underline: 'Single', strikethrough: true, fontSize: 9, fontName: '微软雅黑', indentLevel: 1, horizontalAlignment: 'Right', shrinkToFit: true };
  }
  const table = addTable(book, sheet, 'tblComparison', 'A4:H8', { showTotals: true, highlightFirstColumn: true, filters: new Map([[5, ['未达成', '']]]) });
  const calculated = new Map([
    [4, '=[@实际]-[@目标]'],
    [5, '=IF([@实际]>=[@目标],"达成","未达成")'],
  ]);
  for (const [index, calculatedFormula] of calculated) {
    const column = table.columns[index];
    if (column !== undefined) column.calculatedFormula = calculatedFormula;
  }
  sheet.rows.set(6, { filtered: true });
  sheet.rows.set(0, { height: 30 });
  sheet.columns.set(0, { width: 52.5 });
  sheet.columns.set(1, { width: 120, format: { wrapText: true } });
  sheet.columns.set(2, { width: 60 });
  sheet.columns.set(3, { width: 60 });
  sheet.columns.set(9, { hidden: true });
  sheet.frozen = { rows: 4, columns: 2 };
  sheet.tabColor = '#1f6feb';
  sheet.showGridlines = false;
  sheet.conditionalFormats = [
    { id: '1', ranges: [rect('F5:F7'), rect('A5:A7')], rule: { type: 'Custom', formula: '=$F5="未达成"', format: { fill: '#FFEBE9', fontColor: '#CF222E', bold: true } }, stopIfTrue: true },
    { id: '2', ranges: [rect('E5:E7')], rule: { type: 'CellValue', operator: 'Between', formula1: '=0', formula2: '=接近线', format: { fill: '#DAFBE1' } }, stopIfTrue: false },
    { id: '3', ranges: [rect('B5:B7')], rule: { type: 'ContainsText', operator: 'Contains', text: '率"', format: { italic: true } }, stopIfTrue: false },
    { id: '4', ranges: [rect('B5:B7')], rule: { type: 'ContainsText', operator: 'BeginsWith', text: '平', format: { strikethrough: true } }, stopIfTrue: false },
    { id: '5', ranges: [rect('H5:H7')], rule: { type: 'DataBar', color: '#1F6FEB' }, stopIfTrue: false },
  ];
  sheet.pageLayout = {
    ...sheet.pageLayout,
    orientation: 'Landscape',
    fitToWidth: 1,
    printTitleRows: '$1:$4',
    printTitleColumns: '$A:$B',
    printArea: 'A1:J32',
    headerFooter: { leftHeader: '大促复盘 & 对比', centerFooter: '第 &P 页，共 &N 页', rightFooter: '&D' },
    centerHorizontally: true,
  };
};

const addPlan = (book: WorkbookModel): void => {
  const sheet = sheetOf(book, '6 行动计划');
  fill(sheet, 'A1', [
    ['编号', '行动', '负责人', '截止'],
    ['A-01', '', '张三', 45990],
    ['A-02', '', '李四', 45991],
  ]);
  put(sheet, 'B2', { text: '=1+1 不是公式' }, { numberFormat: '@' });
  put(sheet, 'B3', { text: AWKWARD_TEXT }, { numberFormat: '@' });
  put(sheet, 'F1', { text: '123456789012345678' }, { numberFormat: '@' });
  put(sheet, 'F2', true);
  put(sheet, 'F3', '#N/A').error = true;
  put(sheet, 'F4', '=1/0');
  put(sheet, 'F5', '=IFS(TRUE,"IFS")&TEXTJOIN(",",TRUE,lstOwner)');
  put(sheet, 'F6', '=TODAY()-45900', { numberFormat: '0"天"' });
  put(sheet, 'F7', '=A1="编号"');
  put(sheet, 'F8', '=SUM(tblComparison[[#Data],[金额]])');
  put(sheet, 'F9', "=SUMPRODUCT(--(tblComparison[实际]>='2 对比结果'!$C$5:$C$7))");
  put(sheet, 'F10', '=HYPERLINK("#\'封面 & 目录\'!A1","回封面")').format = { fontColor: '#0969DA', underline: 'Single' };
  addTable(book, sheet, 'tblAction', 'A1:D3', { showFilterButton: false, style: 'TableStyleLight9' });
  sheet.validations = [
    {
      ranges: [rect('C2:C3')],
      rule: { type: 'List', source: '=lstOwner', inCellDropDown: true },
      ignoreBlanks: true,
      errorAlert: { title: '不在名单', message: '请在“配置”里先添加 & 保存', style: 'Warning', showAlert: true },
      prompt: { title: '负责人', message: '从名单里选\n或留空', showPrompt: true },
    },
    { ranges: [rect('E2:E3'), rect('E9')], rule: { type: 'List', source: '未开始,进行中,已完成', inCellDropDown: false }, ignoreBlanks: false },
    {
      ranges: [rect('D2:D3')],
      rule: { type: 'Date', operator: 'GreaterThanOrEqualTo', formula1: '2025-01-01' },
      ignoreBlanks: true,
      errorAlert: { title: '日期', message: '要 2025-01-01 之后的日期', style: 'Stop', showAlert: true },
    },
    { ranges: [rect('G2:G3')], rule: { type: 'Decimal', operator: 'Between', formula1: '0', formula2: '=接近线' }, ignoreBlanks: true },
    { ranges: [rect('H2:H3')], rule: { type: 'Custom', formula: '=LEN($H2)<=20' }, ignoreBlanks: true },
  ];
  sheet.protection = { protected: true, password: 'secret', options: { allowAutoFilter: true, allowSort: true, allowFormatCells: true, selectionMode: 'Normal' } };
};

const addCharts = (book: WorkbookModel): void => {
  const sheet = sheetOf(book, '2 对比结果');
  const reference = (area: string): string => `='2 对比结果'!${area}`;
  const base = { left: 20, top: 160, width: 360, height: 220, categoryAxis: {}, valueAxis: {}, dataLabels: false };
  sheet.charts = [
    {
      ...base,
      id: 'c1',
      name: '目标与实际',
      chartType: 'ColumnClustered',
      title: '目标 & 实际',
      legendPosition: 'Bottom',
      categoryAxis: { title: '指标' },
      valueAxis: { title: '值', numberFormat: '0.0', minimum: 0, maximum: 60 },
      series: [
        { name: reference('$C$4'), values: reference('$C$5:$C$7'), categories: reference('$B$5:$B$7'), axisGroup: 'Primary', color: '#8C959F' },
        { name: '实际', values: reference('$D$5:$D$7'), categories: reference('$B$5:$B$7'), axisGroup: 'Primary' },
        { name: '差距', values: reference('$E$5:$E$7'), categories: reference('$B$5:$B$7'), axisGroup: 'Secondary', chartType: 'LineMarkers' },
      ],
    },
    {
      ...base,
      id: 'c2',
      name: '横条',
      chartType: 'BarStacked',
      left: 400,
      dataLabels: true,
      categoryAxis: { reversed: true },
      series: [{ name: '金额', values: reference('$H$5:$H$7'), categories: reference('$G$5:$G$7'), axisGroup: 'Primary' }],
    },
  ];
  sheetOf(book, '6 行动计划').charts = [
    { ...base, id: 'c3', name: '占比', chartType: 'Doughnut', top: 220, title: '占比', legendPosition: 'Right', dataLabels: true, series: [{ name: '', values: reference('$D$5:$D$7'), categories: reference('$B$5:$B$7'), axisGroup: 'Primary' }] },
    { ...base, id: 'c4', name: '趋势', chartType: 'Line', top: 450, series: [{ name: '无', values: reference('$D$5:$D$7'), axisGroup: 'Primary' }] },
  ];
};

/** The workbook, calculated. */
export const richWorkbook = (): WorkbookModel => {
  loadEngine();
  const book = buildWorkbook('封面 & 目录', '2 对比结果', '6 行动计划', '配置', '底稿', '深藏');
  const cover = sheetOf(book, '封面 & 目录');
  fill(cover, 'A1', [['2025双11 复盘'], ['看对比'], ['帮助']]);
  cellAt(cover, 'A2').hyperlink = { documentReference: "'2 对比结果'!A4", screenTip: '跳到 <对比>' };
  cellAt(cover, 'A3').hyperlink = { address: 'https://example.com/?a=1&b=2' };
  cover.merges.push(rect('A5:C6'));
  addComparison(book);
  addPlan(book);
  addCharts(book);
  fill(sheetOf(book, '配置'), 'A3', [['负责人'], ['张三'], ['李四']]);
  book.names.push(
    { name: 'lstOwner', formula: '=配置!$A$4:$A$5', comment: '负责人名单', visible: true },
    { name: '接近线', formula: '=0.95', comment: '', visible: false },
  );
  sheetOf(book, '底稿').visibility = 'Hidden';
  sheetOf(book, '底稿').customProperties.set('role', 'base & copy');
  sheetOf(book, '深藏').visibility = 'VeryHidden';
  book.activeSheet = sheetOf(book, '2 对比结果');
  book.selection = rect('D5:D6');
  book.settings.set('retro.schema', { version: 1, text: '<中文>' });
  Object.assign(book.properties, { title: '2025双11 复盘', author: '客服部', company: '某店 & 某店', keywords: '复盘' });
  book.properties.custom.set('版本', 'v1 <2>').set('次数', 3).set('比率', 0.5).set('归档', true);
  createCalculator(book, { today: () => '2025-11-17' }).calculate();
  return book;
};
