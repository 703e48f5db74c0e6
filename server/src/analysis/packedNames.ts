import type { Document } from '../core/document.js';
import type { NameCandidates } from '../core/nameCandidates.js';
import type { NamedDocument } from './nameIndex.js';
import { numbersIn, packRows, rowOf, type Packed, type Rows } from './packed.js';
import { each, type Steps } from './steps.js';

/** The names of all documents of a corpus, in the order of the documents. */
export function* packNames(documents: ReadonlyMap<string, NamedDocument>): Steps<Packed> {
  const all = [...documents.values()];
  const rows: NameCandidates[] = [];
  yield* each(all, all.length, (one) => {
    for (const row of one.candidates) rows.push(row);
  });
  const ofEach = (row: (one: NamedDocument) => Int32Array) => packRows(all, all.length, row);
  const candidates = yield* packRows(rows, rows.length, (row) => row);
  const claims = yield* ofEach((one) => one.claims);
  const mentions = yield* ofEach((one) => one.mentions);
  const owned = yield* ofEach(({ owners }) => owners.names);
  const people = yield* ofEach(({ owners }) => owners.people);
  const rivals = yield* ofEach(({ owners }) => owners.rivals);
  return {
    candidatesFirst: candidates.first,
    candidates: candidates.items,
    claimsFirst: claims.first,
    claims: claims.items,
    mentionsFirst: mentions.first,
    mentions: mentions.items,
    ownedFirst: owned.first,
    owned: owned.items,
    people: people.items,
    rivals: rivals.items,
  };
}

/**
 * What `packNames` packed of the same documents.
 * @throws where they have other paragraphs.
 */
export function* unpackNames(
  packed: Packed,
  documents: ReadonlyMap<string, Document>,
): Steps<Map<string, NamedDocument>> {
  const rows = (name: string): Rows => ({ first: numbersIn(packed, `${name}First`), items: numbersIn(packed, name) });
  const [candidates, claims, mentions, names] = [rows('candidates'), rows('claims'), rows('mentions'), rows('owned')];
  const people = { first: names.first, items: numbersIn(packed, 'people') };
  const rivals = { first: names.first, items: numbersIn(packed, 'rivals') };
  const named = new Map<string, NamedDocument>();
  let paragraph = 0;
  yield* each(documents, documents.size, ([path, document]) => {
    const index = named.size;
    const owners = { names: rowOf(names, index), people: rowOf(people, index), rivals: rowOf(rivals, index) };
    const from = paragraph;
    paragraph += document.paragraphs.length;
    named.set(path, {
      document,
      get candidates() {
        return document.paragraphs.map((_, at) => rowOf(candidates, from + at));
      },
      flatCandidates: candidates.items.subarray(candidates.first[from], candidates.first[paragraph]),
      claims: rowOf(claims, index),
      mentions: rowOf(mentions, index),
      owners,
    });
  });
  const isWhole = [claims, mentions, names].every(({ first }) => first.length === documents.size + 1);
  if (!isWhole || candidates.first.length !== paragraph + 1) throw new Error('the names of other documents');
  return named;
}
