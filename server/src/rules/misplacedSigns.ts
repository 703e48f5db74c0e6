import type { Company } from '../analysis/nameCompany.js';
import { Facts } from '../core/facts.js';
import type { Signs } from './matter.js';
import { isSame, type Found, type Witness } from './rivalNames.js';
import type { StoryName } from './storyNames.js';

/** Characters at which two names are named together. */
const TOGETHER = 250;
/** Names of the paragraph this near are told of beside the one at hand. */
const NEAR = 400;
const MOST_GAIN = 4;
const MOST_WHOLE = 5;
const MOST_COUNT = 6;
const LEAST_TOTAL = 0.5;

/** Where a name stands. */
export interface Surroundings {
  /** Names of its paragraph, and of its text. */
  readonly own: readonly StoryName[];
  readonly all: readonly StoryName[];
  /** Names of its sort in the story. */
  readonly crowd: number;
  /** Share of the text’s names that nobody else has, 0 to 1. */
  readonly looseness: number;
}

/**
 * What the words around a name and around its rivals say of whether it stands in the place of one of them (misplacedModel.ts).
 * @param ranked the witnesses of the rival, the surest first
 */
export function misplacedSigns(
  name: StoryName,
  { nearness, alibi, isKnown }: Found,
  ranked: readonly [Witness, ...Witness[]],
  { own, all, crowd, looseness }: Surroundings,
): Signs {
  const [best] = ranked;
  const total = [...name.company.values()].reduce((sum, one) => sum + one.weight * one.nearness, 0);
  const loss = balance(name.company, alibi, nearness);
  const isRival = isOneOf(ranked.map((one) => one.name));
  const ofRival = all.filter(isRival);
  const theirs = new Map(Array.from(best.name.company, ([base, one]) => [base, one.nearness]));
  return {
    gain: Math.min(MOST_GAIN, best.gain),
    whole: Math.min(MOST_WHOLE, balance(name.company, nearness, alibi).sum),
    share: best.gain / Math.max(LEAST_TOTAL, total),
    top: best.top,
    count: Math.min(MOST_COUNT, best.count),
    loss: Math.min(MOST_GAIN, loss.sum),
    lossTop: loss.top,
    isLone: Number(!isKnown),
    isLacking: Number(ofRival.length === 0),
    // What is told of the rival there is told of him here as well, in another place.
    told: Math.max(0, ...ofRival.map((one) => balance(one.company, theirs, new Map<string, number>()).sum)),
    isTogether: Number(
      best.teller.names.some((one) => Math.abs(one.start - best.name.start) < TOGETHER && isSame(one, name)),
    ),
    isNear: Number(own.some((one) => one !== name && Math.abs(one.start - name.start) < NEAR && isRival(one))),
    // The more there are, the likelier one of them is told of in like words.
    crowd: Math.log(1 + crowd),
    isFull: Number(/\s/.test(name.text)),
    looseness,
  };
}

/** Whether a name is one of those; a text has each name in few forms, and many times. */
function isOneOf(names: readonly StoryName[]): (name: StoryName) => boolean {
  const forms = new Map(names.map((one) => [formOf(one), one]));
  const verdicts = new Map<string, boolean>();
  return (name) => {
    const form = formOf(name);
    let verdict = verdicts.get(form);
    if (verdict === undefined) {
      verdict = [...forms.values()].some((one) => isSame(name, one));
      verdicts.set(form, verdict);
    }
    return verdict;
  };
}

const formsOf = new Facts<StoryName, string>();

function formOf(name: StoryName): string {
  let form = formsOf.get(name);
  if (form === undefined) formsOf.set(name, (form = name.words.join(' ')));
  return form;
}

/** How much of the words around a name stands nearer to the one than to the other. */
function balance(company: Company, to: ReadonlyMap<string, number>, from: ReadonlyMap<string, number>) {
  let [sum, top] = [0, 0];
  for (const [base, { weight, nearness }] of company) {
    const more = (to.get(base) ?? 0) - (from.get(base) ?? 0);
    if (more <= 0) continue;
    const worth = weight * Math.sqrt(nearness * more);
    sum += worth;
    top = Math.max(top, worth);
  }
  return { sum, top };
}
