/**
 * What a process remembers for a little while, to spare reads: bounded in time and in number. The oldest goes first.
 * @param forMs how long something is remembered, in milliseconds.
 */
export class ShortMemory<T> {
  readonly #kept = new Map<string, { readonly value: T; readonly until: number }>();
  readonly #forMs: number;
  readonly #most: number;
  readonly #now: () => number;

  constructor(forMs: number, most: number, now: () => number = Date.now) {
    this.#forMs = forMs;
    this.#most = most;
    this.#now = now;
  }

  get(key: string): T | undefined {
    const kept = this.#kept.get(key);
    return kept && kept.until > this.#now() ? kept.value : undefined;
  }

  set(key: string, value: T): void {
    this.#kept.delete(key);
    this.#kept.set(key, { value, until: this.#now() + this.#forMs });
    if (this.#kept.size > this.#most) this.#kept.delete(this.#kept.keys().next().value as string);
  }

  /** Forgets whatever has a key that begins like this. */
  forget(begins: string): void {
    for (const key of this.#kept.keys()) if (key.startsWith(begins)) this.#kept.delete(key);
  }
}
