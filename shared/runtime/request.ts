import type { APIGatewayProxyEventV2WithJWTAuthorizer as HttpEvent } from 'aws-lambda';
import type { ActionSpec } from '#kernel/action.ts';
import { invalid, tooLarge } from '#kernel/errors.ts';
import { cut } from '#kernel/text.ts';
import { parseJson } from './json.ts';
import { parseInput } from './parse.ts';

/** The largest body that any action takes: an order of 1,000 lines fits four times. */
export const MAX_BODY_BYTES = 1_000_000;

/** The parts of a request, checked by the action's schemas. */
export function readRequest(spec: ActionSpec, event: HttpEvent) {
  const raw = spec.body ? readBody(event) : undefined;
  const path = spec.path ? parseInput(spec.path, event.pathParameters ?? {}, 'path') : undefined;
  const { dryRun, ...query } = event.queryStringParameters ?? {};
  return {
    path,
    query: readQuery(spec, spec.dryRun ? query : { ...query, ...(dryRun === undefined ? {} : { dryRun }) }),
    dryRun: spec.dryRun === true && readFlag(dryRun, 'query.dryRun'),
    body: spec.body ? parseInput(spec.body, raw, 'body') : undefined,
    raw,
  };
}

function readQuery(spec: ActionSpec, query: Record<string, string | undefined>): unknown {
  if (spec.query) return parseInput(spec.query, query, 'query');
  const [unknown] = Object.keys(query);
  if (unknown !== undefined) throw invalid('input.invalid', `query.${unknown}: unknown parameter`, `query.${unknown}`);
  return undefined;
}

function readFlag(text: string | undefined, field: string): boolean {
  if (text === undefined || text === 'false') return false;
  if (text === 'true') return true;
  throw invalid('input.invalid', `${field}: must be true or false`, field);
}

function readBody(event: HttpEvent): unknown {
  const bytes = Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8');
  if (bytes.length > MAX_BODY_BYTES)
    throw tooLarge('body.too_large', `The body has ${bytes.length} bytes; the most is ${MAX_BODY_BYTES}.`, 'body', {
      bytes: bytes.length,
      limit: MAX_BODY_BYTES,
    });
  if (bytes.length === 0) return {};
  const type = event.headers['content-type'] ?? 'application/json';
  if (!/^application\/([a-z.+-]+\+)?json\b/i.test(type))
    throw invalid('body.content_type', `The body must be application/json, not ${cut(type, 60)}.`, 'body', { type: cut(type, 60) });
  return parseJson(bytes);
}

/** The Idempotency-Key of a POST. @throws DomainError `idempotency.key_missing` (400). */
export function idempotencyKey(event: HttpEvent): string {
  const key = event.headers['idempotency-key'];
  if (!key)
    throw invalid(
      'idempotency.key_missing',
      'Every POST needs an Idempotency-Key header: any text of your own that is new for each new request, such as a UUID.',
      'header.Idempotency-Key',
    );
  if (!/^[\x21-\x7e]{1,255}$/.test(key))
    throw invalid(
      'idempotency.key_invalid',
      'The Idempotency-Key must be 1 to 255 printable characters without spaces.',
      'header.Idempotency-Key',
    );
  return key;
}
