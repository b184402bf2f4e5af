import { createResolver, findOrphans, idsIn, type EvidenceTables } from '../../src/retro/evidence';

test.each([
  { why: 'one id', text: 'M-07', ids: ['M-07'] },
  { why: 'several, however parted', text: 'M-07、C-03，K-02 N-105;A-1', ids: ['M-07', 'C-03', 'K-02', 'N-105'] },
  { why: 'full width and lower case', text: 'ｍ－０７', ids: ['M-07'] },
  { why: 'within words', text: '见C-03和退款', ids: ['C-03'] },
  { why: 'twice the same', text: 'M-07 M-07', ids: ['M-07'] },
  { why: 'a size, a code, a date', text: 'XL-20 SKU-123 2025-11-11 P0', ids: [] },
  { why: 'nothing', text: '', ids: [] },
])('ids in a cell: $why', ({ text, ids }) => expect(idsIn(text)).toEqual(ids));

describe('what people type means the same row as its id', () => {
  const ids = new Set(['M-01', 'M-02', 'M-03', 'M-04', 'N-01', 'C-01', 'C-02', 'K-01', 'A-05']);
  const resolve = createResolver(ids, [
    { id: 'K-01', name: 'C01' }, { id: 'M-01', name: '平均响应时长', metricKey: 'avg_resp' }, { id: 'M-02', name: '退款率（金额）', metricKey: 'refund_rate_amt' },
    { id: 'M-03', name: '3分钟回复率（会话）', metricKey: 'rate_3min@会话' }, { id: 'M-04', name: '3分钟回复率（人）', metricKey: 'rate_3min@人' }, { id: 'N-01', name: '大促话术培训' },
  ]);
  test.each([
    { why: 'the id', text: 'C-02', means: ['C-02'] },
    { why: 'lower case', text: 'c-02', means: ['C-02'] },
    { why: 'without the hyphen', text: 'C2', means: ['C-02'] },
    { why: 'one digit', text: 'c-2', means: ['C-02'] },
    { why: 'full width', text: 'Ｃ０２', means: ['C-02'] },
    { why: 'a case’s own number goes before a loose id', text: 'C01', means: ['K-01'] },
    { why: 'a name', text: '平均响应时长', means: ['M-01'] },
    { why: 'an alias', text: '平均响应时间', means: ['M-01'] },
    { why: 'a metric of two rows is neither', text: '三分钟回复率', means: [] },
    { why: 'its name with the basis is one', text: '3分钟回复率（会话）', means: ['M-03'] },
    { why: 'a node', text: '大促话术培训', means: ['N-01'] },
    { why: 'several, ids and names', text: '平均响应时长、C-02，大促话术培训', means: ['C-02', 'M-01', 'N-01'] },
    { why: 'joined by 和', text: '平均响应时长和C02', means: ['M-01', 'C-02'] },
    { why: 'paper and priority are words', text: 'A4 P0', means: [] },
    { why: 'a row that does not exist is words', text: 'C77', means: [] },
    { why: 'a sentence', text: '10-12点响应 45 秒', means: [] },
  ])('$why: $text → $means', ({ text, means }) => expect(resolve(text)).toEqual({ ids: means, unknown: [] }));

  test('an id of the right form without a row is unknown', () => expect(resolve('C-02、C-77')).toEqual({ ids: ['C-02'], unknown: ['C-77'] }));
});

const whole: EvidenceTables = {
  comparison: [{ id: 'M-01', metric: '退款率', state: 'missed' }, { id: 'M-02', metric: '销售额', state: 'reached' }],
  causes: [{ id: 'C-01', source: 'M-01', cause: '', root: '备货不足', conclusion: '', evidence: 'R-01' }],
  lessons: [{ id: 'L-01', rule: '提前备货', evidence: 'C-01' }],
  actions: [{ id: 'A-01', what: '核对库存', source: 'C-01' }],
  ids: new Set(['M-01', 'M-02', 'C-01', 'R-01', 'L-01', 'A-01']),
};

test('a whole chain has no gap', () => expect(findOrphans(whole)).toEqual([]));

test.each<{ why: string; change: Partial<EvidenceTables>; found: readonly unknown[] }>([
  { why: 'a missed target whose cause row is empty', change: { causes: [{ ...whole.causes[0]!, root: ' ' }] }, found: [{ code: 'missed-without-cause', where: 'M-01', table: 'tblComparison', text: '退款率' }] },
  { why: 'a missed target without any row', change: { causes: [], lessons: [], actions: [] }, found: [{ code: 'missed-without-cause', where: 'M-01', table: 'tblComparison', text: '退款率' }] },
  { why: 'a cause whose source is the metric’s name explains it', change: { causes: [{ ...whole.causes[0]!, source: '退款率' }], named: [{ id: 'M-01', name: '退款率' }] }, found: [] },
  { why: 'a cause whose source is typed m1 explains it', change: { causes: [{ ...whole.causes[0]!, source: 'm1' }] }, found: [] },
  { why: 'a reached target needs no cause', change: { comparison: [{ id: 'M-01', metric: '退款率', state: 'reached' }], causes: [] }, found: [] },
  { why: 'a lesson without evidence', change: { lessons: [{ id: 'L-01', rule: '提前备货', evidence: '' }] }, found: [{ code: 'lesson-without-evidence', where: 'L-01', table: 'tblLesson', text: '提前备货' }] },
  { why: 'the empty row of a table', change: { lessons: [{ id: '', rule: '', evidence: '' }], actions: [{ id: '', what: '', source: '' }] }, found: [] },
  { why: 'an action without source', change: { actions: [{ id: 'A-01', what: '核对库存', source: '' }] }, found: [{ code: 'action-without-source', where: 'A-01', table: 'tblAction', text: '核对库存' }] },
  { why: 'a source in plain words', change: { actions: [{ id: 'A-01', what: '核对库存', source: '退款 TOP1' }] }, found: [] },
  { why: 'an id that no row has', change: { lessons: [{ id: 'L-01', rule: '提前备货', evidence: 'C-01、C-99' }] }, found: [{ code: 'unknown-evidence', where: 'L-01', table: 'tblLesson', text: 'C-99' }] },
])('$why', ({ change, found }) => expect(findOrphans({ ...whole, ...change })).toEqual(found));
