import assert from 'node:assert/strict';
import { counterparts } from '../../server/src/features/counterparts.js';
import { toOffset } from '../../server/src/features/toProtocol.js';
import { readFixture } from '../fixture.js';

/** For each other source: the word that stands in the place of the one at the cursor. */
function wordsBeside(source: string): string[] {
  const { corpus, cursor } = readFixture(source);
  const view = { corpus, uriOf: (path: string) => path };
  return counterparts(view, corpus.document(cursor!.path)!, cursor!.offset).map(({ uri, word }) => {
    const target = corpus.document(uri)!;
    return `${uri}: ${word ? target.text.slice(toOffset(target, word.start), toOffset(target, word.end)) : '–'}`;
  });
}

const OTHERS = `
-- b.txt --
Three bakers moved their shops. The harbour master Rui Prado closed the southern pier on Friday.
-- c.txt --
The harbour master Rui Prado closed the pier on Friday.
-- d.txt --
The council of Bergen raised the tax on firewood.
`;

describe('counterparts of a place', () => {
  it('name the word in its place, by source', () => {
    const text = `-- a.txt --\nThe harbour master Rui Prado closed the north<|>ern pier on Friday.${OTHERS}`;
    assert.deepEqual(wordsBeside(text), ['b.txt: southern', 'c.txt: –']);
  });

  it('are none where no other source has the passage', () => {
    assert.deepEqual(wordsBeside(`-- a.txt --\nThe ba<|>nd played on.${OTHERS}`), []);
  });
});
