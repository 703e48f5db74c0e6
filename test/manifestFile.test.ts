import assert from 'node:assert/strict';
import { readManifest } from '../server/src/manifestFile.js';

describe('variorum.json', () => {
  it('an empty object: the defaults', () => {
    const { manifest, isSource, problems } = readManifest('{}');
    assert.deepEqual(problems, []);
    assert.ok(isSource('a.txt') && isSource('deep/er/b.md'));
    assert.ok(!isSource('a.html') && !isSource('.hidden/a.txt'));
    assert.equal(manifest.base, undefined);
  });

  it('all of it, with comments and a trailing comma', () => {
    const { manifest, isSource, problems } = readManifest(`{
      // what to read
      "sources": ["texts/**/*.txt"], "exclude": ["texts/old/**"], "drafts": ["drafts/*.md"],
      "base": "texts/a.txt",
      "witnesses": { "texts/a.txt": { "siglum": "A", "date": "1841", "lineage": "wire" } },
      "rules": { "repeated-word": "off" },
      "people": { "Kim Jong Un": { "same": ["Kim Jong-eun"], "not": ["Kim"], "about": "Leader." }, "Wagner": false },
      "words": ["Kumsusan"],
    }`);
    assert.deepEqual(problems, []);
    assert.ok(isSource('texts/a.txt') && isSource('drafts/mine.md'));
    assert.ok(!isSource('texts/old/a.txt') && !isSource('a.txt'));
    assert.ok(manifest.isDraft('drafts/mine.md') && !manifest.isDraft('texts/a.txt'));
    assert.deepEqual(manifest.witnesses.get('texts/a.txt'), { siglum: 'A', date: '1841', lineage: 'wire' });
    assert.equal(manifest.rules.get('repeated-word'), 'off');
    assert.ok(manifest.words.has('Kumsusan'));
    assert.deepEqual(
      [...manifest.people],
      [
        ['Kim Jong Un', { same: ['Kim Jong-eun'], not: ['Kim'], about: 'Leader.' }],
        ['Wagner', false],
      ],
    );
  });

  const broken: [string, string, RegExp][] = [
    ['{ "sources": [, }', ',', /not valid JSON/],
    ['{ "sources": "a.txt" }', '"a.txt"', /"sources" must be a list of strings/],
    ['{ "sauces": [] }', '"sauces"', /unknown key "sauces"/],
    ['{ "rules": { "no-such-rule": "off" } }', '"off"', /unknown rule "no-such-rule"/],
    ['{ "rules": { "repeated-word": "loud" } }', '"loud"', /must be one of off, hint/],
    ['{ "witnesses": { "a.txt": { "sigil": "A" } } }', '"sigil": "A"', /unknown key "sigil"/],
    ['{ "people": [] }', '[]', /"people" must be an object/],
    ['{ "people": { "Anna": true } }', 'true', /"Anna" must be an object, or false/],
    ['{ "people": { "Anna": { "same": "Ann" } } }', '"same": "Ann"', /"same" of a person must be a list of names/],
    ['{ "people": { "Anna": { "born": 3 } } }', '"born": 3', /unknown key "born" of a person/],
    ['{ "people": { "Anna": {}, "Ann": { "same": ["Anna"] } } }', '{ "same": ["Anna"] }', /also a name of "Anna"/],
    ['{ "base": 3 }', '3', /"base" must be a string/],
    ['[]', '[]', /must be a JSON object/],
    ['', '', /JSON/],
  ];
  for (const [text, words, message] of broken) {
    it(`${JSON.stringify(text)} is reported at ${words || 'its start'}`, () => {
      const [problem] = readManifest(text).problems;
      assert.match(problem!.message, message);
      assert.equal(text.slice(problem!.start, problem!.end), words);
    });
  }

  it('never throws', () => {
    for (const text of ['null', '"', '{"a":', '\uFEFF{}', '{"witnesses": null, "words": {}}', '[[[['])
      readManifest(text);
  });
});
