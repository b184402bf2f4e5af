import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main } from '../../src/cli/main';
import { orphanFlags } from '../../src/cli/orphans';
import { addressOf, startExcel } from '../support/excel';
import { generate } from '../support/retro';
import { sampleInputs, samplesFolder } from '../support/samples';

interface Report {
  readonly metrics: readonly { readonly id: string; readonly state: string }[];
  readonly flags: readonly { readonly where: string; readonly code: string; readonly text: string; readonly suggestion: string }[];
}

test('the report flags each missed target without a cause, an action without a source and an id that no row has (R17, R33)', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'retro-orphans-'));
  const [actions, report] = [join(folder, 'actions.tsv'), join(folder, 'report.json')];
  writeFileSync(actions, '行动\t负责人\t截止日期\t来源\n补快捷语\t主管\t2025-11-30\t\n改排班\t主管\t2025-11-30\tC-77\n写速查卡\t主管\t2025-11-30\t平均响应时间\n');
  expect(await main(['--today', '2025-11-17', '--out', join(folder, 'retro.xlsx'), '--report', report, join(samplesFolder, '01_targets.tsv'), join(samplesFolder, '02_actuals.tsv'), actions], { out: () => undefined, error: () => undefined }, '2025-11-17')).toBe(0);
  const { flags, metrics } = JSON.parse(readFileSync(report, 'utf8')) as Report;
  const of = (code: string): string[] => flags.filter((flag) => flag.code === code).map(({ where }) => where);
  expect(of('missed-without-cause')).toEqual(metrics.filter(({ state }) => state === 'missed').map(({ id }) => id));
  expect(of('missed-without-cause').length).toBeGreaterThan(0);
  expect(of('action-without-source')).toEqual(['A-01']);
  expect(flags.filter(({ code }) => code === 'unknown-evidence')).toEqual([{ where: 'A-02', code: 'unknown-evidence', text: '写到的编号 C-77 不存在。', suggestion: '核对编号；被引用的行可能已删除。' }]);
});

test('what people wrote in the workbook counts, in the words of the report', async () => {
  const host = await startExcel();
  await generate(sampleInputs('01_targets.tsv', '02_actuals.tsv'));
  const missed = orphanFlags(host.book, 'en-US').filter(({ code }) => code === 'missed-without-cause');
  const type = (table: string, row: number, header: string, value: string): void => {
    const { sheet, address } = addressOf(host.book, table, row, header);
    host.userEdit(sheet, address, value);
  };
  type('tblLesson', 0, '规律', '开卖两小时双倍排班');
  type('tblCause', 0, '来源编号', String(missed[0]?.where).toLowerCase());
  type('tblCause', 0, '根本原因', '备班不足');
  host.calculate();
  const flags = orphanFlags(host.book, 'en-US');
  expect(flags.filter(({ code }) => code === 'missed-without-cause')).toEqual(missed.slice(1));
  expect(flags.filter(({ code }) => code === 'lesson-without-evidence')).toMatchObject([{ text: 'The lesson “开卖两小时双倍排班” has no evidence.' }]);
});
