import type { Resources } from '../analysis/resources.js';
import type { Corpus } from '../analysis/corpus.js';
import { wordFrame, weightOf } from '../analysis/wordFrame.js';
import { wordLikeness } from '../analysis/wordLikeness.js';
import { collate } from '../core/collate.js';
import { placed, type Document, type Paragraph, type PlacedParagraph } from '../core/document.js';
import { Facts } from '../core/facts.js';
import { isWebFurniture } from '../core/furniture.js';
import { oneLine } from '../core/oneLine.js';
import type { Quantity } from '../core/quantities.js';
import { sentencesOf } from '../core/sentences.js';
import { shift, type Span } from '../core/span.js';
import { stem } from '../core/stem.js';
import { normalForm, wordsIn } from '../core/tokens.js';
import { chanceOfOneThing } from './conflictModel.js';
import { countMatter } from './countMatter.js';
import { dateMatter } from './dateMatter.js';
import type { Beside } from './judge.js';
import type { Finding } from './rule.js';
import { itemsOf, rivalsOf } from './slotJudge.js';
import { slotSigns } from './slotSigns.js';

/** Share of what the longer of two sentences says that both must say: a text hardly says one thing twice. */
const LEAST_MUTUAL = 0.5;
/** Chance that both numbers count the same; texts of one source often count many things of one kind. */
const LEAST_CHANCE = 0.85;
/** Telling words that both sentences must have, the noun that is counted among them. */
const LEAST_SHARED = 3;
/** Sentences with counts that are looked at before one; more are a table or a chronicle. */
const MOST_STATEMENTS = 300;

/** Numbers of a paragraph that differ from what the same text said before of the same count. */
export function* contradictionsIn(here: PlacedParagraph, { resources }: Corpus): Generator<Finding> {
  const { document, index } = here;
  const own = placedStatementsOf(document, index, resources);
  if (own.length === 0) return;
  // The nearest first; no more of the text is read than is looked at.
  const before: PlacedStatement[] = [];
  for (let at = index - 1; at >= 0 && before.length < MOST_STATEMENTS; at--) {
    before.push(...placedStatementsOf(document, at, resources).reverse());
  }
  for (const statement of own) {
    yield* contradictionsOf(statement, before.slice(0, MOST_STATEMENTS), document.path, resources);
    before.unshift(statement);
  }
}

function placedStatementsOf(document: Document, index: number, resources: Resources): PlacedStatement[] {
  const { paragraph, start } = placed(document, index);
  return statementsOf(paragraph, resources).map((statement) => ({ ...statement, offset: start }));
}

/** A sentence with named counts. */
interface Statement {
  /** Relative to its paragraph. */
  readonly span: Span;
  readonly text: string;
  readonly units: ReadonlySet<string>;
  /** Stems of its telling words. */
  readonly stems: ReadonlySet<string>;
}

type PlacedStatement = Statement & { readonly offset: number };

const statements = new Facts<Paragraph, readonly Statement[]>();

function statementsOf(paragraph: Paragraph, resources: Resources): readonly Statement[] {
  let known = statements.get(paragraph);
  if (!known)
    statements.set(paragraph, (known = isWebFurniture(paragraph) ? [] : readStatements(paragraph, resources)));
  return known;
}

function readStatements(paragraph: Paragraph, resources: Resources): Statement[] {
  if (!/\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|\w+teen|\w+ty)\b/i.test(paragraph.text)) return [];
  return sentencesOf(paragraph).flatMap((span) => {
    const text = paragraph.text.slice(span.start, span.end);
    const units = new Set(countMatter.itemsIn(text, resources).flatMap(({ unit }) => (isNamed(unit) ? [unit] : [])));
    if (units.size === 0) return [];
    const telling = wordsIn(text).filter(
      (word) => word.kind === 'word' && weightOf(word, resources.wordVectors) > LEAST_WEIGHT,
    );
    return [{ span, text, units, stems: new Set(telling.map((word) => stem(normalForm(word.text)))) }];
  });
}

const LEAST_WEIGHT = 0.2;

/** Of sums, shares and ages a text has many. */
function isNamed(unit: string): boolean {
  return /^\p{L}{3,}$/u.test(unit) && unit !== 'age';
}

function* contradictionsOf(
  statement: PlacedStatement,
  before: readonly PlacedStatement[],
  path: string,
  resources: Resources,
): Generator<Finding> {
  for (const other of before) {
    if (![...statement.units].some((unit) => other.units.has(unit))) continue;
    if ([...statement.stems].filter((one) => other.stems.has(one)).length < LEAST_SHARED) continue;
    const found = contradiction(besideOf(statement, other, resources));
    if (!found) continue;
    const { a, b, chance } = found;
    const place = shift({ start: a.start, end: a.end }, statement.offset + statement.span.start);
    yield {
      ...place,
      message: `“${statement.text.slice(a.start, a.end)}” here; “${other.text.slice(b.start, b.end)}” before in this text: “${oneLine(other.text, 110)}”`,
      evidence: [
        {
          path,
          ...shift(other.span, other.offset),
          text: oneLine(other.text, 200),
          reading: other.text.slice(b.start, b.end),
        },
      ],
      confidence: Math.min(0.9, chance),
    };
    return;
  }
}

function besideOf(a: Statement, b: Statement, resources: Resources): Beside {
  const slots = collate(a.text, b.text, wordLikeness(resources));
  return { a: a.text, b: b.text, slots, frame: wordFrame(a.text, b.text, slots, resources.wordVectors), resources };
}

interface Contradiction {
  readonly a: Quantity;
  readonly b: Quantity;
  readonly chance: number;
}

function contradiction(beside: Beside): Contradiction | undefined {
  if (beside.frame.mutual < LEAST_MUTUAL || areOfOtherDays(beside)) return undefined;
  const items = itemsOf(countMatter, beside);
  let best: Contradiction | undefined;
  for (const a of items.here) {
    if (!isNamed(a.unit)) continue;
    for (const b of rivalsOf(a, countMatter, items, beside)) {
      if (a.unit !== b.unit) continue;
      const chance = chanceOfOneThing('count', slotSigns(countMatter, a, b, items, beside));
      if (chance >= LEAST_CHANCE && chance > (best?.chance ?? 0)) best = { a, b, chance };
    }
  }
  return best;
}

/** Two fires in one mill: what differs in its dates is told of two events. */
function areOfOtherDays(beside: Beside): boolean {
  const items = itemsOf(dateMatter, beside);
  return items.here.some((date) => rivalsOf(date, dateMatter, items, beside).length > 0);
}
