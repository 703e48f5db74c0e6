import type { Document } from '../core/document.js';
import type { NameCandidates } from '../core/nameCandidates.js';
import type { NamedDocument } from './nameIndex.js';
import { numbersIn, packRows, rowOf, type Packed, type Rows } from './packed.js';
import { each, type Steps } from './steps.js';

/** The names of all documents of a corpus, in the order of the documents. */
export function* packNames(documents: ReadonlyMap<string, NamedDocument>): Steps<Packed> {
  const all = [...documents.values()];
  const candidates: NameCandidates[] = [];
  // Beside requests: so many small arrays take their time.
  yield* each(all, all.length, (one) => {
    for (const row of one.candidates) candidates.push(row);
  });
  const packed: Record<string, Int32Array<ArrayBuffer>> = {};
  const add = (name: string, rows: readonly Int32Array[]) => {
    const { first, items } = packRows(rows);
    packed[`${name}First`] = first;
    packed[name] = items;
  };
  add('candidates', candidates);
  yield 1;
  add(
    'claims',
    rowsOf(all, (one) => one.claims),
  );
  add(
    'mentions',
    rowsOf(all, (one) => one.mentions),
  );
  add(
    'owned',
    rowsOf(all, ({ owners }) => owners.names),
  );
  packed.people = endToEnd(rowsOf(all, ({ owners }) => owners.people));
  packed.rivals = endToEnd(rowsOf(all, ({ owners }) => owners.rivals));
  return packed;
}

/**
 * What `packNames` packed of the same documents.
 * @throws where they have other paragraphs.
 */
export function unpackNames(packed: Packed, documents: ReadonlyMap<string, Document>): Map<string, NamedDocument> {
  const rows = (name: string): Rows => ({ first: numbersIn(packed, `${name}First`), items: numbersIn(packed, name) });
  const [candidates, claims, mentions, names] = [rows('candidates'), rows('claims'), rows('mentions'), rows('owned')];
  const people = { first: names.first, items: numbersIn(packed, 'people') };
  const rivals = { first: names.first, items: numbersIn(packed, 'rivals') };
  const named = new Map<string, NamedDocument>();
  let paragraph = 0;
  for (const [path, document] of documents) {
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
  }
  const isWhole = [claims, mentions, names].every(({ first }) => first.length === documents.size + 1);
  if (!isWhole || candidates.first.length !== paragraph + 1) throw new Error('the names of other documents');
  return named;
}

function rowsOf(documents: readonly NamedDocument[], rowOfOne: (one: NamedDocument) => Int32Array): Int32Array[] {
  return documents.map((one) => rowOfOne(one));
}

function endToEnd(rows: readonly Int32Array[]): Int32Array<ArrayBuffer> {
  return packRows(rows).items;
}
