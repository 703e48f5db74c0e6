import type { Corpus } from '../analysis/corpus.js';
import { partnersOf, wordDepartures } from '../analysis/wordDepartures.js';
import { strangeWords } from '../analysis/strangeWords.js';
import { twinPhrases } from '../analysis/twinPhrases.js';
import { meanOddness } from '../analysis/wordOddness.js';
import { isLikely, isTightlyFramed } from '../core/departureModel.js';
import { placed, type Document } from '../core/document.js';
import { excerpt } from '../core/excerpt.js';
import { proseOf } from '../core/prose.js';
import type { Span } from '../core/span.js';
import type { CorpusRule, Evidence } from './rule.js';

export const spunText: CorpusRule = {
  code: 'spun-text',
  family: 'wording',
  summary: 'Many words of this text were exchanged for related ones, beside what the other sources have.',
  why: 'A text that was reworded by a program may be wrong anywhere, also where no other source can show it.',
  severity: 'information',
  scope: 'corpus',
  limits:
    'A mark of risk, never proof: translation and haste leave marks like these. Told once for each file, and only beside other sources that tell the same. How odd the words of a text are shows it before a single word is proved wrong; mild rewording with good synonyms is not seen.',
  examples: {
    valid: [
      '-- a.txt --\nThe minister arrived in the capital on Monday for talks about trade.\n-- b.txt --\nThe minister came to the capital on Monday for talks about trade.',
    ],
    invalid: [
      '-- a.txt --\n[|The|]{spun-text} envoy of the council, which holds a filibuster in the assembly of the nations, spoke against new sanctions on the country.\n\nThey vetoed a resolution on sanctions two years ago.\n\nThe harbour was closed on Monday by the premier and its eastern friends, who fear a storm.\n\nThe ships of the capital and its asian allies stayed at sea for a week.\n-- b.txt --\nOn Monday, fearing that a storm was near, the premier had the harbour closed. An ally kept its ships at sea for a week. Speaking for the council, its envoy was against new sanctions; the assembly of the nations had vetoed a resolution two years before.',
    ],
  },
  *prepare(document, corpus) {
    for (const index of document.paragraphs.keys()) {
      wordDepartures(placed(document, index), corpus);
      yield index / document.paragraphs.length;
    }
  },
  *check({ document, index, paragraph, start: from }, corpus) {
    if (index !== document.paragraphs.findIndex((one) => OPENING.test(proseOf(one)))) return;
    const places = wrongPlaces(document, corpus);
    const partners = partnersOf(document.path, corpus);
    if (places.length < FEWEST_PLACES || partners.length === 0) return;
    const own = meanOddness(document, corpus.resources);
    const others = partners.reduce((sum, one) => sum + meanOddness(one, corpus.resources), 0) / partners.length;
    const words = Math.max(1, document.text.split(/\s+/).length);
    const perThousand = (1000 * places.length) / words;
    if (own - others < PLAIN_GAP && perThousand < PLAIN_DENSITY) return;
    // Told of the whole, shown at its first word: a reader reads what is underlined.
    const opening = OPENING.exec(proseOf(paragraph));
    if (!opening) return;
    const start = from + opening.index;
    const end = start + opening[0].length;
    const evidence: Evidence[] = places.slice(0, MOST_SHOWN).map((place) => ({
      path: document.path,
      start: place.start,
      end: place.end,
      text: excerpt(document.text, place),
    }));
    const density = perThousand.toFixed(perThousand < 10 ? 1 : 0);
    const message =
      `Some words of this text may have been exchanged by a program: ${places.length} places (${density} in 1,000 words) ` +
      `where other sources have a related word. Read it beside them.`;
    const confidence = Math.min(0.95, 0.5 + 0.08 * places.length);
    yield {
      start,
      end,
      message,
      evidence,
      confidence,
      severity: places.length >= SURE_PLACES ? 'information' : 'hint',
    };
  },
};

const OPENING = /\p{L}[\p{L}\p{M}\p{N}’'-]*/u;
const FEWEST_PLACES = 2;
const SURE_PLACES = 3;
/** How much odder the words are than those of the other sources, as a share; and places in a thousand words. */
const PLAIN_GAP = 0.03;
const PLAIN_DENSITY = 4;
const MOST_SHOWN = 8;

interface Place {
  readonly start: number;
  readonly end: number;
  readonly chance: number;
}

/** What `garbled-wording` reports as information, likeliest first. */
function wrongPlaces(document: Document, corpus: Corpus): Place[] {
  const everywhere = document.paragraphs.map((_, index) => placed(document, index));
  const departures = everywhere
    .flatMap((here) => wordDepartures(here, corpus))
    .filter(({ chance, signs }) => isLikely(signs, chance) || isTightlyFramed(signs));
  const strange = everywhere
    .flatMap((here): Span[] => [...strangeWords(here, corpus), ...twinPhrases(here, corpus)])
    .map(({ start, end }) => ({ start, end, chance: 1 }));
  return [...strange, ...departures].sort((a, b) => b.chance - a.chance || a.start - b.start);
}
