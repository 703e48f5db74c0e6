import type { Corpus } from '../analysis/corpus.js';
import { lineages } from '../analysis/lineages.js';
import type { ReadingPlace } from '../analysis/wordDepartures.js';
import { SURE } from '../core/departureModel.js';
import { excerpt } from '../core/excerpt.js';
import { oneLine } from '../core/oneLine.js';
import type { Place, Span } from '../core/span.js';
import type { Evidence, Finding } from './rule.js';

/** A word that likely stands for another one. */
interface Exchanged extends Span {
  readonly text: string;
}

/** Another word for it, with where the other sources have it. */
interface Reading {
  readonly text: string;
  readonly places: readonly ReadingPlace[];
}

/** What is told of a word for which others have another one: in how many sources, and what else it could be. */
export function findingWithReadings(
  { start, end, text }: Exchanged,
  readings: readonly [Reading, ...Reading[]],
  { confidence, isLikely }: { readonly confidence: number; readonly isLikely: boolean },
  corpus: Corpus,
): Finding {
  const [first] = readings;
  const count = corpus.get(lineages).count(first.places.map(({ path }) => path));
  const severity = !isLikely ? 'hint' : confidence >= SURE && count >= 2 ? 'warning' : 'information';
  const evidence = readings.flatMap(({ places }) => places.map((one) => witness(one, corpus)));
  const where = count === 1 ? 'in another source' : `in ${count} sources`;
  const message = `“${text}” here; “${first.text}” ${where}: ${quoted(evidence[0]?.text ?? '')}`;
  return { start, end, message, evidence, severity, confidence, suggestions: readings.map((one) => one.text) };
}

/** What is told of a word that nobody else uses, without another for it: the passage has to show it. */
export function loneFinding(
  { start, end, text, chance, passage }: Exchanged & { readonly chance: number; readonly passage: Place },
  corpus: Corpus,
): Finding {
  const shown = oneLine(corpus.textAt(passage).replace(/[“”"]/g, ''));
  const message = `“${text}” here, in no other source of this story: ${quoted(shown)}`;
  return { start, end, message, evidence: [{ ...passage, text: shown }], severity: 'information', confidence: chance };
}

export function witness({ path, start, end, text }: ReadingPlace, corpus: Corpus): Evidence {
  const whole = corpus.document(path)?.text ?? '';
  return { path, start, end, text: excerpt(whole, { start, end }), reading: text };
}

export function quoted(words: string): string {
  return `“${words}”`;
}
