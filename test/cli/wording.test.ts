import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main } from '../../src/cli/main';

test('the report flags sentences of the team that blame, never the words of customers or the original reply (R28)', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'retro-wording-'));
  const [cases, report] = [join(folder, 'cases.tsv'), join(folder, 'report.json')];
  writeFileSync(cases, '案例编号\t类型\t用户咨询场景\t客服回复内容\t处理结果\t是否峰值\t是否跨部门\t问题拆解\t方法提炼\nC01\t负面\t你们客服太懒了\t都怪你自己\t差评\t是\t否\t客服A太粗心了\t统一话术\n');
  expect(await main(['--today', '2025-11-17', '--out', join(folder, 'retro.xlsx'), '--report', report, cases], { out: () => undefined, error: () => undefined }, '2025-11-17')).toBe(0);
  const { flags } = JSON.parse(readFileSync(report, 'utf8')) as { flags: { where: string; code: string; text: string; suggestion: string }[] };
  expect(flags.filter(({ code }) => code === 'blame')).toEqual([{ where: 'K-01', code: 'blame', text: '客服A太粗心了', suggestion: expect.stringContaining('校验') as string }]);
});
