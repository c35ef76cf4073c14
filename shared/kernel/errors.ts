/** What went wrong, in words for a person, with a code for a program. Mapped once to RFC 9457 problem+json. */
export type ErrorKind = 'invalid' | 'forbidden' | 'missing' | 'conflict' | 'refused' | 'too-large' | 'too-many' | 'retry' | 'unreadable';

/**
 * What a sentence names, for programs that say it in words of their own (an extension member of the problem document,
 * RFC 9457 §3.2). Flat: money as the wire's decimal text in EUR (`"12.50"`), quantities as decimal text, dates as ISO days,
 * periods as `2026-11`, places of lines from 1 on, document ids as they are. `why` tells apart the rules that share a code.
 */
export type Params = Readonly<Record<string, string | number>>;

/** Why an action cannot be taken now: what the rulebook answers, a command throws and a read shows. Plain data. */
export interface Refusal {
  /** `refused` (422), `conflict` (409) where it passes by itself, `forbidden` (403) where it depends on who asks. */
  readonly kind: 'refused' | 'conflict' | 'forbidden';
  readonly code: string;
  readonly message: string;
  readonly field?: string;
  readonly params?: Params;
}

/** The rules of a kind of record: why each action is refused in the state that it is in, or undefined where it is not. */
export type ActionRules<T, K extends string = string> = Readonly<Record<K, (record: T) => Refusal | undefined>>;

export interface FieldFault {
  /** JSON path of the field at fault, e.g. `lines.3.quantity`. */
  readonly field: string;
  readonly code: string;
  readonly message: string;
  /** The limit that was passed, and of what: `{ origin: 'string', maximum: 80 }`. */
  readonly params?: Params;
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
  readonly params: Params | undefined;
  readonly faults: readonly FieldFault[];

  constructor(kind: ErrorKind, code: string, message: string, field?: string, params?: Params, faults: readonly FieldFault[] = []) {
    super(message);
    this.kind = kind;
    this.code = code;
    this.field = field;
    this.params = params;
    this.faults = faults;
  }
}

/** Input that can never be right, whatever the state of the books (400). */
export const invalid = (code: string, message: string, field?: string, params?: Params, faults: readonly FieldFault[] = []) =>
  new DomainError('invalid', code, message, field, params, faults);
/** A well-formed request that a rule of the business refuses in the present state (422). */
export const refused = (code: string, message: string, field?: string, params?: Params) =>
  new DomainError('refused', code, message, field, params);
/** A rule that refuses, as data: see {@link refused}. */
export const refusal = (code: string, message: string, field: string, params?: Params): Refusal => ({
  kind: 'refused',
  code,
  message,
  field,
  ...(params ? { params } : {}),
});
/** A refusal of this caller alone, as data: see {@link forbidden}. */
export const denial = (code: string, message: string, field: string, params?: Params): Refusal => ({
  ...refusal(code, message, field, params),
  kind: 'forbidden',
});
/** A refusal that passes by itself, as data: see {@link conflict}. */
export const busy = (code: string, message: string, field: string): Refusal => ({ kind: 'conflict', code, message, field });
/** @throws DomainError of the refusal, if there is one. */
export function throwIf(why: Refusal | undefined): void {
  if (why) throw new DomainError(why.kind, why.code, why.message, why.field, why.params);
}
/** The record is not there for this caller: another company's records look just the same (404). */
export const missing = (code: string, message: string, field?: string, params?: Params) =>
  new DomainError('missing', code, message, field, params);
/** Somebody else was there first, or the key was used for something else (409). */
export const conflict = (code: string, message: string, field?: string, params?: Params) =>
  new DomainError('conflict', code, message, field, params);
/** The caller's roles do not allow the action (403). */
export const forbidden = (code: string, message: string, field?: string, params?: Params) =>
  new DomainError('forbidden', code, message, field, params);
/** A stored record is not what its kind says: somebody has to mend it (500). Tells which, and nothing of what it holds. */
export const unreadable = (kind: string, id: string) =>
  new DomainError(
    'unreadable',
    'record.unreadable',
    `The ${kind.replaceAll('-', ' ')} ${id} is damaged and cannot be read. Tell whoever operates the service.`,
    undefined,
    { kind, id },
  );
/** Whether an error tells that a stored record is damaged. */
export const isUnreadable = (error: unknown): boolean => error instanceof DomainError && error.kind === 'unreadable';
/** More requests than one company may send at once (429). */
export const tooMany = (code: string, message: string, params?: Params) => new DomainError('too-many', code, message, undefined, params);
/** More than one request, document or transaction may hold (413). */
export const tooLarge = (code: string, message: string, field?: string, params?: Params) =>
  new DomainError('too-large', code, message, field, params);
