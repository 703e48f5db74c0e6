import { WINDOWS_1252 } from './decode.js';
import type { Span } from './span.js';

/** A run of characters that are the bytes of others, with those others. */
export interface Mojibake extends Span {
  readonly repaired: string;
}

/** Byte that a character stands for where UTF-8 was read as a page of 256 characters. */
type Page = ReadonlyMap<string, number>;

const latin = pageOf((byte) => (byte < 0xa0 ? WINDOWS_1252.charAt(byte - 0x80) : String.fromCharCode(byte)));
const PAGES: readonly Page[] = [latin, pageOf(decoderOf('windows-1251')), pageOf(decoderOf('macintosh'))];

// One lead and the bytes that follow it, in any of the pages: at least two characters beyond ASCII.
const RUN = /[^\p{ASCII}]{2,}/gu;

/**
 * Finds UTF-8 that was read as Windows-1252, Windows-1251 or Mac Roman, also twice over (“Ã¢â‚¬â„¢”). Only repairs
 * that give what texts hold (accents, typographic marks, symbols) count: the odd ÉTÉ» is none.
 */
export function mojibakeIn(text: string): Mojibake[] {
  const found: Mojibake[] = [];
  for (const { index, 0: run } of text.matchAll(RUN)) {
    for (let at = 0; at < run.length;) {
      const repair = repairAt(run, at, text.charAt(index - 1));
      if (!repair) {
        at++;
        continue;
      }
      const last = found.at(-1);
      const [start, end] = [index + at, index + at + repair.length];
      if (last?.end === start)
        found[found.length - 1] = { start: last.start, end, repaired: last.repaired + repair.text };
      else found.push({ start, end, repaired: repair.text });
      at += repair.length;
    }
  }
  return found.map((one) => ({ ...one, repaired: again(one.repaired) }));
}

/** What was garbled twice is repaired twice. */
function again(text: string): string {
  const [first, second] = mojibakeOnce(text);
  return first?.start === 0 && first.end === text.length && !second ? again(first.repaired) : text;
}

function mojibakeOnce(text: string): Mojibake[] {
  const repair = repairAt(text, 0, '');
  if (repair) return repair.length === text.length ? [{ start: 0, end: text.length, repaired: repair.text }] : [];
  return [];
}

/** Of Unicode; four bytes could say more. */
const LAST_CODE_POINT = 0x10ffff;

function repairAt(run: string, at: number, before: string): { length: number; text: string } | undefined {
  for (const page of PAGES) {
    const lead = page.get(run.charAt(at)) ?? 0;
    const length =
      lead >= 0xf0 && lead < 0xf5 ? 4 : lead >= 0xe0 && lead < 0xf0 ? 3 : lead >= 0xc2 && lead < 0xe0 ? 2 : 0;
    if (length === 0 || at + length > run.length) continue;
    const bytes = Array.from(run.slice(at, at + length), (character) => page.get(character) ?? 0);
    if (bytes.slice(1).some((byte) => byte < 0x80 || byte > 0xbf)) continue;
    const code = bytes.slice(1).reduce((sum, byte) => (sum << 6) | (byte & 0x3f), lead & (0xff >> (length + 1)));
    if (
      code > LAST_CODE_POINT ||
      !isLikely(code, page === latin, at === 0 ? before : run.charAt(at - 1), run.charAt(at + 1))
    )
      continue;
    return { length, text: String.fromCodePoint(code) };
  }
  return undefined;
}

function isLikely(code: number, isLatin: boolean, before: string, second: string): boolean {
  // Marks, currency, trade mark, arrows, emoji, and a second round of mojibake.
  if ((code >= 0x2010 && code <= 0x2044) || code === 0x20ac || code === 0x2122 || code >= 0x1f000) return true;
  if (!isLatin || code > 0x17f || code < 0xa0) return isLatin && code >= 0x1e00 && code <= 0x1eff;
  // “MANHÃ »” and “ÉTÉ »” are capitals before a mark; “Ã©” and “Â£” follow small letters, blanks or signs.
  if (/\p{Lu}/u.test(before)) return false;
  return code <= 0xff || !/[»”’“‘›\u00a0]/.test(second) || /\p{Ll}/u.test(before);
}

function pageOf(characterOf: (byte: number) => string): Page {
  const page = new Map<string, number>();
  for (let byte = 0x80; byte <= 0xff; byte++) page.set(characterOf(byte), byte);
  return page;
}

function decoderOf(label: string): (byte: number) => string {
  const decoder = new TextDecoder(label);
  return (byte) => decoder.decode(Uint8Array.of(byte));
}
