import { foldNumbers, type FoldedWord } from './numberFolding.js';
import type { Span } from './span.js';
import { foldSpelling } from './spellings.js';
import { normalForm } from './tokens.js';
import { wordPieces, type WordPiece } from './wordPieces.js';

/** A word as quotations are compared by: what does not change the words is folded away, its place is kept. */
export interface QuotedWord extends Span {
  readonly folded: string;
  /** Small words and names cannot show that two quotations are of the same words. */
  readonly weight: number;
  /** In square brackets: words of whoever quotes. */
  readonly isEditorial: boolean;
  /** Dots stand before it: something is left out. */
  readonly isAfterGap: boolean;
  /** Words of saying stand before it, which interrupt the quotation; the marks there are theirs. */
  readonly isAfterInterruption?: boolean;
}

const CONTRACTIONS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^can't$/, ['can', 'not']],
  [/^won't$/, ['will', 'not']],
  [/^shan't$/, ['shall', 'not']],
  [/^ain't$/, ['is', 'not']],
  [/^(.+)n't$/, ['$1', 'not']],
  // Without the apostrophe they are no other word, as “cant” and “wont” are.
  [/^(is|are|was|were|do|does|did|has|have|had|could|would|should)nt$/, ['$1', 'not']],
  [/^(.+)'re$/, ['$1', 'are']],
  [/^(.+)'ve$/, ['$1', 'have']],
  [/^(.+)'ll$/, ['$1', 'will']],
  [/^(i)'m$/, ['$1', 'am']],
  [/^(let)'s$/, ['$1', 'us']],
  [/^(it|he|she|that|this|there|here|what|who|where|how|everyone|everybody|nobody)'s$/, ['$1', 'is']],
  [/^(i|you|he|she|it|we|they|that|there|who)'d$/, ['$1', 'would']],
  [/^cannot$/, ['can', 'not']],
  [/^gonna$/, ['going', 'to']],
  [/^wanna$/, ['want', 'to']],
  [/^gotta$/, ['got', 'to']],
];

const FILLER = /^(?:um+|uh+|er|erm|hm+)$/;

const SMALL = new Set(
  `a an the of to in on at by for with from and or but as is are was were be been being has have had do does did will would
   can could shall should may might that this these those it its he she they we you i his her their our my who which what
   there so also about into over than then s mr mrs ms not 1 me him them us your am let if why where when how`.split(
    /\s+/,
  ),
);
export const SMALL_WEIGHT = 0.25;
/** Words that anybody says of anything: “we’re going to get away from”, “are we going to get to”. */
const LIGHT = new Set(
  `go goes going gone went get gets getting got make makes making made take takes taking took come comes coming came know
   knows think thinks want wants say says said thing things just very really`.split(/\s+/),
);
/** “Endangered Species Act” links any two quotations on it. */
const NAME_WEIGHT = 0.4;

/**
 * The words of a quotation, folded as docs/quotations.md says. A negation, a number and every word that is not listed
 * there stay what they are. Offsets are relative to `text`; both halves of a contraction have its span.
 */
export function quotedWords(text: string): QuotedWord[] {
  const pieces = wordPieces(text);
  const words = pieces.flatMap((piece, index) => unfolded(piece, pieces[index + 1]));
  const byStart = new Map(pieces.map((piece) => [piece.start, piece]));
  return foldNumbers(words).map(({ folded, start, end }) => {
    const piece = byStart.get(start);
    return {
      folded,
      weight: weightOf(folded, piece, start),
      start,
      end,
      isEditorial: piece?.isEditorial === true,
      isAfterGap: piece?.isAfterGap === true,
    };
  });
}

/** The word, or the two that it stands for; none for “um”. */
function unfolded({ text, start, end }: WordPiece, next: WordPiece | undefined): FoldedWord[] {
  const lower = text.toLowerCase();
  if (FILLER.test(lower)) return [];
  for (const [pattern, parts] of CONTRACTIONS) {
    if (!pattern.test(lower)) continue;
    return parts.map((part) => {
      const word = lower.replace(pattern, part);
      // It’s been, he’d better.
      const isPast = /^(?:been|got|had|better)$/.test(next?.text.toLowerCase() ?? '');
      const meant = !isPast ? word : word === 'is' ? 'has' : word === 'would' ? 'had' : word;
      return { folded: foldSpelling(meant), start, end };
    });
  }
  if (lower === '&') return [{ folded: 'and', start, end }];
  // A lost apostrophe changes no word: show’s, shows.
  return [{ folded: foldSpelling(normalForm(text.replace(/'(?=s$)/i, ''))) || lower, start, end }];
}

function weightOf(folded: string, piece: WordPiece | undefined, start: number): number {
  if (SMALL.has(folded)) return SMALL_WEIGHT;
  if (LIGHT.has(folded)) return NAME_WEIGHT;
  return start > 0 && /^\p{Lu}/u.test(piece?.text ?? '') ? NAME_WEIGHT : 1;
}
