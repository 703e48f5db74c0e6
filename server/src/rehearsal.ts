import { Corpus } from './analysis/corpus.js';
import { parallels } from './analysis/parallels.js';
import { people } from './analysis/people.js';
import { readTables, type Resources } from './analysis/resources.js';
import { emptyManifest } from './analysis/manifest.js';
import { each, type Steps } from './analysis/steps.js';
import { parse, type Document } from './core/document.js';
import { definition } from './features/definition.js';
import { hover } from './features/hover.js';
import type { View } from './features/toProtocol.js';
import { allRules } from './rules/allRules.js';
import { checkInSteps } from './rules/runRules.js';

/** UTF-16 units of a text that are taken. */
const LENGTH = 5000;
/** Places that are asked about; names come first. */
const PLACES = 40;
const NAMES = 10;

/**
 * Hovers, definitions and a check for nobody, over the beginning of a text and two retellings made of it. What makes them
 * is compiled, and tables are read, when they are first used, so that the first answers of a session would take ten times
 * as long as later ones.
 */
export function* rehearse({ text }: Document, resources: Resources): Steps<void> {
  yield* readTables(resources);
  const told = text.slice(0, LENGTH);
  const teller = parse('told.txt', told);
  const others = [7, 11].map((nth) => parse(`${nth}.txt`, withoutEach(told, nth)));
  const corpus = Corpus.of([teller, ...others], resources, emptyManifest);
  yield* corpus.prepare(people);
  yield* corpus.prepare(parallels);
  yield* checkInSteps(allRules, {
    document: teller,
    corpus,
    setting: ({ severity }) => severity,
    onFailure: () => undefined,
  });
  const view: View = { corpus, uriOf: (path) => path };
  const names = corpus.get(people).in(teller.path).slice(0, NAMES);
  const places = Array.from({ length: PLACES }, (_, at) => Math.floor(((at + 0.5) * told.length) / PLACES));
  yield* each([...names.map(({ mention }) => mention.start), ...places], NAMES + PLACES, (offset) => {
    hover(view, teller, offset, 'markdown', true);
    definition(view, teller, offset);
  });
}

/** A retelling: the text without every `nth` word. */
function withoutEach(text: string, nth: number): string {
  return text
    .split(' ')
    .filter((_, at) => (at + 1) % nth !== 0)
    .join(' ');
}
