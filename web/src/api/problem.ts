/** What a refusal names: see `Params` of shared/kernel/errors.ts. */
export type Params = Readonly<Record<string, string | number>>;

export interface Fault {
  readonly field: string;
  readonly code?: string;
  readonly message: string;
  readonly params?: Params;
}

interface Body {
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly field?: string;
  readonly params?: unknown;
  readonly faults?: unknown;
  readonly requestId?: string;
}

/** A refusal of the API (RFC 9457): what went wrong in words, its stable code, and the field at fault. */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly field: string | undefined;
  readonly params: Params;
  readonly faults: readonly Fault[];
  readonly requestId: string | undefined;

  constructor(body: Body) {
    super(body.detail);
    this.name = 'Problem';
    this.status = body.status;
    this.code = body.code;
    this.field = body.field;
    this.params = body.params && typeof body.params === 'object' ? (body.params as Params) : {};
    this.faults = Array.isArray(body.faults) ? (body.faults as Problem['faults']) : [];
    this.requestId = body.requestId;
  }
}

/** The refusal in an answer, whatever sent it: the API, its gateway, or something in between. */
export async function problemOf(answer: Response): Promise<Problem> {
  const read = (await answer.json().catch(() => ({}))) as Record<string, string>;
  const detail = read.detail ?? read.message ?? answer.statusText;
  return new Problem({ ...read, status: answer.status, code: read.code ?? `http.${answer.status}`, detail });
}

export const isProblem = (error: unknown, code?: string): error is Problem =>
  error instanceof Problem && (code === undefined || error.code === code);
