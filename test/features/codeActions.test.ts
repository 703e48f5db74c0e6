import assert from 'node:assert/strict';
import { applyEdits } from 'jsonc-parser';
import type { TextDocumentEdit, TextEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { finish } from '../../server/src/analysis/steps.js';
import { codeActions, FIX_ALL } from '../../server/src/features/codeActions.js';
import { fixEverywhere } from '../../server/src/features/fixEverywhere.js';
import { toDiagnostic } from '../../server/src/features/toProtocol.js';
import { wordEdits } from '../../server/src/manifestWords.js';
import { allRules } from '../../server/src/rules/allRules.js';
import { NO_DECISIONS } from '../../server/src/rules/decisions.js';
import type { Rule } from '../../server/src/rules/rule.js';
import type { Reported } from '../../server/src/rules/runRules.js';
import { findingsOf } from '../check.js';
import { readFixture } from '../fixture.js';

/** `looked` hears by which rules findings are looked up, each time that they are. */
function actionsOn(
  source: string,
  only?: string[],
  change: (finding: Reported) => Reported = (same) => same,
  looked?: string[][],
) {
  const fixture = readFixture(source);
  const [document] = fixture.corpus.documents.values();
  const findings = findingsOf(fixture)
    .filter(({ path }) => path === document!.path)
    .map(({ finding }) => change(finding));
  const view = { corpus: fixture.corpus, uriOf: (path: string) => `file:///${path}` };
  const actions = codeActions({
    uri: 'file:///text.txt',
    version: 1,
    document: document!,
    diagnostics: findings.map((finding) => toDiagnostic(view, document!, finding)),
    only,
    findings: (isWanted) => {
      looked?.push(allRules.filter(isWanted).map(({ code }) => code));
      return findings.filter(({ rule }) => isWanted(rule));
    },
    hasManifest: true,
    userWordCommand: 'words.add',
    readingsCommand: 'readings.show',
  });
  const apply = (title: RegExp) => {
    const action = actions.find((one) => title.test(one.title));
    assert.ok(action, `${String(title)} among ${actions.map((one) => one.title).join('; ')}`);
    const [change] = action.edit!.documentChanges as TextDocumentEdit[];
    return TextDocument.applyEdits(TextDocument.create('', '', 0, document!.text), change!.edits as TextEdit[]);
  };
  return { titles: actions.map(({ title }) => title), apply };
}

describe('fixes', () => {
  it('of one kind in the whole file, neighbours included', () => {
    const { apply } = actionsOn('He ( the man ) left the hall , the street , and the town . It was late .');
    assert.equal(
      apply(/^Fix all “spaced-punctuation” in this file/),
      'He ( the man ) left the hall, the street, and the town. It was late.',
    );
  });

  it('on save: one answer, outside quotations, no names, nothing taken away', () => {
    const text =
      'Sanctions wo n’t help. “They do n’t,” he said of the the harbour.\n\nLeave a Reply\n\nThe Universtiy of Lisbon.';
    assert.equal(
      actionsOn(text, [FIX_ALL]).apply(/^Fix all/),
      'Sanctions won’t help. “They do n’t,” he said of the harbour.\n\nLeave a Reply\n\nThe Universtiy of Lisbon.',
    );
    assert.deepEqual(
      actionsOn(text).titles.filter((title) => title.includes('debris and typos')),
      [],
    );
  });

  it('of one kind leave quotations and names alone, but for the marks of a quotation', () => {
    const contractions = 'They wo n’t sail. He did n’t say. “We ca n’t,” he said. Do n’t ask.';
    assert.equal(
      actionsOn(contractions).apply(/^Fix all “split-contraction” in this file/),
      'They won’t sail. He didn’t say. “We ca n’t,” he said. Don’t ask.',
    );
    assert.deepEqual(
      actionsOn('Ask the Nor- wegian captain. Nor- wegian rain. The gov- ernment fell.', [FIX_ALL]).apply(/^Fix all/),
      'Ask the Nor- wegian captain. Norwegian rain. The government fell.',
    );
    assert.equal(
      actionsOn('He praised” Comrade” Kim. She went to” great” lengths.').apply(
        /^Fix all “misplaced-quotation-mark” in this file/,
      ),
      'He praised “Comrade” Kim. She went to “great” lengths.',
    );
    const quoted = '“We ca n’t,” he said. “They wo n’t,” she said.';
    assert.deepEqual(
      actionsOn(quoted).titles.filter((title) => title.startsWith('Fix all')),
      [],
    );
  });

  it('looks findings up once for each code, and by no other rule', () => {
    const looked: string[][] = [];
    actionsOn('They wo n’t sail the the sea, and ca n’t.', undefined, undefined, looked);
    assert.deepEqual(looked, [['split-contraction'], ['repeated-word']]);
  });

  it('of one kind in all files, each to be confirmed, versions only where a buffer is open', () => {
    const { corpus } = readFixture(
      '-- a.txt --\nThey wo n’t sail. “We ca n’t,” he said.\n-- b.txt --\nNothing is the the matter.\n-- c.txt --\nIt did n’t rain.',
    );
    const address = {
      uriOf: (path: string) => `file:///${path}`,
      versionOf: (path: string) => (path === 'a.txt' ? 7 : null),
    };
    const setting = (rule: Rule) => rule.severity;
    const edit = finish(fixEverywhere({ corpus, ledger: NO_DECISIONS }, 'split-contraction', { setting }, address));
    const range = (start: number, end: number) => ({
      start: { line: 0, character: start },
      end: { line: 0, character: end },
    });
    const fix = (start: number, end: number) => ({
      range: range(start, end),
      newText: '',
      annotationId: 'split-contraction',
    });
    assert.deepEqual(edit.documentChanges, [
      { textDocument: { uri: 'file:///a.txt', version: 7 }, edits: [fix(7, 8)] },
      { textDocument: { uri: 'file:///c.txt', version: null }, edits: [fix(6, 7)] },
    ]);
    assert.deepEqual(edit.changeAnnotations, {
      'split-contraction': { label: 'Fix “split-contraction”', needsConfirmation: true },
    });
  });

  it('take a passage out with its line', () => {
    const { apply } = actionsOn('The ferry left at dawn.\n\nLeave a Reply\n\nIt came back.');
    assert.equal(apply(/^Take it out/), 'The ferry left at dawn.\n\nIt came back.');
  });

  it('take the reading of another source, by its siglum, once for all that have it', () => {
    const evidence = (path: string) => ({ path, start: 0, end: 3, text: 'The boat', reading: 'the old' });
    const { apply, titles } = actionsOn(
      '-- a.txt --\nIt left the the harbour.\n-- b.txt --\nThe boat.\n-- c.txt --\nThe boat.',
      undefined,
      (finding) => ({ ...finding, evidence: [evidence('b.txt'), evidence('c.txt')] }),
    );
    assert.ok(titles.includes('Use the reading of b, c: “the old”'));
    assert.equal(apply(/^Use the reading/).trim(), 'It left the old harbour.');
  });

  it('take and show what others print between marks', () => {
    const { apply, titles } = actionsOn(
      '-- a.txt --\n“The ferry will cross twelve times a day,” he said.\n-- b.txt --\n“The ferry will cross ten times a day,” he said.',
    );
    assert.deepEqual(
      titles.filter((title) => !title.startsWith('Fix all')),
      [
        'Use the reading of b: “ten”',
        'Show all readings',
        'Known difference between the sources',
        'Ignore this finding (altered-quotation)',
      ],
    );
    assert.match(apply(/^Use the reading/), /cross ten times/);
  });

  it('for spelling: words of the corpus and of the reader; for all: ignoring', () => {
    const { titles } = actionsOn('It left the harbuor at dawn.');
    assert.deepEqual(
      titles.filter((title) => /words|Ignore/.test(title)),
      ['Add “harbuor” to the corpus’s words', 'Add “harbuor” to your words', 'Ignore this finding (misspelled-word)'],
    );
  });
});

describe('adding a word to the manifest', () => {
  for (const [before, after] of [
    ['{}', '{\n  "words": [\n    "Kumsusan"\n  ]\n}'],
    [
      '{\n\t// ours\n\t"words": ["one"], // more\n\t"exclude": []\n}\n',
      '{\n\t// ours\n\t"words": ["one", "Kumsusan"], // more\n\t"exclude": []\n}\n',
    ],
    [
      '{\r\n  "words": [\r\n    "one", // 1\r\n  ]\r\n}',
      '{\r\n  "words": [\r\n    "one",\r\n    "Kumsusan", // 1\r\n  ]\r\n}',
    ],
    ['{ "words": [] }', '{ "words": ["Kumsusan"] }'],
    ['{ "words": ["Kumsusan"] }', '{ "words": ["Kumsusan"] }'],
  ] as const) {
    it(`to ${JSON.stringify(before)}`, () => {
      assert.equal(applyEdits(before, wordEdits(before, 'Kumsusan')), after);
    });
  }

  for (const broken of ['{ "words": "one" }', '{ "words": [', '[]']) {
    it(`refuses ${broken}`, () => {
      assert.throws(() => wordEdits(broken, 'Kumsusan'), /mend them first|no list/);
    });
  }
});
