import assert from 'node:assert/strict';
import { readingPlaces } from '../../server/src/features/parallelReading.js';
import { semanticTokens, TOKEN_TYPES } from '../../server/src/features/semanticTokens.js';
import { toOffset } from '../../server/src/features/toProtocol.js';
import { readFixture } from '../fixture.js';

const OTHERS = `
-- b.txt --
The harbour master Rui Prado closed the southern pier of Velden on Friday.

A storm had torn eleven boats from their moorings during the night.
-- c.txt --
A storm had torn eleven boats from their moorings during the night.
`;

function placesBeside(source: string): string[] {
  const { corpus, cursor } = readFixture(source);
  const view = { corpus, uriOf: (path: string) => path };
  const found = readingPlaces(view, corpus.document(cursor!.path)!, cursor!.offset, ['c.txt', 'b.txt']);
  return (found?.places ?? []).map(({ uri, range, word, isGap }) => {
    const target = corpus.document(uri)!;
    const words = (one: typeof range) => target.text.slice(toOffset(target, one.start), toOffset(target, one.end));
    return `${uri} ${isGap ? `gap at ${toOffset(target, range.start)}` : words(range)} / ${word ? words(word) : '–'}`;
  });
}

describe('places of parallel reading', () => {
  it('are passage and word in each source asked for, in the order asked for', () => {
    const text = 'A storm had torn eleven bo<|>ats from their moorings during the night.';
    const passage = 'A storm had torn eleven boats from their moorings during the night';
    assert.deepEqual(
      placesBeside(
        `-- a.txt --\nThe harbour master Rui Prado closed the northern pier of Velden on Friday.\n\n${text}${OTHERS}`,
      ),
      [`c.txt ${passage}. / boats`, `b.txt ${passage}. / boats`],
    );
  });

  it('say where the text goes on in a source that has a gap', () => {
    const text = `-- a.txt --\nA storm had torn eleven boats from their moorings during the night.\n\nThe harbour master Rui Prado closed the north<|>ern pier of Velden on Friday.${OTHERS}`;
    const [gap, passage] = placesBeside(text);
    assert.equal(gap, 'c.txt gap at 67 / –');
    assert.match(passage!, /^b\.txt The harbour master .* \/ southern$/);
  });
});

describe('semantic tokens', () => {
  it('are people, numbers and quotations, apart and in order', () => {
    const { corpus } = readFixture(
      'President Anna Kowalska said “we sank 12 boats for Anna Kowalska”.\nAll 12 of them.',
    );
    const document = corpus.document('text.txt')!;
    const data = semanticTokens({ corpus, uriOf: (path) => path }, document);
    const lines = document.text.split('\n');
    const tokens: string[] = [];
    let [line, character] = [0, 0];
    for (let at = 0; at < data.length; at += 5) {
      const [down, right, length, type] = data.slice(at, at + 4) as [number, number, number, number];
      [line, character] = [line + down, down > 0 ? right : character + right];
      tokens.push(`${TOKEN_TYPES[type]}: ${lines[line]!.slice(character, character + length)}`);
    }
    assert.deepEqual(tokens, [
      'person: Anna Kowalska',
      'quotation: “we sank ',
      'number: 12',
      'quotation:  boats for ',
      'person: Anna Kowalska',
      'quotation: ”',
      'number: 12',
    ]);
  });
});
