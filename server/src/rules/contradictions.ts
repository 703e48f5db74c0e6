import type { Resources } from '../analysis/resources.js';
import type { Corpus } from '../analysis/corpus.js';
import { finish, type Steps } from '../analysis/steps.js';
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
export function* contradictionsIn(here: PlacedParagraph, corpus: Corpus): Generator<Finding> {
  for (const one of finish(contradictionsInSteps(here, corpus))) yield finding(one, here.document.path);
}

/** Holds the statements of a whole text against each other, in steps, so that `contradictionsIn` has it at hand. */
export function* prepareContradictions(document: Document, corpus: Corpus): Steps<void> {
  for (const index of document.paragraphs.keys()) yield* contradictionsInSteps(placed(document, index), corpus);
}

interface Kept {
  readonly serial: number;
  readonly start: number;
  readonly found: readonly FoundBefore[];
}

const kept = new Facts<Paragraph, Kept>();

function* contradictionsInSteps(here: PlacedParagraph, { serial, resources }: Corpus): Steps<readonly FoundBefore[]> {
  const { document, index, paragraph, start } = here;
  const known = kept.get(paragraph);
  if (known?.serial === serial && known.start === start) return known.found;
  const found: FoundBefore[] = [];
  for (const [statement, before] of statementsWithEarlier(here, resources)) {
    const one = firstContradiction(statement, before, resources);
    if (one) found.push(one);
    yield index / document.paragraphs.length;
  }
  yield index / document.paragraphs.length;
  kept.set(paragraph, { serial, start, found });
  return found;
}

/** Each statement of a paragraph, and those before it that it is held against, the nearest first. */
function* statementsWithEarlier(
  { document, index }: PlacedParagraph,
  resources: Resources,
): Generator<[PlacedStatement, readonly PlacedStatement[]]> {
  const own = placedStatementsOf(document, index, resources);
  if (own.length === 0) return;
  // No more of the text is read than is looked at.
  const before: PlacedStatement[] = [];
  for (let at = index - 1; at >= 0 && before.length < MOST_STATEMENTS; at--) {
    before.push(...placedStatementsOf(document, at, resources).reverse());
  }
  for (const statement of own) {
    yield [statement, before.slice(0, MOST_STATEMENTS)];
    before.unshift(statement);
  }
}

function placedStatementsOf(document: Document, index: number, resources: Resources): PlacedStatement[] {
  const { paragraph, start: offset } = placed(document, index);
  return statementsOf(paragraph, resources).map((statement) => ({ statement, offset }));
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

interface PlacedStatement {
  readonly statement: Statement;
  /** Of its paragraph. */
  readonly offset: number;
}

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

interface FoundBefore extends Contradiction {
  readonly own: PlacedStatement;
  readonly other: PlacedStatement;
}

/** What a statement was found to be beside earlier ones, when it was last looked at. */
const besideEarlier = new Facts<Statement, ReadonlyMap<Statement, Contradiction | undefined>>();

function firstContradiction(
  own: PlacedStatement,
  before: readonly PlacedStatement[],
  resources: Resources,
): FoundBefore | undefined {
  const { statement } = own;
  const known = besideEarlier.get(statement);
  const asked = new Map<Statement, Contradiction | undefined>();
  besideEarlier.set(statement, asked);
  for (const other of before) {
    if (![...statement.units].some((unit) => other.statement.units.has(unit))) continue;
    if ([...statement.stems].filter((one) => other.statement.stems.has(one)).length < LEAST_SHARED) continue;
    const found = known?.has(other.statement)
      ? known.get(other.statement)
      : contradiction(besideOf(statement, other.statement, resources));
    asked.set(other.statement, found);
    if (found) return { ...found, own, other };
  }
  return undefined;
}

function finding({ own: { statement, offset }, a, b, chance, other }: FoundBefore, path: string): Finding {
  const { text, span } = other.statement;
  const reading = text.slice(b.start, b.end);
  return {
    ...shift({ start: a.start, end: a.end }, offset + statement.span.start),
    message: `“${statement.text.slice(a.start, a.end)}” here; “${reading}” before in this text: “${oneLine(text, 110)}”`,
    evidence: [{ path, ...shift(span, other.offset), text: oneLine(text, 200), reading }],
    confidence: Math.min(0.9, chance),
  };
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
