import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findBlame } from '../../../src/retro/taxonomy/blame';

/** Precision and recall of the no-blame check on a file of labelled sentences. */
function measure(file: string): { readonly precision: number; readonly recall: number } {
  const rows = readFileSync(join(__dirname, '../../fixtures', file), 'utf8').trim().split('\n').slice(1).map((line) => line.split('\t'));
  const flagged = rows.filter(([, sentence = '']) => findBlame(sentence).length > 0);
  const hits = flagged.filter(([label]) => label === 'blaming').length;
  return { precision: hits / flagged.length, recall: hits / rows.filter(([label]) => label === 'blaming').length };
}

describe('how well blaming sentences are told from fair ones (R28)', () => {
  test.each([
    ['blame-sentences.tsv', 0.98, 0.98, 'the patterns were tuned on these'],
    ['blame-held-out.tsv', 0.97, 0.95, 'the patterns were widened by these'],
    ['blame-held-out-2.tsv', 0.95, 0.8, 'a person with a shortcoming came from these'],
    ['blame-held-out-3.tsv', 0.95, 0.5, 'words for character came from these'],
  ])('%s: precision at least %d, recall at least %d (%s)', (file, precision, recall) => {
    const found = measure(file);
    expect(found.precision).toBeGreaterThanOrEqual(precision);
    expect(found.recall).toBeGreaterThanOrEqual(recall);
  });

  test.each([
    ['小王把两个地址弄反了', true, 'a short name and something done wrong'],
    ['客服C当时没有查询库存的权限', false, 'what somebody had no means for is no reproach'],
    ['小时级数据不完整', false, '小时 is no name'],
    ['老客户不清楚新规则', false, '老客户 are no colleagues'],
    ['阿里后台数据延迟，差一天', false, '阿里 is a company'],
    ['小程序打开慢', false, 'nor is 小程序 a person'],
    ['顾客骂客服是饭桶，原因是包裹又少了一件', false, 'a customer’s words without quotation marks'],
    ['组长的责任是排班和分流', false, 'a duty is no reproach'],
    ['退货最多的是不粘锅', false, 'a pan is no 锅 to carry'],
    ['仓库发货能力不足，日均只能出三千单', false, 'the capacity of a place'],
    ['小李负责核对不一致的地址', false, 'a task that speaks of errors'],
  ])('%s → %s (%s)', (text, flag) => {
    expect(findBlame(text).length > 0).toBe(flag);
  });
});
