import type { DynamoDBRecord } from 'aws-lambda';
import { expect, it } from 'vitest';
import * as z from 'zod/mini';
import { recordType } from '../../../shared/kernel/record.ts';
import { type Attributes, marshall } from '../../../shared/runtime/dynamo.ts';
import { toStored } from '../../../shared/runtime/record-item.ts';
import { changeAgain, changeOf } from '../../../shared/runtime/stream.ts';

const Orders = recordType<object>({
  kind: 'order',
  prefix: 'ord',
  data: z.any(),
  history: 'all',
  screen: { none: 'A test.' },
  read: 'nobody',
});
const noNames = () => ({});
const stamp = { by: 'ana@example.com', request: 'req-1', action: 'placeOrder', at: new Date('2026-11-02T10:00:00Z') };
const item = (data: object, before?: { id: string; rev: number; history: [] }): Attributes =>
  marshall(toStored('acme', stamp, { type: Orders as never, id: 'ord_1', data, ...(before ? { before } : {}) }).item);
const change = (before: Attributes | undefined, after: Attributes | undefined): DynamoDBRecord => ({
  dynamodb: { ...(before ? { OldImage: before as never } : {}), ...(after ? { NewImage: after as never } : {}) },
});
const placed = item({ state: 'placed', customerId: 'cus_1', lines: [{ no: 1 }], totals: { gross: 5 }, quoted: false });

it('tells of a record its key, revision and request, and its own fields by their names', () => {
  expect(changeOf(change(undefined, placed), noNames)).toEqual({
    tenant: 'acme',
    kind: 'order',
    id: 'ord_1',
    rev: 1,
    request: 'req-1',
    after: { state: 'placed', customerId: 'cus_1', quoted: false },
  });
  const closed = item({ state: 'closed' }, { id: 'ord_1', rev: 1, history: [] });
  expect(changeOf(change(placed, closed), noNames)).toMatchObject({ rev: 2, before: { state: 'placed' }, after: { state: 'closed' } });
});

it('tells of a removal as the revision after the last, and of a wait without one', () => {
  const gone = changeOf(change(placed, undefined), noNames);
  expect([gone?.rev, gone?.before?.state, gone?.after]).toEqual([2, 'placed', undefined]);
  const wait = marshall({ pk: 'acme#wait#ord_1', sk: '#', tenant: 'acme', kind: 'wait', about: 'ord_1', token: 'secret' });
  expect(changeOf(change(undefined, wait), noNames)).toEqual({ tenant: 'acme', kind: 'wait', id: 'ord_1', after: {} });
});

it('tells of nothing that is no record', () => {
  expect(changeOf(change(undefined, marshall({ pk: 'acme#balance#2026', sk: '572', d11: 5 })), noNames)).toBeUndefined();
});

it('tells no more than the key of a record that is long or that nobody can read', () => {
  const key = { tenant: 'acme', kind: 'order', id: 'ord_1', rev: 1, request: 'req-1' };
  expect(changeOf(change(undefined, item({ state: 'placed', notes: 'x'.repeat(6000) })), noNames)).toEqual(key);
  const broken = { ...placed, data: { M: { amount: { N: 'x' } } } } as Attributes;
  expect(changeOf(change(undefined, broken), noNames)).toEqual(key);
});

it('marks what is told again', () => {
  expect(changeAgain(placed, noNames)).toMatchObject({ id: 'ord_1', rev: 1, again: true });
});
