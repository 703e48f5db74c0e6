import { setTimeout as pause } from 'node:timers/promises';
import type { SourceFiles } from './sourceFiles.js';

/** How long, in ms, after a corpus was read, and then after its last change, it is kept for the next session. */
const AFTER_READING = 2_000;
const AFTER_CHANGE = 30_000;
/** How long, in ms, the end of a session waits for what is not kept yet; clients wait for two seconds. */
const LONGEST_END = 1_000;

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

  /** Keeps at the end of a session what changed since it was kept, as far as time allows. */
  async end(limit = LONGEST_END): Promise<void> {
    const corpora = [...this.#timers.keys()];
    for (const sources of corpora) this.forget(sources);
    const isOver = new AbortController();
    const kept = Promise.all(corpora.map((sources) => sources.keep())).finally(() => isOver.abort());
    await Promise.race([kept, pause(limit, undefined, { signal: isOver.signal }).catch(() => undefined)]);
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
