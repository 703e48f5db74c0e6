import { Facts } from './facts.js';
import { sketchOf, type NameMarks, type NameSketch } from './nameMarks.js';

/**
 * Asks texts for marks. Their sketches are kept from the first question on, so that few texts are looked through for a
 * number that few have.
 */
export class NameSketches {
  readonly #sketches = new Facts<object, NameSketch>();

  /** Whether one of the marks is among the numbers that `read` reads from `owner`, which are always the same. */
  holdsAny(owner: object, read: () => Iterable<number>, marks: NameMarks): boolean {
    let sketch = this.#sketches.get(owner);
    if (!sketch) this.#sketches.set(owner, (sketch = sketchOf(read())));
    if (!marks.mayBeIn(sketch)) return false;
    for (const id of read()) if (marks.has(id)) return true;
    return false;
  }
}
