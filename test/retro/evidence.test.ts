import { findOrphans, idsIn, type EvidenceTables } from '../../src/retro/evidence';

test.each([
  { why: 'one id', text: 'M-07', ids: ['M-07'] },
  { why: 'several, however parted', text: 'M-07、C-03，K-02 N-105;A-1', ids: ['M-07', 'C-03', 'K-02', 'N-105'] },
  { why: 'full width and lower case', text: 'ｍ－０７', ids: ['M-07'] },
  { why: 'within words', text: '见C-03和退款', ids: ['C-03'] },
  { why: 'twice the same', text: 'M-07 M-07', ids: ['M-07'] },
  { why: 'a size, a code, a date', text: 'XL-20 SKU-123 2025-11-11 P0', ids: [] },
  { why: 'nothing', text: '', ids: [] },
])('ids in a cell: $why', ({ text, ids }) => expect(idsIn(text)).toEqual(ids));

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
  { why: 'a reached target needs no cause', change: { comparison: [{ id: 'M-01', metric: '退款率', state: 'reached' }], causes: [] }, found: [] },
  { why: 'a lesson without evidence', change: { lessons: [{ id: 'L-01', rule: '提前备货', evidence: '' }] }, found: [{ code: 'lesson-without-evidence', where: 'L-01', table: 'tblLesson', text: '提前备货' }] },
  { why: 'the empty row of a table', change: { lessons: [{ id: '', rule: '', evidence: '' }], actions: [{ id: '', what: '', source: '' }] }, found: [] },
  { why: 'an action without source', change: { actions: [{ id: 'A-01', what: '核对库存', source: '' }] }, found: [{ code: 'action-without-source', where: 'A-01', table: 'tblAction', text: '核对库存' }] },
  { why: 'a source in plain words', change: { actions: [{ id: 'A-01', what: '核对库存', source: '退款 TOP1' }] }, found: [] },
  { why: 'an id that no row has', change: { lessons: [{ id: 'L-01', rule: '提前备货', evidence: 'C-01、C-99' }] }, found: [{ code: 'unknown-evidence', where: 'L-01', table: 'tblLesson', text: 'C-99' }] },
])('$why', ({ change, found }) => expect(findOrphans({ ...whole, ...change })).toEqual(found));
