import type { Place } from './page.ts';

/** Something that was read from a paper. */
export interface ReadField<T> {
  readonly value: T;
  /** 0 to 1: how sure that is. Below {@link BELIEVED} a person looks at it. */
  readonly confidence: number;
  readonly place?: Place;
}

/** From here on a field is believed without a person's look. */
export const BELIEVED = 0.9;
