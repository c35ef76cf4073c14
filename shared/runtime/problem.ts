import { BrokenInvariant } from '#kernel/assert.ts';
import { DomainError, type ErrorKind, type FieldFault, type Params } from '#kernel/errors.ts';
import { AlreadyThere } from './conflicts.ts';
import { fault, log } from './log.ts';

/** RFC 9457 problem details, with a stable `code` and the field at fault. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly field?: string;
  /** What `detail` names, for programs that say it in words of their own (RFC 9457 §3.2). */
  readonly params?: Params;
  readonly faults?: readonly FieldFault[];
  readonly requestId: string;
}

const STATUS: Readonly<Record<ErrorKind, readonly [number, string]>> = {
  invalid: [400, 'The request is not valid'],
  forbidden: [403, 'Not allowed'],
  missing: [404, 'Not found'],
  conflict: [409, 'Conflict'],
  'too-large': [413, 'Too large'],
  refused: [422, 'Refused by a rule'],
  'too-many': [429, 'Too many requests'],
  retry: [503, 'Try again'],
  unreadable: [500, 'A record cannot be read'],
};

/** How AWS says that more was asked at once than it takes, after the client had tried again itself. */
const THROTTLES =
  /^(Throttling|ThrottlingException|ThrottledException|ProvisionedThroughputExceededException|RequestLimitExceeded|TooManyRequestsException|SlowDown|LimitExceededException)$/;

/** AWS could not carry it out now, and may in a moment. */
function isPassing(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return THROTTLES.test(error.name) || ('$fault' in error && error.$fault === 'server');
}

/** What the data brought about, in our code or as AWS refuses it: it fails alike however often it is tried. */
export const isOwnFault = (error: unknown): boolean =>
  error instanceof BrokenInvariant ||
  error instanceof TypeError ||
  error instanceof RangeError ||
  error instanceof SyntaxError ||
  (error instanceof Error && error.name === 'ValidationException');

/** The one place where errors become HTTP. What no rule foresees is logged whole and answered without details. */
export function problemOf(cause: unknown, requestId: string): Problem {
  const error = isPassing(cause) ? busy(cause as Error, requestId) : cause;
  if (error instanceof DomainError) {
    const [status, title] = STATUS[error.kind];
    return {
      type: `urn:trastienda:problem:${error.code}`,
      title,
      status,
      code: error.code,
      detail: error.message,
      requestId,
      ...(error.field ? { field: error.field } : {}),
      ...(error.params ? { params: error.params } : {}),
      ...(error.faults.length > 0 ? { faults: error.faults } : {}),
    };
  }
  if (error instanceof AlreadyThere) {
    const code = `${error.kind}.exists`;
    const type = `urn:trastienda:problem:${code}`;
    return { type, title: 'Conflict', status: 409, code, detail: `${error.message}.`, requestId, params: { id: error.id } };
  }
  fault('unexpected', error, { requestId });
  return {
    type: 'urn:trastienda:problem:internal',
    title: 'Internal error',
    status: 500,
    code: 'internal',
    requestId,
    detail: 'Something went wrong on our side. Send the same request again with the same Idempotency-Key: it will not be done twice.',
  };
}

function busy({ name, message }: Error, requestId: string): DomainError {
  log('warn', 'busy', { requestId, cause: `${name}: ${message}` });
  return new DomainError(
    'retry',
    'service.busy',
    'More is asked at this moment than can be answered. Send the same request again in a few seconds: it will not be done twice.',
  );
}
