import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { DomainError, refused } from '#kernel/errors.ts';
import { AlreadyThere } from '#runtime/conflicts.ts';
import { parseInput } from '#runtime/parse.ts';
import { problemOf } from '#runtime/problem.ts';

describe('the problem document', () => {
  it('tells what the sentence names beside it, where it names anything', () => {
    const error = refused('stock.short', 'Only 3 of LAMP-1.', 'body.lines.0.quantity', { item: 'LAMP-1', free: '3', requested: '5' });
    expect(problemOf(error, 'r1')).toEqual({
      type: 'urn:trastienda:problem:stock.short',
      title: 'Refused by a rule',
      status: 422,
      code: 'stock.short',
      detail: 'Only 3 of LAMP-1.',
      field: 'body.lines.0.quantity',
      params: { item: 'LAMP-1', free: '3', requested: '5' },
      requestId: 'r1',
    });
    expect(problemOf(refused('order.shipped', 'Goods have left.'), 'r1')).not.toHaveProperty('params');
    expect(problemOf(new AlreadyThere('item-code', 'itc_LAMP-1'), 'r1')).toMatchObject({ status: 409, params: { id: 'itc_LAMP-1' } });
  });

  it('asks to try again where AWS could not carry it out now, and is silent about what else went wrong', () => {
    const fault = (name: string, more: object = {}) => Object.assign(new Error('x'), { name, ...more });
    for (const name of ['ThrottlingException', 'ProvisionedThroughputExceededException', 'TooManyRequestsException'])
      expect(problemOf(fault(name), 'r1')).toMatchObject({ status: 503, code: 'service.busy' });
    expect(problemOf(fault('InternalServerError', { $fault: 'server' }), 'r1').status).toBe(503);
    expect(problemOf(fault('ValidationException', { $fault: 'client' }), 'r1')).toMatchObject({ status: 500, code: 'internal' });
  });

  it('tells the limit that a field passed', () => {
    const schema = z.strictObject({
      name: z.string().check(z.maxLength(3)),
      days: z.int().check(z.minimum(1)),
      price: z.number().check(z.positive()),
    });
    const faults = (() => {
      try {
        return parseInput(schema, { name: 'four', days: 0, price: 0 }, 'body');
      } catch (error) {
        return error instanceof DomainError ? error.faults : [];
      }
    })();
    expect(faults).toMatchObject([
      { field: 'body.name', code: 'too_big', params: { origin: 'string', maximum: 3 } },
      { field: 'body.days', code: 'too_small', params: { minimum: 1 } },
      { field: 'body.price', code: 'too_small' },
    ]);
    // More than zero: the limit itself is not allowed.
    expect((faults as readonly object[])[2]).not.toHaveProperty('params');
  });
});
