import assert from 'node:assert/strict';
import { MarkupKind, type MarkupContent } from 'vscode-languageserver';
import { hover } from '../../server/src/features/hover.js';
import { readManifest } from '../../server/src/manifestFile.js';
import { readFixture } from '../fixture.js';

/** The card at the cursor. */
function card(source: string, format: 'markdown' | 'plaintext' = 'plaintext', manifest = '{}'): string {
  const { corpus: plain, cursor } = readFixture(source);
  const corpus = plain.withManifest(readManifest(manifest).manifest);
  const view = { corpus, uriOf: (path: string) => `file:///${encodeURI(path)}` };
  const found = hover(view, corpus.document(cursor!.path)!, cursor!.offset, format, true);
  const { kind, value } = found!.contents as MarkupContent;
  assert.equal(kind, format === 'markdown' ? MarkupKind.Markdown : MarkupKind.PlainText);
  return value;
}

const HARBOUR = `
-- alpha.txt --
The new harbour minister, Anna Kow<|>alska, met Tom Okafor on Friday.
“The port will be open before the winter,” Kowalska said.
-- beta.txt --
Tom Okafor spoke. Harbor minister Anna Kowalska called it “a great day for all of us”.
-- gamma.txt --
Nobody saw that the transport minister, Anna Kowalska, was there.
`;

describe('the card of a person', () => {
  it('says in plain text who, where, as what, what she said and with whom', () => {
    assert.deepEqual(card(HARBOUR).split('\n'), [
      'Anna Kowalska – new harbour minister',
      'Named in 3 of 3 sources: a:1 ×2 · b:1 ×1 · g:1 ×1',
      'As: Anna Kowalska (a:1) ×3 · Kowalska (a:2) ×1',
      '“new harbour minister” – a:1, b:1',
      '“transport minister” – g:1',
      'Introduced: The new harbour minister, Anna Kowalska, met Tom Okafor on Friday. a:1',
      'Said: “The port will be open before the winter,” a:2',
      'Said: “a great day for all of us” b:1',
      'Named together with: Tom Okafor (a:1) ×2',
    ]);
  });

  it('says in Markdown the same, with a link in each line but the first', () => {
    const lines = card(HARBOUR, 'markdown').split('  \n');
    assert.equal(lines.length, 9);
    assert.match(lines[0]!, /^\*\*Anna Kowalska\*\* – new harbour minister$/);
    for (const line of lines.slice(1)) assert.match(line, /\]\(file:\/\/\/(?:alpha|beta|gamma)\.txt#L\d\)/);
  });

  it('marks roles of which not both can be right', () => {
    const text =
      '-- a.txt --\nDefence minister Anna Kow<|>alska left.\n-- b.txt --\nForeign minister Anna Kowalska left.\n';
    assert.deepEqual(card(text).split('\n').slice(2, 4), [
      '≠ “Defence minister” – a:1 (sources differ)',
      '≠ “Foreign minister” – b:1 (sources differ)',
    ]);
  });

  it('says whom the name may mean as well', () => {
    const text =
      'Boris Johnson met Michael Johnson. Boris Johnson smiled. Michael Johnson did not. Then John<|>son left.';
    assert.match(card(text), /^The name here may also mean (?:Boris|Michael) Johnson \(t:1\)\.$/m);
  });

  it('has the manifest’s line of biography', () => {
    const manifest = '{"people": {"Anna Kowalska": {"about": "Born in Gdańsk."}}}';
    assert.equal(card(HARBOUR, 'plaintext', manifest).split('\n')[1], 'Born in Gdańsk.');
  });

  it('has at most fifteen lines, however much there is to say', () => {
    const roles = ['mayor', 'poet', 'captain', 'editor', 'judge', 'director', 'chairwoman'];
    const many = Array.from({ length: 30 }, (_, index) => {
      const role = roles[index % roles.length]!;
      return `-- ${index}.txt --\nNorth${index} ${role} Anna ${index % 2 ? 'M. ' : ''}Kowalska met Tom Okafor and Maria Lindqvist. “This is the ${index}th time,” said Kowalska.\n`;
    }).join('');
    const manifest = '{"people": {"Anna Kowalska": {"about": "A line."}}}';
    const found = card(many.replace('Anna', 'An<|>na'), 'markdown', manifest).split('  \n');
    assert.ok(found.length <= 15, `${found.length} lines`);
  });

  it('lets nothing of a hostile source through', () => {
    const hostile = [
      '-- [x](command:evil) <img src=x onerror=y> `z`.md --',
      'The **new** [minister](command:evil), Anna Kowa<|>lska, a <img src="http://evil"> minister `rm`, left.',
      '“Click [here](command:evil?%22) <script>alert(1)</script> ![x](http://evil) `code` **now**,” Kowalska said.',
    ].join('\n');
    const value = card(hostile, 'markdown');
    // Without the escapes, and with our own links taken away, nothing may be left that Markdown understands.
    const bare = value
      .replace(/\\[!-/:-@[-`{-~]/g, '')
      .replace(/\]\(file:\/\/\/[^\s()<>]*#L\d+\)/g, '')
      .replace(/&(?:lt|amp);/g, '')
      .replace(/^\*\*|\*\*/gm, '');
    assert.doesNotMatch(bare, /[<>`*]|\]\(|!\[/);
    assert.doesNotMatch(value, /\]\(command:/);
  });
});
