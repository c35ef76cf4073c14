import * as z from 'zod/mini';
import en from 'zod/v4/locales/en.js';
import type { Schema } from '#kernel/action.ts';
import { type FieldFault, invalid, type Params } from '#kernel/errors.ts';
import { composed } from '#kernel/text.ts';
import { unprintable } from './json.ts';

z.config(en());

/** A value from outside, composed, checked and decoded: every text comes in here. @throws DomainError `input.invalid` (400) naming each field at fault. */
export function parseInput<S extends Schema>(schema: S, value: unknown, place: 'body' | 'query' | 'path' | 'row'): z.output<S> {
  const asked = composed(value);
  const result = z.safeDecode(schema, asked as never);
  const faults = result.success ? unprintable(asked, place) : faultsOf(result.error.issues, place);
  if (result.success && faults.length === 0) return result.data as z.output<S>;
  const first = faults[0];
  const more = faults.length > 1 ? ` (and ${faults.length - 1} more)` : '';
  throw invalid('input.invalid', `${first?.field}: ${first?.message}${more}`, first?.field, undefined, faults.slice(0, 50));
}

function faultsOf(issues: readonly z.core.$ZodIssue[], place: string): FieldFault[] {
  return issues.flatMap((issue) => {
    const field = [place, ...issue.path.map(String)].join('.');
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => ({ field: `${field}.${key}`, code: 'unknown', message: 'unknown field' }));
    const params = limitsOf(issue);
    return [{ field, code: issue.code, message: issue.message, ...(params ? { params } : {}) }];
  });
}

/** The limit that a value passed, itself still allowed, for those who say it in another language. */
function limitsOf(issue: z.core.$ZodIssue): Params | undefined {
  if ((issue.code === 'too_big' || issue.code === 'too_small') && issue.inclusive === false) return undefined;
  if (issue.code === 'too_big') return { origin: issue.origin, maximum: Number(issue.maximum) };
  if (issue.code === 'too_small') return { origin: issue.origin, minimum: Number(issue.minimum) };
  return undefined;
}

/** Our own answer, encoded to the wire and checked on the way: an undeclared field cannot leak. */
export function encodeOutput<S extends Schema>(schema: S, value: z.output<S>): unknown {
  return z.encode(schema, value as never);
}
