import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Ids of DOMAIN 2A, structure and context, with a word on each. */
const ids = {
  Q01: 'encodings', Q02: 'mojibake', Q03: 'bytes before extension', Q04: 'clipboard quotes', Q05: 'guards', Q06: 'banner rows', Q07: 'title row', Q08: 'two header rows', Q09: 'repeated columns', Q10: 'merged first column', Q11: 'summary rows',
  Q12: 'total and sum', Q13: 'average row', Q14: 'mixed rates', Q15: 'unit of header and cell', Q16: 'time fraction', Q17: 'minutes as hours', Q18: 'hour slots', Q19: 'dates', Q20: '20:00 openings', Q21: 'file names', Q22: 'agent names', Q23: 'bots',
  Q24: 'masked buyers', Q25: 'part refunds', Q26: 'refund ids', Q27: 'refund rate', Q28: 'refund over payment', Q29: 'negative refunds', Q30: '5000 rows', Q31: 'text that looks like a formula', Q32: 'points', Q33: 'operators', Q34: 'idle agents', Q35: 'pending columns',
  Q36: 'no target', Q37: 'pending actual', Q38: 'target without actual', Q39: 'two values', Q40: 'unknown columns', Q41: 'cells of a sheet', Q42: 'coercions of Excel', Q43: 'size',
};

const folders = ['..', '../../excel', '../../retro'].map((folder) => join(__dirname, folder));
const files = folders.flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.test.ts')).map((name) => join(folder, name)));
/** Names of tests and of groups of tests that begin with an id; rows of `test.each` stand before the name. */
const named = new Set(files.flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/(?:(?:test|describe)\(|\]\)\(|\)\()['"`](Q\d\d) /g)].map((match) => match[1])));

test.each(Object.entries(ids))('%s (%s) has a test of its own name', (id) => expect(named).toContain(id));

test('no test names an id that the list does not have', () => expect([...named].filter((id) => id === undefined || !(id in ids))).toEqual([]));
