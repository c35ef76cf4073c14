/** Single keys that work while nobody types, and what each does: the list of keys and the listener read the same table. */
export const SINGLE_KEYS = { '/': 'search', n: 'new', j: 'down', k: 'up', '*': 'favourite', '?': 'shortcuts' } as const;
export type KeyAction = (typeof SINGLE_KEYS)[keyof typeof SINGLE_KEYS];

/** Keys of a row that has the focus, which the list itself hears. */
export const ROW_KEYS = { Enter: 'open', x: 'tick' } as const;

/** The first key of the sequences that go somewhere. */
export const GO = 'g';

/** `wait`: for the letter after `g`. */
export type Meaning =
  | { readonly kind: 'go'; readonly to: string }
  | { readonly kind: 'wait' | 'none' }
  | { readonly kind: 'do'; readonly action: KeyAction };

/** What a key press means, given whether `g` was pressed just before. */
export function meaningOf(key: string, afterGo: boolean, places: ReadonlyMap<string, string>): Meaning {
  if (afterGo) {
    const to = places.get(key);
    return to ? { kind: 'go', to } : { kind: 'none' };
  }
  if (key === GO) return { kind: 'wait' };
  const action = (SINGLE_KEYS as Readonly<Record<string, KeyAction>>)[key];
  return action ? { kind: 'do', action } : { kind: 'none' };
}
