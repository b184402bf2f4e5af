import { sniff } from '../../src/intake/encoding';
import { encodeGb18030 } from '../support/gb18030';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const wide = (text: string, little: boolean): Uint8Array => Uint8Array.from([...text].flatMap((character) => {
  const code = character.charCodeAt(0);
  return little ? [code & 255, code >> 8] : [code >> 8, code & 255];
}));

describe('the bytes decide the encoding', () => {
  test.each<[why: string, bytes: Uint8Array, encoding: string]>([
    ['UTF-8', utf8('指标\t目标值\n退款率\t15%\n'), 'utf-8'],
    ['UTF-8 with a stray NUL in a short text', utf8('指标\t目标值\n退款\u0000率\t15%\n'), 'utf-8'],
    ['GB18030', encodeGb18030('指标\t目标值\n退款率\t15%\n'), 'gb18030'],
    ['GB18030 with a stray NUL', encodeGb18030('指标\t目标值\n退款\u0000率\t15%\n'), 'gb18030'],
    ['UTF-16 of Windows without a mark', wide('指标\t目标值\n退款率\t15%\n', true), 'utf-16le'],
    ['UTF-16 the other way round', wide('指标\t目标值\n退款率\t15%\n', false), 'utf-16be'],
    ['UTF-16 of digits alone', wide('a,1\r\nb,2\r\n', true), 'utf-16le'],
    ['UTF-16 with 上, whose half is a line end', wide('上期,指标\r\n1,退款率\r\n', true), 'utf-16le'],
  ])('%s', (_why, bytes, encoding) => expect(sniff(bytes)).toMatchObject({ container: 'text', encoding }));
});
