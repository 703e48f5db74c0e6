import { witnesses } from '../analysis/witnesses.js';
import type { View } from './toProtocol.js';

/** A text of a corpus as a client lists it. */
export interface SourceRow {
  readonly uri: string;
  readonly siglum: string;
  readonly title?: string;
  readonly date?: string;
  readonly isDraft: boolean;
  /** The text that the others are compared with. */
  readonly isBase: boolean;
}

/** The texts of a corpus in order. */
export function sourceList({ corpus, uriOf }: View): SourceRow[] {
  return [...corpus.get(witnesses).values()].map(({ path, siglum, title, date }) => ({
    uri: uriOf(path),
    siglum,
    ...(title === undefined ? {} : { title }),
    ...(date === undefined ? {} : { date }),
    isDraft: corpus.isDraft(path),
    isBase: corpus.manifest.base === path,
  }));
}
