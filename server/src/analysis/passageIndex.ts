import type { Document, Paragraph } from '../core/document.js';
import { passageKeysOf } from './passageKeys.js';
import { Postings } from './postings.js';
import type { Stems } from './stems.js';

/** A document that may share passages with the one that was asked for. */
export interface Neighbour {
  readonly path: string;
  /** Share of the sentences of both that have some likeness on the other side; at most about 1. */
  readonly coverage: number;
  /** 1 is just enough to be compared. */
  readonly nearness: number;
}

/** Coverage, or else likeness of one pair of sentences, from which on documents are worth comparing. */
const LEAST_COVERAGE = 0.08;
const LEAST_STRENGTH = 2;
/** Shared keys from which on two units have three rare stems in common. One pair of stems may be chance. */
const STRONG = 3;
const WEAK_SHARE = 1 / 3;

/**
 * A key that more paragraphs hold is boilerplate or a common phrase. A large corpus may well hold a story a few hundred
 * times; in a small one nothing is dropped: sixty versions of one report are what a reader wants compared.
 */
function mostHolders(documents: number): number {
  return 64 + Math.floor(documents / 10);
}

/**
 * Finds documents that may share passages, before anything is aligned (after passim: candidates from an index without
 * the common keys). Postings are by paragraph, so that an edit touches the keys of one paragraph.
 */
export class PassageIndex {
  readonly #postings = new Postings();
  readonly #numbers = new Map<string, number>();
  readonly #paths: string[] = [];
  readonly #unitCounts: number[] = [];
  readonly #freeDocuments: number[] = [];
  readonly #owners = new Map<Paragraph, number>();
  readonly #documentOf: number[] = [];
  readonly #freeOwners: number[] = [];

  constructor(private readonly stems: Stems) {}

  /** Puts `document` in the place of `before`, which shares the paragraphs that did not change. */
  replace(path: string, before: Document | undefined, document: Document | undefined): void {
    const kept = new Set(document?.paragraphs);
    for (const paragraph of before?.paragraphs ?? []) if (!kept.has(paragraph)) this.#remove(paragraph);
    const known = this.#numbers.get(path);
    if (!document) {
      if (known === undefined) return;
      this.#numbers.delete(path);
      this.#freeDocuments.push(known);
      return;
    }
    const number = known ?? this.#freeDocuments.pop() ?? this.#paths.length;
    this.#numbers.set(path, number);
    this.#paths[number] = path;
    let units = 0;
    for (const paragraph of document.paragraphs) {
      units += passageKeysOf(paragraph, this.stems).first.length - 1;
      if (!this.#owners.has(paragraph)) this.#add(paragraph, number);
    }
    this.#unitCounts[number] = units;
  }

  /** Documents with enough in common with this one, the nearest first, then by path. */
  near(path: string, { paragraphs }: Document): Neighbour[] {
    const own = this.#numbers.get(path) ?? -1;
    const covered = new Float64Array(this.#paths.length);
    const strongest = new Float64Array(this.#paths.length);
    for (const paragraph of paragraphs) {
      const { first } = passageKeysOf(paragraph, this.stems);
      for (let unit = 0; unit + 1 < first.length; unit++) {
        for (const { document, keys, evidence } of this.#sharing(paragraph, unit, own)) {
          covered[document] = (covered[document] ?? 0) + (keys >= STRONG ? 1 : WEAK_SHARE);
          strongest[document] = Math.max(strongest[document] ?? 0, evidence);
        }
      }
    }
    const found: Neighbour[] = [];
    for (let number = 0; number < covered.length; number++) {
      if (covered[number] === 0) continue;
      const size = Math.sqrt((this.#unitCounts[own] ?? 1) * (this.#unitCounts[number] ?? 1));
      const coverage = (covered[number] ?? 0) / Math.max(1, size);
      const nearness = Math.max(coverage / LEAST_COVERAGE, (strongest[number] ?? 0) / LEAST_STRENGTH);
      if (nearness >= 1) found.push({ path: this.#paths[number] ?? '', coverage, nearness });
    }
    return found.sort((a, b) => b.nearness - a.nearness || (a.path < b.path ? -1 : 1));
  }

  /** Documents that share keys with one unit of a paragraph of `path`, the nearest first, then by path. */
  nearUnit(path: string, paragraph: Paragraph, unit: number): string[] {
    return this.#sharing(paragraph, unit, this.#numbers.get(path) ?? -1)
      .map(({ document, evidence }) => ({ path: this.#paths[document] ?? '', evidence }))
      .sort((a, b) => b.evidence - a.evidence || (a.path < b.path ? -1 : 1))
      .map((found) => found.path);
  }

  /** For each document but `own`: how many keys of the unit it holds, and how much they say, rare ones more. */
  #sharing(paragraph: Paragraph, unit: number, own: number) {
    const { keys, first } = passageKeysOf(paragraph, this.stems);
    const room = new Int32Array(mostHolders(this.#numbers.size));
    const sharing = new Map<number, { document: number; keys: number; evidence: number; last: number }>();
    for (let at = first[unit] ?? 0; at < (first[unit + 1] ?? 0); at++) {
      const count = this.#postings.read(keys[at] ?? 0, room);
      if (count < 2) continue;
      const evidence = Math.round(1e6 / Math.log2(count + 1));
      for (let index = 0; index < count; index++) {
        const document = this.#documentOf[room[index] ?? 0] ?? 0;
        if (document === own) continue;
        const known = sharing.get(document);
        if (!known) sharing.set(document, { document, keys: 1, evidence, last: at });
        else if (known.last !== at) {
          known.keys++;
          known.evidence += evidence;
          known.last = at;
        }
      }
    }
    // Whole millionths, so that the order in which they are added does not show.
    return [...sharing.values()].map((one) => ({ ...one, evidence: one.evidence / 1e6 }));
  }

  #add(paragraph: Paragraph, document: number): void {
    const owner = this.#freeOwners.pop() ?? this.#documentOf.length;
    this.#owners.set(paragraph, owner);
    this.#documentOf[owner] = document;
    for (const key of passageKeysOf(paragraph, this.stems).keys) this.#postings.add(key, owner);
  }

  #remove(paragraph: Paragraph): void {
    const owner = this.#owners.get(paragraph);
    if (owner === undefined) return;
    for (const key of passageKeysOf(paragraph, this.stems).keys) this.#postings.remove(key, owner);
    this.#owners.delete(paragraph);
    this.#freeOwners.push(owner);
  }
}
