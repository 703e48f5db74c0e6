import { applyEdits, modify, parse as parseJson } from 'jsonc-parser';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { replaceFile } from './ledgerFile.js';
import { MANIFEST_NAME } from './manifestFile.js';

/** Adds a word to the manifest’s `words`; comments, order and layout of the file stay. */
export async function addCorpusWord(root: string, word: string): Promise<void> {
  const path = join(root, MANIFEST_NAME);
  const text = await readFile(path, 'utf8');
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
  await replaceFile(path, applyEdits(text, edits));
}
