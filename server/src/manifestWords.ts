import { applyEdits, modify, parse as parseJson } from 'jsonc-parser';
import { join } from 'node:path';
import { readInside } from './insideFolder.js';
import { replaceFile } from './ledgerFile.js';
import { MANIFEST_NAME } from './manifestFile.js';

/** Adds a word to the manifest’s `words`; comments, order and layout of the file stay. */
export async function addCorpusWord(root: string, word: string): Promise<void> {
  const text = (await readInside(root, MANIFEST_NAME)).toString('utf8');
  const { words } = parseJson(text.replace(/^\uFEFF/, ' '), [], { allowTrailingComma: true }) as { words?: unknown };
  if (words !== undefined && !Array.isArray(words)) throw new Error(`"words" in ${MANIFEST_NAME} is no list`);
  if (words?.includes(word)) return;
  const indent = /\n([ \t]+)"/.exec(text)?.[1] ?? '  ';
  const edits = modify(text, words ? ['words', words.length] : ['words'], words ? word : [word], {
    formattingOptions: {
      insertSpaces: !indent.includes('\t'),
      tabSize: indent.length,
      eol: text.includes('\r\n') ? '\r\n' : '\n',
    },
    isArrayInsertion: words !== undefined,
  });
  await replaceFile(join(root, MANIFEST_NAME), applyEdits(text, edits));
}
