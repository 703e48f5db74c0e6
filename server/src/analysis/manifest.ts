/** What `variorum.json` declares, with defaults filled in. Reading the file is the shell's work. */
export interface Manifest {
  /** Path of the text the others are compared with. */
  readonly base: string | undefined;
  readonly witnesses: ReadonlyMap<string, Witness>;
  /** People by the name to call them by; `false` for what looks like a name and is nobody's. */
  readonly people: ReadonlyMap<string, PersonEntry | false>;
  /** Language tag of every text that says nothing else of itself, such as `en-GB`. */
  readonly language: string | undefined;
  /** Words that are right in this corpus, as written. */
  readonly words: ReadonlySet<string>;
  /** Phrases that are wrong in this corpus, each with the expression that is expected; `null` for one that is meant. */
  readonly phrases: ReadonlyMap<string, string | null>;
  /** Severity by rule code, `off` included; overrides the reader's own setting. */
  readonly rules: ReadonlyMap<string, string>;
  readonly isDraft: (path: string) => boolean;
}

/** What is known of a person beforehand. */
export interface PersonEntry {
  /** Other names that mean the same person. */
  readonly same: readonly string[];
  /** Names that never mean this person. */
  readonly not: readonly string[];
  /** A line of biography. */
  readonly about?: string;
}

/** A document in its role as bearer of a shared text. */
export interface Witness {
  readonly siglum?: string;
  readonly title?: string;
  readonly author?: string;
  readonly publisher?: string;
  readonly date?: string;
  readonly url?: string;
  /** Documents of one lineage count as one vote. */
  readonly lineage?: string;
  /** Language tag of the text, such as `en-GB`. */
  readonly language?: string;
}

export const emptyManifest: Manifest = {
  base: undefined,
  witnesses: new Map(),
  language: undefined,
  people: new Map(),
  words: new Set(),
  phrases: new Map(),
  rules: new Map(),
  isDraft: () => false,
};
