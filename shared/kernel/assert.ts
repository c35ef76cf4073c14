/** Our own code, or what it was given to work with, is not as it takes for granted. */
export class BrokenInvariant extends Error {
  override readonly name = 'BrokenInvariant';
}

/**
 * States an invariant of our own code. It guards against programming errors, never against input:
 * input is refused with a {@link DomainError}.
 */
export function assert(condition: unknown, message: string): asserts condition {
  if (!condition) throw new BrokenInvariant(`Invariant broken: ${message}`);
}

/** The value, which our own code knows to be there. */
export function assertDefined<T>(value: T | undefined | null, what: string): T {
  assert(value !== undefined && value !== null, `${what} is missing`);
  return value;
}
