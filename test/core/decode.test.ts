import assert from 'node:assert/strict';
import { decode } from '../../server/src/core/decode.js';

const bytes = (...values: number[]) => Uint8Array.from(values);
const utf16 = (text: string, mark: boolean) => Uint8Array.from(Buffer.from((mark ? '\uFEFF' : '') + text, 'utf16le'));

describe('decoding', () => {
  const text = 'Kim said “no” – twice.';
  const cases: [string, Uint8Array, string | undefined, string | undefined][] = [
    ['UTF-8', Uint8Array.from(Buffer.from(text)), text, 'utf-8'],
    ['UTF-8 with a mark', bytes(0xef, 0xbb, 0xbf, 0x41), 'A', 'utf-8'],
    ['UTF-16 little end first, with a mark', utf16(text, true), text, 'utf-16le'],
    ['UTF-16 without a mark', utf16(text, false), text, 'utf-16le'],
    ['UTF-16 big end first', utf16(text, true).map((_, i, all) => all[i ^ 1]!), text, 'utf-16be'],
    ['Windows-1252', bytes(0x93, 0x6e, 0x6f, 0x94, 0x20, 0x96, 0x20, 0xe9), '“no” – é', 'windows-1252'],
    ['undefined bytes of Windows-1252', bytes(0x81, 0x8d), '\x81\x8d', 'windows-1252'],
    ['nothing', bytes(), '', 'utf-8'],
    ['binary that has every other byte zero', bytes(0x89, 0, 1, 0), undefined, undefined],
    ['binary', bytes(0x89, 0x50, 0x4e, 0x47, 0, 1, 2), undefined, undefined],
  ];
  for (const [name, input, expected, encoding] of cases) {
    it(name, () => {
      assert.equal(decode(input)?.text, expected);
      assert.equal(decode(input)?.encoding, encoding);
    });
  }
});
