import { DomainError, type ErrorKind, type FieldFault, type Params } from '#kernel/errors.ts';
import { AlreadyThere } from './conflicts.ts';
import { log } from './log.ts';

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
  retry: [503, 'Try again'],
};

/** The one place where errors become HTTP. What no rule foresees is logged whole and answered without details. */
export function problemOf(error: unknown, requestId: string): Problem {
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
  const fault = error instanceof Error ? { name: error.name, message: error.message, stack: error.stack } : { message: String(error) };
  log('error', 'unexpected', { requestId, ...fault });
  return {
    type: 'urn:trastienda:problem:internal',
    title: 'Internal error',
    status: 500,
    code: 'internal',
    requestId,
    detail: 'Something went wrong on our side. Send the same request again with the same Idempotency-Key: it will not be done twice.',
  };
}
