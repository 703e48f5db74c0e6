import { people } from '../analysis/people.js';
import { each, type Steps } from '../analysis/steps.js';
import type { Span } from '../core/span.js';
import { personCard } from './personCard.js';
import type { View } from './toProtocol.js';

/** People whose cards are made beforehand: more are not named on a screen. */
const MOST = 20;

/** Gathers what the cards of the people named in a span tell, a part at a time, so that it is at hand when the reader asks. */
export function* prepareCards(view: View, path: string, span: Span): Steps<void> {
  const shown = view.corpus.get(people).within(path, span).slice(0, MOST);
  const work = shown.flatMap((person) => [
    () => person.mentions,
    () => person.roles,
    () => personCard(view, person, 'markdown', undefined),
  ]);
  yield* each(work, work.length, (part) => part());
}
