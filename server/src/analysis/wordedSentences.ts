import type { Paragraph } from '../core/document.js';
import { Facts } from '../core/facts.js';
import { proseOf } from '../core/prose.js';
import type { Span } from '../core/span.js';
import { sequenceOf, type Sequence } from '../core/substitutability.js';
import { normalForm, tokensIn } from '../core/tokens.js';
import { foldSpelling } from '../core/spellings.js';
import { baseOf, type IsWord } from '../core/wordForms.js';
import type { WordVectors } from '../core/wordVectors.js';
import type { Resources } from './resources.js';
import { stemsFor } from './stems.js';
import { unitsOfParagraph } from './units.js';

/** What a word says wherever it stands. */
interface Described {
  readonly text: string;
  readonly normal: string;
  readonly base: string;
  /** Ranks in the table of vectors of the word and of its base; −1 where it is not there. */
  readonly rank: number;
  readonly baseRank: number;
  readonly kind: 'small' | 'number' | 'name' | 'content' | 'other';
  /** How much it says that another sentence has it too, 0 to 1. */
  readonly weight: number;
  readonly isFirst: boolean;
}

/** A word as wordings are compared by; offsets relative to its paragraph. Words are many: what they say stands once. */
export class WordedWord implements Span, Described {
  constructor(
    readonly start: number,
    readonly end: number,
    /** Where it stands in the sentence's sequence. */
    readonly place: number,
    private readonly said: Described,
  ) {}

  get text(): string {
    return this.said.text;
  }

  get normal(): string {
    return this.said.normal;
  }

  get base(): string {
    return this.said.base;
  }

  get rank(): number {
    return this.said.rank;
  }

  get baseRank(): number {
    return this.said.baseRank;
  }

  get kind(): Described['kind'] {
    return this.said.kind;
  }

  get weight(): number {
    return this.said.weight;
  }

  get isFirst(): boolean {
    return this.said.isFirst;
  }
}

/** A sentence, or a part of a very long one. */
export interface WordedSentence extends Span {
  readonly paragraph: Paragraph;
  readonly words: readonly WordedWord[];
  readonly sequence: Sequence;
}

const SMALL = new Set(
  `a an the and or but of in on at to for from by with as is are was were be been being am it its it's he she they his her
   hers their theirs this that these those who whom whose which what when where while will would can cannot could may might
   must should shall has have had having do does did doing no not nor so if than then there here also more most much many
   some any all each every other others another such own same into out up down over under about after before between during
   through against off again both few very just only even still yet once ever never always often already said say says
   saying told tells you i we us our ours your my me him them himself herself itself themselves mr mrs ms dr because since
   until although though however whether within without upon among amid toward towards across along around per via
   including according like one two three four five six seven eight nine ten first second third last next new`.split(
    /\s+/,
  ),
);

/** Words commoner than this say nothing by being others. */
const FIRST_RANK = 50;

const known = new Facts<Paragraph, readonly WordedSentence[]>();

export function wordedSentences(paragraph: Paragraph, resources: Resources): readonly WordedSentence[] {
  let sentences = known.get(paragraph);
  if (!sentences) known.set(paragraph, (sentences = read(paragraph, resources)));
  return sentences;
}

function read(paragraph: Paragraph, resources: Resources): WordedSentence[] {
  const { bounds } = unitsOfParagraph(paragraph, stemsFor(resources));
  const vectors = resources.wordVectors;
  const prose = proseOf(paragraph);
  const sentences: WordedSentence[] = [];
  for (let unit = 0; unit < bounds.length; unit += 2) {
    const [start, end] = [bounds[unit] ?? 0, bounds[unit + 1] ?? 0];
    const text = prose.slice(start, end);
    const sequence = sequenceOf(text, vectors);
    const words: WordedWord[] = [];
    let place = 0;
    for (const token of tokensIn(text)) {
      if (token.kind === 'mark') continue;
      while ((sequence.starts[place] ?? Infinity) < token.start) place++;
      const said = describe(token.text, token.kind === 'number', words.length === 0, vectors);
      words.push(new WordedWord(start + token.start, start + token.end, place, said));
    }
    sentences.push({ paragraph, start, end, words, sequence });
  }
  return sentences;
}

const described = new WeakMap<WordVectors, Map<string, Described>>();

function describe(text: string, isNumber: boolean, isFirst: boolean, vectors: WordVectors): Described {
  let known = described.get(vectors);
  if (!known) described.set(vectors, (known = new Map<string, Described>()));
  const key = isFirst ? `${text} ` : text;
  let found = known.get(key);
  if (!found) known.set(key, (found = describeNew(text, isNumber, isFirst, vectors)));
  return found;
}

function describeNew(text: string, isNumber: boolean, isFirst: boolean, vectors: WordVectors): Described {
  const normal = normalForm(text);
  if (isNumber) {
    const value = normal.replace(/,/g, '');
    return { text, normal, base: value, rank: -1, baseRank: -1, kind: 'number', weight: 1, isFirst };
  }
  const found = baseOf(normal, isWordOf(vectors));
  const [rank, baseRank] = [vectors.rank(normal), vectors.rank(found)];
  // Kilometres and kilometers are one word.
  const base = foldSpelling(found);
  const isCapital = /^\p{Lu}/u.test(text);
  const kind = SMALL.has(normal)
    ? 'small'
    : isCapital && !(isFirst && rank >= 0)
      ? 'name'
      : rank >= FIRST_RANK && normal.length > 2 && !/\d/.test(normal)
        ? 'content'
        : 'other';
  const rarity = Math.log(1 + (rank < 0 ? vectors.size : rank) / 30) / Math.log(1 + 5000 / 30);
  const weight = kind === 'small' ? 0.12 : kind === 'name' ? 0.9 : Math.min(1, Math.max(0.05, rarity));
  return { text, normal, base, rank, baseRank, kind, weight, isFirst };
}

const isWords = new WeakMap<WordVectors, IsWord>();

/** Whether a word is in the table; the same function at each call, so that what is found by it can be kept. */
export function isWordOf(vectors: WordVectors): IsWord {
  let isWord = isWords.get(vectors);
  if (!isWord) isWords.set(vectors, (isWord = (word) => vectors.rank(word) >= 0));
  return isWord;
}
