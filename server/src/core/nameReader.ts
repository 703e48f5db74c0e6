import type { Paragraph } from './document.js';
import { Facts } from './facts.js';
import { nameCandidatesIn, type NameCandidates } from './nameCandidates.js';
import type { NameKinds } from './nameKind.js';
import { NameTable } from './nameTable.js';
import { layoutOf, nameTokensIn } from './nameTokens.js';
import { reportUses } from './wordUses.js';

/**
 * Reads paragraphs for names. Candidates are kept, by paragraph; the uses of words are not, since every token has one:
 * who takes a paragraph out of his counts has it read again.
 */
export class NameReader {
  readonly #candidates = new Facts<Paragraph, NameCandidates>();

  constructor(
    readonly kinds: NameKinds,
    readonly table = new NameTable(),
  ) {}

  candidatesOf(paragraph: Paragraph): NameCandidates {
    return this.#candidates.get(paragraph) ?? this.#read(paragraph, undefined);
  }

  /** Calls `report` with the number of each word and how it is used. */
  readUses(paragraph: Paragraph, report: (word: number, use: number) => void): void {
    this.#read(paragraph, report);
  }

  #read(paragraph: Paragraph, report: ((word: number, use: number) => void) | undefined): NameCandidates {
    const { kinds, table } = this;
    const tokens = nameTokensIn(paragraph.text);
    const layout = layoutOf(paragraph.text, tokens);
    if (report) reportUses(tokens, layout, kinds, table, report);
    let candidates = this.#candidates.get(paragraph);
    if (!candidates) {
      candidates = nameCandidatesIn(tokens, layout, kinds, table);
      this.#candidates.set(paragraph, candidates.length > 0 ? candidates : NONE);
    }
    return candidates;
  }
}

const NONE: NameCandidates = new Int32Array(0);
