import { chanceOfExchange, isPlainlyRewritten } from '../core/departureModel.js';
import { placed, type Document } from '../core/document.js';
import { Facts } from '../core/facts.js';
import { oddsOfSpinning, type SpinSigns } from '../core/rewritingModel.js';
import { mayHaveStrays } from '../core/strayModel.js';
import type { Corpus } from './corpus.js';
import { rewritingOdds } from './rewriting.js';
import { partnersOf, wordDepartures } from './wordDepartures.js';
import { wordMisfits } from './wordMisfits.js';

interface Odds {
  readonly serial: number;
  /** Log odds by the words of a text alone, and by those that others have otherwise as well. */
  readonly rewriting: number;
  readonly spinning: number;
  readonly departing: number;
}

const latest = new Facts<Document, Odds>();

/** Log odds that a program exchanged words of a text for related ones: what texts of a story are ranked by. */
export function spinningOdds(document: Document, corpus: Corpus): number {
  return oddsFor(document, corpus).spinning;
}

function oddsFor(document: Document, corpus: Corpus): Odds {
  let odds = latest.get(document);
  if (odds?.serial !== corpus.serial) {
    const signs = spinSigns(document, corpus);
    const { rewriting, departing } = signs;
    latest.set(document, (odds = { serial: corpus.serial, rewriting, departing, spinning: oddsOfSpinning(signs) }));
  }
  return odds;
}

function rewritingBeside(document: Document, corpus: Corpus): number {
  return rewritingOdds(document, partnersOf(document.path, corpus), corpus.resources);
}

/** Whether both say so: the words of a text by themselves, and those that others have otherwise. */
export function isPlainlySpun(document: Document, corpus: Corpus): boolean {
  const { rewriting, spinning, departing } = likelyOdds(document, corpus) ?? NONE;
  return isPlainlyRewritten(rewriting) && spinning >= PLAINLY_SPUN && departing >= USUALLY_DEPARTING;
}

/** Whether that is likely enough for its words to be weighed one by one: by its own words, or where many are otherwise elsewhere. */
export function seemsSpun(document: Document, corpus: Corpus): boolean {
  const { rewriting, spinning } = likelyOdds(document, corpus) ?? NONE;
  return mayHaveStrays(spinning) && (rewriting >= SEEMINGLY_REWRITTEN || spinning >= SURELY_SPUN);
}

/** Odds of a text whose words alone do not speak against it: of others nobody needs to read what departs. */
function likelyOdds(document: Document, corpus: Corpus): Odds | undefined {
  const isLikely =
    partnersOf(document.path, corpus).length > 0 && rewritingBeside(document, corpus) >= POSSIBLY_REWRITTEN;
  return isLikely ? oddsFor(document, corpus) : undefined;
}

const NONE = { rewriting: -Infinity, spinning: -Infinity, departing: 0 };
const POSSIBLY_REWRITTEN = -1;
const SEEMINGLY_REWRITTEN = 3;
const SURELY_SPUN = 4.5;
const PLAINLY_SPUN = 2;
/** Half of honest texts have more (docs/measurements.md), and all but a few spun ones. */
const USUALLY_DEPARTING = 0.03;

/** What a text without words counts as, and how many words it takes to weigh as much. */
const PRIOR = 20;
const USUAL = 0.05;

export function spinSigns(document: Document, corpus: Corpus): SpinSigns & { readonly words: number } {
  let [sum, words] = [0, 0];
  for (const [index, paragraph] of document.paragraphs.entries()) {
    words += wordMisfits(paragraph, corpus.resources).bases.length;
    for (const { signs } of wordDepartures(placed(document, index), corpus)) {
      sum += chanceOfExchange({ ...signs, rewriting: 0 });
    }
  }
  const departing = (sum + PRIOR * USUAL) / (words + PRIOR);
  return { rewriting: rewritingBeside(document, corpus), departing, words };
}
