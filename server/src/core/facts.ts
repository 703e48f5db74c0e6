/** Returns what it is given, so that a class built on it lays its private field on that. */
// eslint-disable-next-line @typescript-eslint/no-extraneous-class -- a class can only be built on a class
class Given {
  constructor(owner: object) {
    return owner;
  }
}

/** All that is known of one object, on the object itself, where neither a copy nor a comparison sees it. */
class Known extends Given {
  readonly #facts = new Map<object, unknown>();

  static of(owner: object): Map<object, unknown> | undefined {
    return #facts in owner ? owner.#facts : undefined;
  }

  static begin(owner: object): Map<object, unknown> {
    return new Known(owner).#facts;
  }
}

/**
 * One thing that is known of each of many objects, kept as long as they live. Used like a `WeakMap`, but each fact lies on
 * its object: of a `WeakMap` the collector of V8 goes through all entries again and again, until no further one turns out
 * to be alive, which for the paragraphs of ten thousand texts took seconds of each collection. Not for tables that may die
 * before what they tell of: a fact goes only with its object.
 */
export class Facts<K extends object, V> {
  get(owner: K): V | undefined {
    return Known.of(owner)?.get(this) as V | undefined;
  }

  has(owner: K): boolean {
    return Known.of(owner)?.has(this) ?? false;
  }

  set(owner: K, fact: V): void {
    (Known.of(owner) ?? Known.begin(owner)).set(this, fact);
  }
}
