import type { Document, PlacedParagraph } from '../core/document.js';
import { editDistance } from '../core/editDistance.js';
import { Facts } from '../core/facts.js';
import { isSameGiven } from './nameMatching.js';
import type { Corpus } from './corpus.js';
import { lineages } from './lineages.js';
import type { NameVariant } from './nameVariants.js';
import { nearestStrangers } from './storyTellers.js';

/** A short given name and a surname. Alone, short names differ by a letter from too many others. */
const PAIR = /(?<![\p{L}\p{N}’'-])(\p{Lu}\p{Ll}{2,4}) (\p{Lu}\p{Ll}{3,})(?![\p{L}\p{N}-])/gu;
/** Tellers of the story that are looked through. */
const MOST_TELLERS = 16;

/**
 * Given names of two to five letters that all the other tellers write a letter otherwise before the same surname: Thor and
 * Tor Eriksen. Two given names that people bear, Tim and Tom, are two people for conflicting-name to tell.
 */
export function* shortNameVariantsIn(
  { document, paragraph, start: offset }: PlacedParagraph,
  corpus: Corpus,
): Generator<NameVariant> {
  let tellers: readonly Document[] | undefined;
  for (const { 0: word, 1: given = '', 2: surname = '', index } of paragraph.text.matchAll(PAIR)) {
    if (!isName(given, corpus)) continue;
    tellers ??= nearestStrangers(document.path, MOST_TELLERS, corpus);
    const groups = corpus.get(lineages);
    const others = tellers.flatMap((one) =>
      [...(givenBySurname(one).get(surname)?.keys() ?? [])].map((form) => ({ form, path: one.path })),
    );
    if (others.length === 0 || others.some(({ form }) => form === given)) continue;
    const forms = new Set(others.map(({ form }) => form));
    const [form = ''] = forms;
    if (forms.size > 1 || !areAlike(given, form, corpus)) continue;
    const paths = others.map(({ path }) => path);
    const uses = (one: Document | undefined) => (one && givenBySurname(one).get(surname)?.get(form)) ?? 0;
    yield {
      start: offset + index,
      end: offset + index + word.length,
      word,
      other: `${form} ${surname}`,
      paths,
      count: paths.reduce((sum, path) => sum + uses(corpus.document(path)), 0),
      sources: groups.count(paths),
      own: uses(document),
      isSpelling: true,
    };
  }
}

function areAlike(a: string, b: string, corpus: Corpus): boolean {
  const [one, other] = [a.toLowerCase(), b.toLowerCase()];
  const { given } = corpus.resources.nameLists;
  return (
    one.charAt(0) === other.charAt(0) &&
    editDistance(one, other, 1) === 1 &&
    isName(b, corpus) &&
    // Ann and Anne are one, Tim and Tom two.
    !(given.has(one) && given.has(other)) &&
    !isSameGiven(one, other)
  );
}

/** No word that only begins a sentence: “Top Berg”. */
function isName(word: string, { resources: { nameLists, speller } }: Corpus): boolean {
  const lower = word.toLowerCase();
  return nameLists.given.has(lower) || !speller.isOrdinary(lower);
}

const known = new Facts<Document, ReadonlyMap<string, ReadonlyMap<string, number>>>();

/** How often a text writes which short given names before a surname. */
function givenBySurname(document: Document): ReadonlyMap<string, ReadonlyMap<string, number>> {
  let found = known.get(document);
  if (!found) {
    const all = new Map<string, Map<string, number>>();
    for (const { 1: given = '', 2: surname = '' } of document.text.matchAll(PAIR)) {
      const forms = all.get(surname) ?? new Map<string, number>();
      all.set(surname, forms.set(given, (forms.get(given) ?? 0) + 1));
    }
    known.set(document, (found = all));
  }
  return found;
}
