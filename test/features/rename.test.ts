import assert from 'node:assert/strict';
import { ResponseError, type AnnotatedTextEdit, type TextDocumentEdit } from 'vscode-languageserver';
import { prepareRename, rename } from '../../server/src/features/rename.js';
import { toOffset } from '../../server/src/features/toProtocol.js';
import { readFixture } from '../fixture.js';

const SUPPORT = { canConfirm: true, hasDocumentChanges: true, version: 3 };

function renamed(source: string, newName: string, support = SUPPORT) {
  const { corpus, cursor } = readFixture(source);
  const document = corpus.document(cursor!.path)!;
  const view = { corpus, uriOf: (path: string) => `file:///${path}` };
  return {
    document,
    prepared: prepareRename(view, document, cursor!.offset),
    edit: rename(view, document, cursor!.offset, newName, support),
  };
}

/** The text of the document at the cursor after the rename. */
function textAfter(source: string, newName: string): string {
  const { document, edit } = renamed(source, newName);
  assert.ok(edit && !(edit instanceof ResponseError));
  const [change] = edit.documentChanges as TextDocumentEdit[];
  let { text } = document;
  for (const { range, newText } of [...change!.edits].reverse() as AnnotatedTextEdit[]) {
    text = text.slice(0, toOffset(document, range.start)) + newText + text.slice(toOffset(document, range.end));
  }
  return text;
}

const TWO =
  '-- a.txt --\nMayor Anna Kow<|>alska met Tom Okafor. Mrs Kowalska’s car left.\n-- b.txt --\nAnna Kowalska met Okafor.';

describe('rename', () => {
  it('offers the name without title and possessive', () => {
    assert.equal(renamed(TWO, 'x').prepared?.placeholder, 'Anna Kowalska');
    assert.equal(renamed('Mayor Anna Kowalska met <|>them.', 'x').prepared, null);
  });

  it('word for word, in this text only', () => {
    assert.equal(textAfter(TWO, 'Hanna Kowalski'), 'Mayor Hanna Kowalski met Tom Okafor. Mrs Kowalski’s car left.\n');
    const { edit } = renamed(TWO, 'Hanna Kowalski');
    const changes = (edit as { documentChanges: TextDocumentEdit[] }).documentChanges;
    assert.deepEqual(
      changes.map(({ textDocument }) => textDocument),
      [{ uri: 'file:///a.txt', version: 3 }],
    );
  });

  it('another number of words changes only the same form', () => {
    assert.equal(textAfter(TWO, 'A. M. Kowalska'), 'Mayor A. M. Kowalska met Tom Okafor. Mrs Kowalska’s car left.\n');
  });

  it('asks to be confirmed where the client can', () => {
    const { edit } = renamed(TWO, 'Hanna Kowalska');
    assert.ok(edit && 'changeAnnotations' in edit);
    assert.deepEqual(
      Object.values(edit.changeAnnotations).map(({ needsConfirmation }) => needsConfirmation),
      [true],
    );
    const plain = renamed(TWO, 'Hanna Kowalska', { canConfirm: false, hasDocumentChanges: false, version: 3 }).edit;
    assert.ok(plain && 'changes' in plain);
    assert.deepEqual(Object.keys(plain.changes), ['file:///a.txt']);
  });

  it('refuses what is no name', () => {
    for (const name of ['', '  ', 'Anna\nKowalska']) assert.ok(renamed(TWO, name).edit instanceof ResponseError);
  });
});
