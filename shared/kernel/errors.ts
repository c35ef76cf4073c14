/** What went wrong, in words for a person, with a code for a program. Mapped once to RFC 9457 problem+json. */
export type ErrorKind = 'invalid' | 'forbidden' | 'missing' | 'conflict' | 'refused' | 'too-large' | 'retry';

export interface FieldFault {
  /** JSON path of the field at fault, e.g. `lines.3.quantity`. */
  readonly field: string;
  readonly code: string;
  readonly message: string;
}

/**
 * A refusal that the rulebook foresees. `name` is a literal (minifiers rename classes) because Step Functions
 * matches `Catch` on it.
 */
export class DomainError extends Error {
  override readonly name: string = 'DomainError';
  readonly kind: ErrorKind;
  readonly code: string;
  readonly field: string | undefined;
  readonly faults: readonly FieldFault[];

  constructor(kind: ErrorKind, code: string, message: string, field?: string, faults: readonly FieldFault[] = []) {
    super(message);
    this.kind = kind;
    this.code = code;
    this.field = field;
    this.faults = faults;
  }
}

/** Input that can never be right, whatever the state of the books (400). */
export const invalid = (code: string, message: string, field?: string, faults: readonly FieldFault[] = []) =>
  new DomainError('invalid', code, message, field, faults);
/** A well-formed request that a rule of the business refuses in the present state (422). */
export const refused = (code: string, message: string, field?: string) => new DomainError('refused', code, message, field);
/** The record is not there for this caller: another company's records look just the same (404). */
export const missing = (code: string, message: string, field?: string) => new DomainError('missing', code, message, field);
/** Somebody else was there first, or the key was used for something else (409). */
export const conflict = (code: string, message: string, field?: string) => new DomainError('conflict', code, message, field);
/** The caller's roles do not allow the action (403). */
export const forbidden = (code: string, message: string) => new DomainError('forbidden', code, message);
/** More than one request, document or transaction may hold (413). */
export const tooLarge = (code: string, message: string, field?: string) => new DomainError('too-large', code, message, field);
