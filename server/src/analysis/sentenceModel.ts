/** What speaks for and against two sentences saying the same. */
export interface Evidence {
  /** Of their stems, of the four-letter pieces of these, and of what the words mean: cosines. */
  readonly cosine: number;
  readonly pieces: number;
  readonly meaning: number;
  /** Weight of the numbers both have, which rewriters leave alone; 2 at most. */
  readonly numbers: number;
  /** Length of the shorter one, as a share of what is enough to judge by; 1 at most. */
  readonly fullness: number;
  /** Likeness as a share of the best in its row, and the same for its column: 2 where it is the best of both. */
  readonly rank: number;
  /** How far apart they stand in their texts, as a share of these: retellings keep to an order. */
  readonly distance: number;
  /** Logarithm of the words of the longer one: the same likeness says more between long sentences. */
  readonly length: number;
  /** Sentences of the two documents, their geometric mean. */
  readonly units: number;
}

/** Sentences of the texts the model was fitted on. Among more of them it takes more to stand out from chance. */
const USUAL_UNITS = 30;

/**
 * Chance that two sentences share a claim: a logistic regression, fitted on the hand-made gold of the five seeds, where
 * all pairs of sentences were judged. On news stories and gospels it was measured, not fitted. Shared claims, not same
 * sentences: “in 24 years” in a headline and in a lead is a parallel.
 */
export function chanceOf(evidence: Evidence): number {
  const sum =
    -29.1 +
    5.8 * evidence.cosine +
    5.4 * evidence.pieces +
    3.4 * evidence.meaning +
    5.8 * evidence.numbers +
    18.2 * evidence.fullness +
    2.4 * evidence.rank -
    2.9 * evidence.distance +
    1.4 * evidence.length -
    Math.log(Math.max(1, evidence.units / USUAL_UNITS));
  return 1 / (1 + Math.exp(-sum));
}

/**
 * Chance from which on two sentences count that stand alone, in no passage. Around a passage the pairs at hand are as
 * many as the sentences; without one, as many again, so among long texts the odds must be that much better.
 */
export function leastAlone(least: number, units: number): number {
  const odds = (least / (1 - least)) * Math.max(1, units / USUAL_UNITS);
  return odds / (1 + odds);
}
