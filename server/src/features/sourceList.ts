import { witnesses } from '../analysis/witnesses.js';
import type { View } from './toProtocol.js';

/** A text of a corpus as a client lists it. */
export interface SourceRow {
  readonly uri: string;
  /** Relative to the corpus folder, as the manifest names it. */
  readonly path: string;
  readonly siglum: string;
  readonly title?: string;
  readonly date?: string;
  /** The lineage that the manifest pins it to. */
  readonly lineage?: string;
  readonly isDraft: boolean;
  /** The text that the others are compared with. */
  readonly isBase: boolean;
}

/** The texts of a corpus in order. */
export function sourceList({ corpus, uriOf }: View): SourceRow[] {
  return [...corpus.get(witnesses).values()].map(({ path, siglum, title, date, lineage }) => ({
    uri: uriOf(path),
    path,
    siglum,
    ...(title === undefined ? {} : { title }),
    ...(date === undefined ? {} : { date }),
    ...(lineage === undefined ? {} : { lineage }),
    isDraft: corpus.isDraft(path),
    isBase: corpus.manifest.base === path,
  }));
}
