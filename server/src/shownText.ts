import { parallels } from './analysis/parallels.js';
import { people } from './analysis/people.js';
import type { Steps } from './analysis/steps.js';
import { witnesses } from './analysis/witnesses.js';
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
  #underWay: Promise<void> = Promise.resolve();

  /** `quiet` comes back when nobody waits for an answer; `further` is done when the rest is ready. */
  constructor(
    private readonly quiet: () => Promise<void>,
    private readonly further: (shown: Shown) => Steps<void>,
  ) {}

  /** Comes back when all is ready, or something else is in view: other work that nobody waits for comes after it. */
  get ready(): Promise<void> {
    return this.#underWay;
  }

  /** Comes back when all is ready, or something else is in view. */
  show(shown: Shown): Promise<void> {
    this.#gone.abort();
    const { signal } = (this.#gone = new AbortController());
    const work = this.#prepare(shown, signal);
    this.#underWay = work.catch(() => undefined);
    return work;
  }

  async #prepare(shown: Shown, signal: AbortSignal): Promise<void> {
    const { sources, path, span } = shown;
    await this.quiet();
    await sources.readying;
    if (signal.aborted) return;
    const { corpus } = sources;
    // After an edit somebody else makes the next snapshot ready; what is left here would do it in a single step.
    const turn = async () => {
      await this.quiet();
      if (sources.corpus !== corpus) throw new Cancelled();
    };
    try {
      // Of an edited text they would be brought up to date by the first who asks, who waits for it.
      await inSlices(corpus.prepare(people), signal, { turn });
      await inSlices(corpus.prepare(witnesses), signal, { turn });
      await inSlices(corpus.get(parallels).prepareSpan(path, span), signal, { turn });
      await inSlices(this.further(shown), signal, { turn });
    } catch (error) {
      if (!(error instanceof Cancelled)) throw error;
    }
  }
}
