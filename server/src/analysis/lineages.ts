import type { Document } from '../core/document.js';
import { quotationsOf } from '../core/quotations.js';
import type { Corpus, Derivation } from './corpus.js';
import { parallels } from './parallels.js';
import { stemsFor, type Stems } from './stems.js';
import { unitsOf } from './units.js';
import { witnesses } from './witnesses.js';

/** Which documents are one source: copies and light rewritings of one text, as five papers print one wire. */
export interface Lineages {
  /** The name of a document's lineage: that of the manifest, or else the first path in it. */
  of(path: string): string;
  /** The documents of its lineage, itself included, in order. */
  members(path: string): readonly string[];
  /** How many sources these documents amount to. */
  count(paths: Iterable<string>): number;
}

/** Words that run on together. Two who tell one event in their own words hardly ever share six. */
const RUN = 6;
/** Share of the runs of the shorter document, outside of quotations, that the longer one has too. */
const LEAST_SHARED = 0.3;

class CopiedTexts implements Lineages {
  readonly #members = new Map<string, readonly string[]>();

  constructor(
    private readonly corpus: Corpus,
    private readonly stems: Stems,
  ) {}

  of(path: string): string {
    return this.#pinned(path) ?? this.members(path)[0] ?? path;
  }

  count(paths: Iterable<string>): number {
    return new Set(Array.from(paths, (path) => this.of(path))).size;
  }

  /** Found by walking from copy to copy, so that only the documents at hand are compared. */
  members(path: string): readonly string[] {
    const known = this.#members.get(path);
    if (known) return known;
    const lineage = this.#pinned(path);
    const found = new Set([path]);
    for (const one of found) {
      const near = lineage === undefined ? this.corpus.get(parallels).partnersOf(one) : this.#allPinned(lineage);
      for (const other of near) {
        if (found.has(other) || this.#pinned(other) !== lineage) continue;
        if (lineage !== undefined || this.#isCopy(one, other)) found.add(other);
      }
    }
    const members = [...found].sort();
    for (const member of members) this.#members.set(member, members);
    return members;
  }

  #pinned(path: string): string | undefined {
    return this.corpus.get(witnesses).get(path)?.lineage;
  }

  #allPinned(lineage: string): string[] {
    return [...this.corpus.get(witnesses).values()].filter((one) => one.lineage === lineage).map(({ path }) => path);
  }

  #isCopy(path: string, other: string): boolean {
    const [a, b] = [this.corpus.document(path), this.corpus.document(other)];
    if (!a || !b) return false;
    const [first, second] = path < other ? [a, b] : [b, a];
    let known = copies.get(first);
    if (!known) copies.set(first, (known = new WeakMap()));
    let isCopy = known.get(second);
    if (isCopy === undefined) known.set(second, (isCopy = this.#sharesRuns(first, second)));
    return isCopy;
  }

  #sharesRuns(a: Document, b: Document): boolean {
    const [runsA, runsB] = [runsOf(a, this.stems), runsOf(b, this.stems)];
    const shorter = Math.min(runsA.size, runsB.size);
    let shared = 0;
    for (const run of runsA.size <= runsB.size ? runsA : runsB) if (runsA.has(run) && runsB.has(run)) shared++;
    return shorter > 0 && shared >= LEAST_SHARED * shorter;
  }
}

/** Depends on partners, the manifest and each text; all of them are cached where they are made. */
export const lineages: Derivation<Lineages> = {
  name: 'lineages',
  derive: (corpus) => new CopiedTexts(corpus, stemsFor(corpus.resources)),
};

/** What two texts are to each other stays as long as both do. */
const copies = new WeakMap<Document, WeakMap<Document, boolean>>();
const runs = new WeakMap<Document, ReadonlySet<number>>();

/** Numbers for the runs of words outside of quotations, which independent reports share by right. */
function runsOf(document: Document, stems: Stems): ReadonlySet<number> {
  const known = runs.get(document);
  if (known) return known;
  const quoted = document.paragraphs.flatMap((paragraph, index) =>
    quotationsOf(paragraph).map(({ outer }) => ({
      start: outer.start + (document.offsets[index] ?? 0),
      end: outer.end + (document.offsets[index] ?? 0),
    })),
  );
  const { wordStem, wordStart } = unitsOf(document, stems);
  const found = new Set<number>();
  let next = 0;
  let length = 0;
  for (let word = 0; word < wordStem.length; word++) {
    const start = wordStart[word] ?? 0;
    while (next < quoted.length && (quoted[next]?.end ?? 0) <= start) next++;
    length = (quoted[next]?.start ?? Infinity) <= start ? 0 : length + 1;
    if (length < RUN) continue;
    let value = 0;
    for (let at = word - RUN + 1; at <= word; at++)
      value = Math.imul(value ^ stems.orderOf(wordStem[at] ?? 0), 0x01000193);
    found.add(value);
  }
  runs.set(document, found);
  return found;
}
