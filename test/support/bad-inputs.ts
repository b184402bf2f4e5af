/** Files that go wrong for people, each with the beginning of the sentence the pane has for it (zh-CN). */
import { strToU8, zipSync } from 'fflate';
import { messages } from '../../src/i18n';

export interface BadInput {
  readonly why: string;
  readonly name: string;
  readonly content: () => Buffer;
  readonly says: string;
}

const { problems } = messages['zh-CN'];
const text = (content: string): Buffer => Buffer.from(content, 'utf8');
const bomb = (): Buffer => Buffer.from(zipSync({ 'xl/workbook.xml': [new Uint8Array(120_000_000), { level: 9 }], '[Content_Types].xml': strToU8('<Types/>') }));
export const badInputs: readonly BadInput[] = [
  { why: 'a wrong encoding', name: 'a.csv', content: () => text('閫€娆剧巼,鎸囨爣\n1,2\n'), says: problems.sentences.mojibake({ code: 'mojibake', line: 0, column: '', value: '' }) },
  { why: 'a picture', name: 'b.csv', content: () => Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]), says: problems.sentences['not-text']({ code: 'not-text', line: 0, column: '', value: '' }) },
  { why: 'an .xls that is a web page', name: 'c.xls', content: () => text('<html><table><tr><td>1</td></tr></table></html>'), says: problems.sentences['html-file']({ code: 'html-file', line: 0, column: '', value: '' }) },
  { why: 'an old .xls', name: 'd.xls', content: () => Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Array<number>(600).fill(0)]), says: problems.sentences['old-xls']({ code: 'old-xls', line: 0, column: '', value: '' }) },
  { why: 'a lying .xlsx', name: 'e.xlsx', content: () => text('PK\u0003\u0004 not really'), says: problems.sentences['broken-xlsx']({ code: 'broken-xlsx', line: 0, column: '', value: '' }) },
  { why: 'a zip bomb', name: 'f.xlsx', content: bomb, says: '这个文件解压后大得不正常' },
  { why: '20,000 columns', name: 'g.csv', content: () => text(`指标,目标值${',x'.repeat(20_000)}\n退款率,15%\n`), says: '列数太多' },
  { why: 'a cell of 32,768 characters', name: 'h.tsv', content: () => text(`指标\t目标值\t备注\n退款率\t15%\t${'长'.repeat(32_768)}\n`), says: '这一格太长' },
  { why: 'NUL bytes', name: 'i.tsv', content: () => text('指标\t目标值\n退款\u0000率\t15%\n'), says: problems.sentences['nul-byte']({ code: 'nul-byte', line: 0, column: '', value: '' }) },
  { why: 'a quote without an end', name: 'j.csv', content: () => text('指标,目标值\n"退款率,15%\n平响,30秒\n'), says: problems.sentences['unterminated-quote']({ code: 'unterminated-quote', line: 0, column: '', value: '' }) },
  { why: 'two columns of one name', name: 'k.tsv', content: () => text('指标\t目标值\t目标值\n退款率\t15%\t16%\n'), says: '有两列都叫“目标值”' },
  { why: 'an id that Excel damaged', name: 'l.tsv', content: () => text('退款编号\t商品名称\t买家退款金额\t退款状态\t买家退款原因\n1.23457E+18\t大衣\t329\t退款成功\t7天无理由\n'), says: '科学计数' },
  { why: 'a time slot that Excel made a date', name: 'm.tsv', content: () => text('时段\t咨询人数\t接待人数\n10月11日\t100\t90\n11:00-12:00\t80\t70\n'), says: '像是被 Excel 自动改过' },
  { why: '####', name: 'n.tsv', content: () => text('指标\t目标值\n退款率\t##########\n'), says: problems.sentences['hash-marks']({ code: 'hash-marks', line: 0, column: '', value: '' }) },
];
