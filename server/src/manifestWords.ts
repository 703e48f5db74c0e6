import { findNodeAtLocation, getNodeValue, modify, parseTree, type Edit, type ParseError } from 'jsonc-parser';
import { MANIFEST_NAME } from './manifestFile.js';

/**
 * What to change in the text of a manifest so that its `words` list a word. Comments, order and layout stay. Offsets are
 * UTF-16 units into `text`; no edits where the word is listed.
 * @throws where the manifest cannot be read or its `words` are no list.
 */
export function wordEdits(text: string, word: string): Edit[] {
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: true });
  if (errors.length > 0 || root?.type !== 'object') throw new Error(`${MANIFEST_NAME} has errors; mend them first`);
  const list = findNodeAtLocation(root, ['words']);
  if (!list) return modify(text, ['words'], [word], { formattingOptions: formatOf(text) });
  const words: unknown = getNodeValue(list);
  if (!Array.isArray(words)) throw new Error(`"words" in ${MANIFEST_NAME} is no list`);
  if (words.includes(word)) return [];
  const last = list.children?.at(-1);
  if (!last) return [{ offset: list.offset + 1, length: 0, content: JSON.stringify(word) }];
  // The new word stands to the last one as that stands to the one before it.
  const blank = /(?:^|[,[])(\s*)$/.exec(text.slice(0, last.offset))?.[1] ?? '';
  const content = `,${blank === '' ? ' ' : blank}${JSON.stringify(word)}`;
  return [{ offset: last.offset + last.length, length: 0, content }];
}

function formatOf(text: string): { insertSpaces: boolean; tabSize: number; eol: string } {
  const indent = /\n([ \t]+)"/.exec(text)?.[1] ?? '  ';
  return { insertSpaces: !indent.includes('\t'), tabSize: indent.length, eol: text.includes('\r\n') ? '\r\n' : '\n' };
}
