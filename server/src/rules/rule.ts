import type { Corpus } from '../analysis/corpus.js';
import type { Steps } from '../analysis/steps.js';
import type { Document, Paragraph, PlacedParagraph } from '../core/document.js';
import type { Place, Span } from '../core/span.js';

export type Family = 'spelling' | 'debris' | 'quotation' | 'conflict' | 'wording' | 'draft';

/** From the least grave on. */
export const SEVERITIES = ['hint', 'information', 'warning', 'error'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** What a rule reports. It reads as evidence: what stands here, what the other sources read, and where. */
export interface Finding extends Span {
  readonly message: string;
  /** Replacements of the whole span, the likeliest first. Offered one at a time, never applied unasked. */
  readonly suggestions?: readonly string[];
  readonly evidence?: readonly Evidence[];
  /** 0 to 1; how sure the rule is, where it can say. */
  readonly confidence?: number;
  /** Lower than the rule's own severity where the evidence is thinner. */
  readonly severity?: Severity;
  /** The words are web furniture: shown greyed. */
  readonly isUnnecessary?: boolean;
}

/** Words elsewhere in the corpus that bear a finding out. */
export interface Evidence extends Place {
  readonly text: string;
  /** What this source has in the place of the finding’s own words, if it has something else; empty where it has nothing. */
  readonly reading?: string;
}

interface RuleBase {
  /** Kebab-case, adjective–noun; also the name of the rule's file and of its section in docs/rules.md. */
  readonly code: string;
  readonly family: Family;
  /** One sentence: what is reported. */
  readonly summary: string;
  /** One sentence: why a reader should care. */
  readonly why: string;
  readonly severity: Severity;
  /** What the rule gets wrong or leaves alone. */
  readonly limits: string;
  /** Fixtures in the notation of test/fixture.ts: they are shown in the docs and run as tests. */
  /** Furniture of web pages is kept from all other rules. */
  readonly readsFurniture?: true;
  readonly examples: { readonly valid: readonly string[]; readonly invalid: readonly string[] };
}

/** Needs one paragraph only; findings are relative to it and kept as long as it lives. */
export interface ParagraphRule extends RuleBase {
  readonly scope: 'paragraph';
  check(paragraph: Paragraph): Iterable<Finding>;
}

/** Needs one document and no other. */
export interface DocumentRule extends RuleBase {
  readonly scope: 'document';
  /** What `check` then has at hand, in steps, where a large text takes long. */
  prepare?(document: Document): Steps<void>;
  check(document: Document): Iterable<Finding>;
}

/** Compares a document with the rest of the corpus, paragraph by paragraph; findings count in the document. */
export interface CorpusRule extends RuleBase {
  readonly scope: 'corpus';
  /** What follows from the document as a whole, in steps, where that is much. */
  prepare?(document: Document, corpus: Corpus): Steps<void>;
  check(here: PlacedParagraph, corpus: Corpus): Iterable<Finding>;
}

export type Rule = ParagraphRule | DocumentRule | CorpusRule;
