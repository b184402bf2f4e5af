import fc from 'fast-check';
import { messages } from '../../src/i18n';
import { digestLines, digestPieces } from '../../src/retro/digest';
import { MESSAGE_BYTES } from '../../src/retro/digest-pieces';
import { dueView, dueViewOf } from '../../src/retro/due';
import { actionsOf, TODAY } from './due-actions';

const about = { event: '2025双11', today: TODAY, soonDays: 7 };
const words = messages['zh-CN'].actions.digest;
const actions = actionsOf(
  { what: '大促峰值排班方案', owner: '主管', deadline: '2025-11-10', postponed: 2 },
  { what: '价保口径单页', owner: '运营对接', deadline: '2025-11-21' },
  { what: '赠品库存预警', owner: '', deadline: '2026-01-05' },
  { what: '快捷短语\n入库', owner: '售前组长', deadline: '尽快' },
  { what: '话术手册', owner: '培训', deadline: '' },
  { what: '质检抽样', owner: '质检', deadline: '2025-12-20' },
  { what: '物流话术', owner: '售后组长', status: '已完成' },
);

test('each open action once, under the most urgent thing it needs, in words that blame nobody', () => {
  expect(digestLines(dueView(actions), about, words)).toEqual([
    '【2025双11】行动跟进 11-17 周一',
    '未完成 6 项，已结 1 项',
    '',
    '已过期限（1）：定个新日期，或说说卡在哪一步',
    '- A-01 大促峰值排班方案 | 主管 | 11-10 周一（已过 7 天） | 已改期 2 次',
    '',
    '7天内到期（1）',
    '- A-02 价保口径单页 | 运营对接 | 11-21 周五（还有 4 天）',
    '',
    '等人认领（1）',
    '- A-03 赠品库存预警 | 负责人待定 | 2026-01-05 周一（还有 49 天）',
    '',
    '还没定期限（1）',
    '- A-05 话术手册 | 培训 | 期限待定',
    '',
    '期限要改成具体日期（1）',
    '- A-04 快捷短语 入库 | 售前组长 | 期限“尽快”',
    '',
    '另有 1 项按计划进行',
    '',
    '进展请直接填在表里；有卡点或需要支持，回复一声就好。',
  ]);
});

test('the digest of one person does not repeat the name on every line', () => {
  expect(digestLines(dueViewOf('主管', actions), { ...about, owner: '主管' }, words).slice(0, 5)).toEqual([
    '【2025双11】行动跟进 11-17 周一 · 主管', '未完成 1 项，已结 0 项', '', '已过期限（1）：定个新日期，或说说卡在哪一步', '- A-01 大促峰值排班方案 | 11-10 周一（已过 7 天） | 已改期 2 次',
  ]);
});

test('due soon is named with the days that 配置 says', () => {
  const [near] = actionsOf({ what: '价保口径单页', owner: '运营对接', deadline: '2025-11-20' });
  expect(digestLines(dueView([{ ...near!, soon: true }]), { ...about, soonDays: 3 }, words)).toContain('3天内到期（1）');
  expect(digestLines(dueView([{ ...near!, soon: true }]), { ...about, soonDays: 3 }, messages['en-US'].actions.digest)).toContain('Due within 3 days (1)');
});

test('English says the same', () => {
  expect(digestLines(dueView(actions.slice(0, 1)), { ...about, event: '2025 Double 11' }, messages['en-US'].actions.digest)).toEqual([
    '[2025 Double 11] Actions, Mon 11-17', '1 open, 0 closed', '', 'Past the deadline (1): set a new date or say what is in the way',
    '- A-01 大促峰值排班方案 | 主管 | Mon 11-10 (7 days past) | postponed 2 times', '', 'Please note progress in the sheet. Stuck or in need of support? Just reply.',
  ]);
});

test('nothing open is said in one line', () => {
  expect(digestPieces(dueView([]), about, words)).toEqual(['【2025双11】行动跟进 11-17 周一\n没有未完成的行动，辛苦大家。']);
});

test('two hundred actions go out in messages of at most 2,048 bytes, every action whole and once', () => {
  const many = actionsOf(...Array.from({ length: 200 }, (_, index) => ({ what: `把第 ${String(index)} 条高频咨询问题的答复整理成快捷短语`, deadline: '2025-11-20' })));
  const pieces = digestPieces(dueView(many), about, words);
  for (const piece of pieces) expect(new TextEncoder().encode(piece).length).toBeLessThanOrEqual(MESSAGE_BYTES);
  const lines = pieces.flatMap((piece) => piece.split('\n')).filter((line) => line.startsWith('- '));
  expect(lines).toHaveLength(200);
  expect(lines.every((line) => line.endsWith('11-20 周四（还有 3 天）'))).toBe(true);
});

test('whatever stands in the cells, no message is too large and no line of another action is broken', () => {
  const cell = fc.string({ unit: fc.constantFrom('补', '\n', '\t', 'a', '😀', '|', ' '), maxLength: 120 });
  fc.assert(fc.property(fc.array(fc.record({ what: cell, owner: cell, deadline: fc.oneof(cell, fc.constant('2025-11-20')) }), { maxLength: 20 }), (rows) => {
    for (const piece of digestPieces(dueView(actionsOf(...rows)), about, words)) {
      expect(new TextEncoder().encode(piece).length).toBeLessThanOrEqual(MESSAGE_BYTES);
      expect(piece).not.toMatch(/\p{Surrogate}|\t/u);
    }
  }));
});
