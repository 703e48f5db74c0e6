import assert from 'node:assert/strict';
import { textSigns } from '../../server/src/analysis/rewriting.js';
import { readFixture } from '../fixture.js';

describe('what a text shows of being reworded', () => {
  it('is kept for each set of texts that it is held against', () => {
    const { corpus } = readFixture(`-- a.txt --
The council opened the new harbour of Kolvik on Friday.
-- b.txt --
On Friday the new harbour of Kolvik was opened by the council.
-- c.txt --
The harbour of Kolvik is open, the council said.
`);
    const [a, b, c] = ['a.txt', 'b.txt', 'c.txt'].map((path) => corpus.document(path)!);
    const first = textSigns(a!, [b!, c!], corpus.resources);
    const second = textSigns(a!, [c!], corpus.resources);
    assert.equal(textSigns(a!, [b!, c!], corpus.resources), first);
    assert.equal(textSigns(a!, [c!], corpus.resources), second);
  });
});
