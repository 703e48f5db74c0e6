/** How a word stands in its place, by its sentence alone. */
export interface MisfitSigns {
  /** Share of its neighbours in a thesaurus that would suit the place better, 0 to 1; and by how much the best would, in log odds. */
  readonly oddness: number;
  readonly bestNeighbour: number;
  /** Mean cosine with the words around it. */
  readonly company: number;
  /** How much oftener it stands beside the words right around it than by chance; and how much more its best neighbour would. */
  readonly collocation: number;
  readonly bestCollocation: number;
}

/**
 * Natural logarithm of how much likelier a program is to have put the word there than the writer, by a logistic regression fitted
 * on news stories with one text spun (scripts/wording/fit.mjs; server/data/ORIGIN.md says on which).
 */
export function misfit(signs: MisfitSigns): number {
  return misfitTerms(signs).reduce((sum, [value, weight]) => sum + value * weight, BASE);
}

const BASE = 0.011;

/** Values with their weights; a fit changes the weights, and nothing else. */
export function misfitTerms(signs: MisfitSigns): readonly (readonly [value: number, weight: number])[] {
  return [
    [signs.oddness, 1.115],
    [signs.bestNeighbour, 0.187],
    [signs.company, -6.344],
    [signs.collocation, -0.247],
    [signs.bestCollocation, 0.215],
  ];
}

/** Share of its own words that a spun text is taken to have lost, and beyond what no single word speaks. */
const EXCHANGED = 0.25;
const MOST = 4;

/** What the word says of its text: the logarithm of how much likelier it is in one of which a program exchanged a quarter. */
export function evidenceOfWord(signs: MisfitSigns): number {
  return Math.log(1 - EXCHANGED + EXCHANGED * Math.exp(Math.max(-MOST, Math.min(MOST, misfit(signs)))));
}
