import { parse as parseYaml } from 'yaml';
import type { Document } from '../core/document.js';
import { Facts } from '../core/facts.js';
import type { Corpus, Derivation } from './corpus.js';
import type { Witness } from './manifest.js';

/** A document as witness, with what the manifest, or else its own front matter, says of it. */
export interface KnownWitness extends Witness {
  readonly path: string;
  /** Short label: the manifest's, or the shortest beginning of the file's name that no other has. */
  readonly siglum: string;
}

/** All witnesses by path, in order. */
export const witnesses: Derivation<ReadonlyMap<string, KnownWitness>> = {
  name: 'witnesses',
  derive(corpus, previous) {
    if (previous?.corpus.manifest === corpus.manifest && isUnchanged(corpus, previous.corpus)) {
      return previous.value;
    }
    const sigla = siglaOf([...corpus.documents.keys()], corpus);
    const known = new Map<string, KnownWitness>();
    for (const [path, document] of corpus.documents) {
      const siglum = sigla.get(path) ?? path;
      known.set(path, { ...metadataOf(document), ...corpus.manifest.witnesses.get(path), path, siglum });
    }
    return known;
  },
};

/** The witness of a path; one with its path for a siglum where the corpus does not hold it. */
export function witnessOf(corpus: Corpus, path: string): KnownWitness {
  return corpus.get(witnesses).get(path) ?? { path, siglum: path };
}

/** Whether the same files say the same of themselves, whatever else was edited in them. */
function isUnchanged(corpus: Corpus, earlier: Corpus): boolean {
  return corpus.changedSince(earlier).every((path) => {
    const [document, before] = [corpus.document(path), earlier.document(path)];
    if (!document || !before) return false;
    const headOf = ({ text, frontMatter }: Document) => frontMatter && text.slice(0, frontMatter.end);
    return headOf(document) === headOf(before);
  });
}

function siglaOf(paths: readonly string[], corpus: Corpus): Map<string, string> {
  const stems = paths.map((path) => path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]*$/, ''));
  const counts = new Map<string, number>();
  for (const stem of stems) {
    for (let length = 1; length <= Math.min(stem.length, 40); length++) {
      const beginning = stem.slice(0, length);
      counts.set(beginning, (counts.get(beginning) ?? 0) + 1);
    }
  }
  const sigla = new Map<string, string>();
  for (const [index, path] of paths.entries()) {
    const pinned = corpus.manifest.witnesses.get(path)?.siglum;
    const stem = stems[index] ?? path;
    let length = 1;
    while (length < stem.length && (counts.get(stem.slice(0, length)) ?? 0) > 1) length++;
    const beginning = stem.slice(0, length).replace(/(?<![\s_.-])[\s_.-]+$/, '');
    // Two files of one name in different folders, or one name inside the other: only the path tells them apart.
    const isUnique = counts.get(stem.slice(0, length)) === 1;
    sigla.set(path, pinned ?? (isUnique && beginning !== '' ? beginning : path.replace(/\.[^./]*$/, '')));
  }
  return sigla;
}

const FRONT_MATTER_KEYS = ['title', 'author', 'date', 'url', 'publisher', 'language', 'lineage', 'siglum'] as const;
const metadata = new Facts<Document, Witness>();

function metadataOf(document: Document): Witness {
  const known = metadata.get(document);
  if (known) return known;
  const witness: Record<string, string> = {};
  if (document.frontMatter) {
    const block = document.text.slice(0, document.frontMatter.end).replace(/^\uFEFF?---|(?:---|\.\.\.)\s*$/g, '');
    const values = valuesOf(block);
    for (const key of FRONT_MATTER_KEYS) {
      const value = values[key];
      if (typeof value === 'string' || typeof value === 'number') witness[key] = String(value);
      else if (value instanceof Date) witness[key] = value.toISOString().slice(0, 10);
    }
  }
  metadata.set(document, witness);
  return witness;
}

/** Broken front matter says nothing; it is the author's to mend, and no reason to stop. */
function valuesOf(yaml: string): Record<string, unknown> {
  try {
    const value: unknown = parseYaml(yaml, { maxAliasCount: 10 });
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
