import assert from 'node:assert/strict';
import { checkFindings } from '../check.js';

const codes = ['misspelled-word'];
const rest = 'The mayor said that the bridge over the river would be closed until the end of June.';

describe('a word in whose place other sources have another, one letter away', () => {
  it('is reported with the place itself as evidence', () => {
    const [finding] = checkFindings(
      `-- a.txt --\nThe ferry came [|form|]{misspelled-word} the northern islands on Tuesday evening. ${rest}\n` +
        `-- b.txt --\nThe ferry came from the northern islands on Tuesday evening.\nFew had been told of it.`,
      codes,
    );
    assert.deepEqual(
      finding?.evidence?.map(({ path, start, text }) => ({ path, start, text })),
      [{ path: 'b.txt', start: 15, text: 'from' }],
    );
  });

  it('is left alone in quotations, in names, as another form, and where any source agrees', () => {
    const silent = (here: string, there: string, more = '') =>
      checkFindings(`-- a.txt --\n${here}\n-- b.txt --\n${there}\nFew had been told of it.${more}`, codes);
    const from = 'He said: “The ferry came from the northern islands on Tuesday evening.”';
    silent(from.replace('from', 'form'), from);
    silent(
      'The ferry called at Manger for two hours on Tuesday evening, said the captain.',
      'The ferry called at Manager for two hours on Tuesday evening, said the captain.',
    );
    silent(
      'The woman on the ferry came back on Tuesday evening, said the captain.',
      'The women on the ferry came back on Tuesday evening, said the captain.',
    );
    // The apostrophe of a possessive is no letter.
    silent(
      'The captain’s of the ferries met in the northern islands on Tuesday evening.',
      'The captains of the ferries met in the northern islands on Tuesday evening.',
    );
    silent(
      'The ferry lost it’s way among the northern islands on Tuesday evening.',
      'The ferry lost its way among the northern islands on Tuesday evening.',
    );
    const ferry = 'The ferry came from the northern islands on Tuesday evening.';
    silent(
      ferry.replace('from', 'form'),
      ferry,
      `\n-- c.txt --\n${ferry.replace('from', 'form')}\nNobody saw him leave.`,
    );
    const trial = 'The captain went on trial in the northern islands on Tuesday evening.';
    silent(
      trial.replace('trial', 'trail'),
      trial,
      `\n-- c.txt --\n${trial.replace('trial', 'trail')}\nNobody saw him leave.`,
    );
  });
});

describe('the suggestions for a misspelled word', () => {
  it('begin with what other sources have in its place, not with what they write most', () => {
    const [finding] = checkFindings(
      '-- a.txt --\nThe council gave the fishermen of the island a [|prase|]{misspelled-word} for their work on Tuesday.\n' +
        '-- b.txt --\nThe council gave the fishermen of the island a praise for their work on Tuesday. Nobody else was there.',
      codes,
    );
    assert.equal(finding?.suggestions?.[0], 'praise');
    const [other] = checkFindings(
      '-- a.txt --\nThe council gave the fishermen of the island a [|prase|]{misspelled-word} for their work on Tuesday.\n' +
        '-- b.txt --\nThe council gave the fishermen of the island a phrase for their work on Tuesday. Nobody else was there.\n' +
        `-- c.txt --\n${'They had much praise for him. '.repeat(3)}`,
      codes,
    );
    assert.equal(other?.suggestions?.[0], 'phrase');
  });
});
