import assert from 'node:assert/strict';
import { codeLenses, lensPlace, resolveCodeLens } from '../../server/src/features/codeLenses.js';
import { readFixture } from '../fixture.js';

/** What the lenses above the passages of the first text say. */
function titles(source: string): string[] {
  const { corpus } = readFixture(source);
  const [document] = corpus.documents.values();
  const view = { corpus, uriOf: (path: string) => `file:///${path}` };
  return codeLenses(document!, view.corpus, view.uriOf(document!.path)).map(
    (lens) => resolveCodeLens(view, document!, lens, lensPlace(lens)!.offset).command!.title,
  );
}

describe('the line above a passage', () => {
  it('says how many sources have it, and how many differ', () => {
    assert.deepEqual(
      titles(`
-- a.txt --
The harbour master Rui Prado closed the northern pier on Friday.

The ferry Aurora left Lisbon at dawn with forty passengers.

Three bakers moved their shops behind the mill.
-- b.txt --
The harbour master Rui Prado closed the southern pier on Friday.

The ferry Aurora left Lisbon at dawn with forty passengers.
-- c.txt --
The harbour master Rui Prado closed the northern pier on Friday.

The ferry Aurora left Lisbon at dawn with forty passengers.
`),
      ['2 parallels · 1 differs', '2 parallels', 'only here'],
    );
  });
});
