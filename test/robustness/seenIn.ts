import assert from 'node:assert/strict';
import type { Corpus } from '../../server/src/analysis/corpus.js';
import { parallels } from '../../server/src/analysis/parallels.js';
import { people } from '../../server/src/analysis/people.js';
import { allRules } from '../../server/src/rules/allRules.js';
import { runRules } from '../../server/src/rules/runRules.js';

/** What a reader sees of a corpus, as plain data. */
export function seenIn(corpus: Corpus) {
  return Array.from(corpus.documents.values(), (document) => ({
    path: document.path,
    text: document.text,
    people: corpus
      .get(people)
      .in(document.path)
      .map(({ person, mention }) => [person.name, mention.start, person.mentions.length]),
    partners: corpus.get(parallels).partnersOf(document.path),
    findings: runRules(allRules, {
      document,
      corpus,
      setting: (rule) => rule.severity,
      onFailure: (_, __, error) => assert.fail(error as Error),
    }).map(({ rule, start, end, message }) => [rule.code, start, end, message]),
  }));
}
