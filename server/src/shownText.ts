import { parallels } from './analysis/parallels.js';
import type { Span } from './core/span.js';
import { Cancelled, inSlices } from './slices.js';
import type { SourceFiles } from './sourceFiles.js';

/** The part of a text that a reader has before him. */
export interface Shown {
  readonly sources: SourceFiles;
  readonly path: string;
  readonly span: Span;
}

/**
 * Makes ready, when nobody waits for an answer, what is likely asked next: of what other texts have of the sentences in
 * view. What is in view last counts.
 */
export class ShownText {
  #gone = new AbortController();

  /** `quiet` comes back when nobody waits for an answer. */
  constructor(private readonly quiet: () => Promise<void>) {}

  /** Comes back when all is ready, or something else is in view. */
  async show({ sources, path, span }: Shown): Promise<void> {
    this.#gone.abort();
    const { signal } = (this.#gone = new AbortController());
    await this.quiet();
    await sources.readying;
    if (signal.aborted) return;
    try {
      await inSlices(sources.corpus.get(parallels).prepareSpan(path, span), signal, { turn: this.quiet });
    } catch (error) {
      if (!(error instanceof Cancelled)) throw error;
    }
  }
}
