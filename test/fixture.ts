import { Corpus, type Change } from '../server/src/analysis/corpus.js';
import type { Place } from '../server/src/core/span.js';
import { testResources } from './resources.js';

/** Words that a fixture marks: `[|words|]`, with a code if `]` is followed by `{code}`. */
export interface Mark extends Place {
  readonly text: string;
  readonly code: string | undefined;
}

export interface Fixture {
  readonly corpus: Corpus;
  readonly marks: readonly Mark[];
  /** Where `<|>` stood. */
  readonly cursor: { readonly path: string; readonly offset: number } | undefined;
}

const MARKER = /<\|>|\[\||\|\](?:\{(?<code>[a-z-]+)\})?/g;

/**
 * Reads one string as a corpus. `-- name.txt --` on a line of its own begins the next document (none: `text.txt`),
 * `<|>` is the cursor, `[|words|]` an expected span, `[|words|]{code}` an expected finding. Marks may nest.
 */
export function readFixture(source: string): Fixture {
  const changes: Change[] = [];
  const marks: Mark[] = [];
  let cursor: Fixture['cursor'];
  for (const { path, text: marked } of documentsOf(source)) {
    let text = '';
    let read = 0;
    const open: number[] = [];
    for (const marker of marked.matchAll(MARKER)) {
      text += marked.slice(read, marker.index);
      read = marker.index + marker[0].length;
      if (marker[0] === '<|>') cursor = { path, offset: text.length };
      else if (marker[0] === '[|') open.push(text.length);
      else {
        const start = open.pop();
        if (start === undefined) throw new Error(`"|]" without "[|" in ${path}`);
        marks.push({ path, start, end: text.length, text: text.slice(start), code: marker.groups?.code });
      }
    }
    if (open.length > 0) throw new Error(`"[|" without "|]" in ${path}`);
    changes.push({ path, text: text + marked.slice(read) });
  }
  return { corpus: Corpus.empty(testResources).apply(changes), marks, cursor };
}

function documentsOf(source: string): { path: string; text: string }[] {
  const parts = source.split(/^-- (.+) --\r?\n/m);
  const [lead = '', ...rest] = parts;
  if (rest.length === 0) return [{ path: 'text.txt', text: lead }];
  const documents: { path: string; text: string }[] = [];
  for (let index = 0; index < rest.length; index += 2) {
    documents.push({ path: rest[index] ?? '', text: rest[index + 1] ?? '' });
  }
  return documents;
}
