import type { SourceFiles } from './sourceFiles.js';

/** How long, in ms, after a corpus was read, and then after its last change, it is kept for the next session. */
const AFTER_READING = 2_000;
const AFTER_CHANGE = 30_000;

/** Keeps corpora on disk when nothing has changed for a while and nobody waits for an answer. */
export class CacheKeeper {
  readonly #timers = new Map<SourceFiles, NodeJS.Timeout>();

  /** `quiet` comes back when nobody waits; `beside` takes work that nobody waits for. */
  constructor(
    private readonly quiet: () => Promise<void>,
    private readonly beside: (work: Promise<void>) => void,
  ) {}

  read(sources: SourceFiles): void {
    this.#schedule(sources, AFTER_READING);
  }

  changed(sources: SourceFiles): void {
    this.#schedule(sources, AFTER_CHANGE);
  }

  forget(sources: SourceFiles): void {
    clearTimeout(this.#timers.get(sources));
    this.#timers.delete(sources);
  }

  #schedule(sources: SourceFiles, wait: number): void {
    clearTimeout(this.#timers.get(sources));
    const timer = setTimeout(() => this.beside(this.#keep(sources)), wait);
    timer.unref();
    this.#timers.set(sources, timer);
  }

  async #keep(sources: SourceFiles): Promise<void> {
    await this.quiet();
    const kept = await sources.keep();
    if (kept === 'overtaken' && this.#timers.has(sources)) this.changed(sources);
  }
}
