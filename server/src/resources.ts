import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Resources } from './analysis/resources.js';
import { collocationsFrom } from './core/collocations.js';
import { gazetteerFrom } from './core/gazetteer.js';
import { nameListsFrom } from './core/nameLists.js';
import { spellerFrom } from './core/speller.js';
import { substitutabilityFrom } from './core/substitutability.js';
import { wordRelationsFrom } from './core/wordRelations.js';
import { wordVectorsFrom } from './core/wordVectors.js';

/** Tables in `folder`, each read when it is first asked for. Asking throws, naming the file, where one is missing. */
export function loadResources(folder: string): Resources {
  const read = (name: string): Uint8Array<ArrayBuffer> => {
    const bytes = readFileSync(join(folder, name));
    return new Uint8Array(name.endsWith('.gz') ? gunzipSync(bytes) : bytes);
  };
  const speller = once(() => spellerFrom(read));
  const nameLists = once(() => nameListsFrom(read));
  const gazetteer = once(() => gazetteerFrom(read));
  const wordVectors = once(() => wordVectorsFrom(read));
  const wordRelations = once(() => wordRelationsFrom(read));
  const substitutability = once(() => substitutabilityFrom(read, wordVectors()));
  const collocations = once(() => collocationsFrom(read, wordVectors().size));
  return {
    get speller() {
      return speller();
    },
    get nameLists() {
      return nameLists();
    },
    get gazetteer() {
      return gazetteer();
    },
    get wordVectors() {
      return wordVectors();
    },
    get wordRelations() {
      return wordRelations();
    },
    get substitutability() {
      return substitutability();
    },
    get collocations() {
      return collocations();
    },
  };
}

function once<T>(compute: () => T): () => T {
  let known: { value: T } | undefined;
  return () => (known ??= { value: compute() }).value;
}
