import type { SQSRecord } from 'aws-lambda';
import { expect, it } from 'vitest';
import { entryOf, messageBatches } from '../../../shared/runtime/change-queues.ts';
import { followChanges, type RecordChange } from '../../../shared/runtime/changes.ts';
import { messageOf } from '../../support/changes.ts';

const change = (id: string, rev: number, more: Partial<RecordChange> = {}): RecordChange => ({
  tenant: 'acme',
  kind: 'order',
  id,
  rev,
  ...more,
});
/** A follower that says what it was given, and fails where it is told to. */
function follower(fails: (subject: string) => boolean = () => false) {
  const seen: string[] = [];
  const handler = followChanges({
    code: 'test',
    subject: ({ kind, id, after }) => (kind === 'invoice' ? (after?.orderId as string) : id.startsWith('x') ? undefined : id),
    handle: async (tenant, subject, changes) => {
      seen.push(`${tenant} ${subject}: ${changes.map(({ id, rev }) => `${id}@${rev}`).join(' ')}`);
      if (fails(subject)) throw new Error('poison');
    },
  });
  const take = async (...records: SQSRecord[]) => {
    seen.length = 0;
    const { batchItemFailures } = await handler({ Records: records });
    return { seen: [...seen], failed: batchItemFailures.map((f) => f.itemIdentifier) };
  };
  return take;
}

it('handles what is about one thing together, and leaves out what is of no interest', async () => {
  const take = follower();
  const invoice = { ...change('inv_1', 4, { after: { orderId: 'a' } }), kind: 'invoice' };
  expect(await take(messageOf(change('a', 2)), messageOf(change('b', 1)), messageOf(invoice), messageOf(change('x', 1)))).toEqual({
    seen: ['acme a: a@2 inv_1@4', 'acme b: b@1'],
    failed: [],
  });
});

it('puts what came out of order in order, and takes what came twice once', async () => {
  const take = follower();
  const twice = [messageOf(change('a', 3)), messageOf(change('a', 2), 'm2'), messageOf(change('a', 3), 'm3')];
  expect((await take(...twice)).seen).toEqual(['acme a: a@2 a@3']);
  // Late: revision 3 was handled, and with it all before.
  expect(await take(messageOf(change('a', 1)), messageOf(change('a', 3)))).toEqual({ seen: [], failed: [] });
  expect((await take(messageOf(change('a', 4)))).seen).toEqual(['acme a: a@4']);
});

it('takes again what somebody has asked to be told again, and what has no revision', async () => {
  const take = follower();
  await take(messageOf(change('a', 3)));
  expect((await take(messageOf(change('a', 3, { again: true })))).seen).toEqual(['acme a: a@3']);
  const { rev, ...wait } = change('b', 0);
  expect((await take(messageOf(wait as RecordChange, 'w1'))).seen).toHaveLength(1);
  expect((await take(messageOf(wait as RecordChange, 'w2'))).seen).toHaveLength(1);
});

it('lets a failure hold back its own record and no other', async () => {
  const take = follower((subject) => subject === 'a');
  const broken = { messageId: 'broken', body: '{', attributes: { MessageGroupId: 'z' } } as unknown as SQSRecord;
  const behind = { ...messageOf(change('x', 1)), messageId: 'behind', attributes: { MessageGroupId: 'z' } } as unknown as SQSRecord;
  const answer = await take(messageOf(change('a', 1)), messageOf(change('b', 1)), broken, messageOf(change('a', 2)), behind);
  expect(answer).toEqual({ seen: ['acme a: a@1 a@2', 'acme b: b@1'], failed: ['a.1', 'broken', 'a.2', 'behind'] });
  // What failed is not remembered: it comes again.
  expect((await take(messageOf(change('a', 1)), messageOf(change('b', 1)))).seen).toEqual(['acme a: a@1']);
});

it('escapes what a queue would not take, and no more', () => {
  const odd = change('a', 1, { after: { reference: 'ñ 😀 \uFFFE\uFFFF\n' } });
  const { MessageBody = '' } = entryOf({ change: odd, event: '1' }, 0);
  expect(MessageBody).toMatch(/^[\x20-\uFFFD]+$/);
  expect(JSON.parse(MessageBody)).toEqual(odd);
});

it('sends ten at a time, and never two changes of a record in one batch', () => {
  const changes = Array.from({ length: 23 }, (_, i) => change(`o${i % 20}`, 1 + Math.floor(i / 20)));
  const batches = messageBatches(changes.map((c, i) => entryOf({ change: c, event: String(i) }, i)));
  expect(batches.map((batch) => batch.length)).toEqual([10, 10, 3]);
  for (const batch of batches) expect(new Set(batch.map((e) => e.MessageGroupId)).size).toBe(batch.length);
  const order = batches.flat().map((e) => JSON.parse(e.MessageBody as string) as RecordChange);
  expect(order.filter(({ id }) => id === 'o1').map(({ rev }) => rev)).toEqual([1, 2]);
});
