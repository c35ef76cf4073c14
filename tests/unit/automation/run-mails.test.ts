import { LambdaClient } from '@aws-sdk/client-lambda';
import { SESv2Client } from '@aws-sdk/client-sesv2';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { enterDoor } from '../../../functions/automation/rules/door-gateway.ts';
import { handler as takeNews } from '../../../functions/automation/rules/on-mail-events.event.ts';
import { RuleRuns, type RunMail } from '../../../shared/domain/automation/rules/rule-run.ts';
import { update } from '../../../shared/kernel/record.ts';
import { idFrom } from '../../../shared/runtime/fingerprint.ts';
import { letIn } from '../../support/call.ts';
import { recordsOf } from '../../support/company.ts';
import { openDoors } from '../../support/doors.ts';
import { useMemoryTable } from '../../support/memory-table.ts';
import { carried, place, runsOf, started, withRule } from '../../support/ruled-shop.ts';

const table = useMemoryTable({ openWork: true, lists: true });
openDoors();
const sent = vi.spyOn(SESv2Client.prototype, 'send');
const toOf = (nth: number) => JSON.stringify(sent.mock.calls[nth]?.[0].input);
beforeAll(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-03-10T10:00:00Z') });
  vi.stubEnv('MAIL_FROM', 'avisos@trastienda.example');
});
afterAll(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
});
beforeEach(() => {
  sent.mockReset();
  sent.mockImplementation((async () => ({ MessageId: `id-${sent.mock.calls.length - 1}` })) as never);
});

/** A run that is to mail two members about an order. */
async function begun() {
  const { seller, ruleId } = await withRule();
  const { tenant } = seller;
  await seller.done('pauseRule', { path: [ruleId] });
  const emails = [`owner@${tenant}.example`, `ana@${tenant}.example`];
  await letIn(tenant, emails[1] ?? '', ['accountant']);
  const members = emails.map((email) => idFrom('mem', tenant, email));
  const effects = [{ do: 'mail', members, subject: 'x', text: 'x' }];
  const { id } = await seller.done('createRule', { body: { name: 'Por correo', trigger: 'order.placed', effects } });
  await seller.done('activateRule', { path: [id] });
  const orderId = await place(seller);
  await started(tenant, orderId);
  const run = async () => {
    const found = (await runsOf(tenant, orderId)).find(({ ruleId }) => ruleId === id);
    return recordsOf(tenant).getOrThrow(RuleRuns, found?.id ?? '');
  };
  const mails = async () => ((await run()).effects[0]?.mails ?? []).map(({ to, state, id: mailId }) => [to, state, mailId]);
  return { tenant, emails: emails as [string, string], carry: () => carried(tenant, orderId), run, mails };
}

/** SES tells that a mail of a run came back, for good or for a while. @returns whether it was taken. */
async function cameBack(tenant: string, about: string, to: string, messageId: string, type = 'Permanent'): Promise<boolean> {
  const bounce = { bounceType: type, bouncedRecipients: [{ emailAddress: to }], timestamp: 't', feedbackId: `f-${messageId}-${type}` };
  const body = { eventType: 'Bounce', bounce, mail: { messageId, destination: [to], tags: { tenant: [tenant], about: [about] } } };
  const answer = await takeNews({ Records: [{ messageId: 'm', body: JSON.stringify(body) }] } as never, {} as never);
  return (answer as { batchItemFailures: unknown[] }).batchItemFailures.length === 0;
}

it('goes out once, of two processes that carry its run out side by side', async () => {
  const { carry, mails, emails, run } = await begun();
  let other: Promise<void> | undefined;
  const held = Promise.withResolvers<void>();
  const reached = Promise.withResolvers<void>();
  sent.mockImplementation((async () => {
    const nth = sent.mock.calls.length - 1;
    reached.resolve();
    if (nth === 0) await held.promise;
    return { MessageId: `id-${nth}` };
  }) as never);
  // Both have read the run; the other one is quicker, and its first mail is on its way.
  table.before('PutItem', async () => {
    other = carry();
    await reached.promise;
  });
  await carry();
  expect(sent).toHaveBeenCalledTimes(1);
  held.resolve();
  await other;
  expect(sent).toHaveBeenCalledTimes(2);
  for (const [nth, to] of emails.entries()) expect(toOf(nth)).toContain(to);
  expect(await mails()).toEqual([
    [emails[0], 'sent', 'id-0'],
    [emails[1], 'sent', 'id-1'],
  ]);
  expect((await run()).state).toBe('done');
});

it('that came back while others went out stays so', async () => {
  const { tenant, carry, mails, emails, run } = await begun();
  const { id } = await run();
  sent.mockImplementation((async () => {
    const nth = sent.mock.calls.length - 1;
    if (nth === 1) expect(await cameBack(tenant, id, emails[0], 'id-0')).toBe(true);
    return { MessageId: `id-${nth}` };
  }) as never);
  await carry();
  expect(await mails()).toEqual([
    [emails[0], 'bounced', 'id-0'],
    [emails[1], 'sent', 'id-1'],
  ]);
  // What did not arrive for a while says less than that it never will.
  expect(await cameBack(tenant, id, emails[0], 'id-0', 'Transient')).toBe(true);
  expect((await mails())[0]).toEqual([emails[0], 'bounced', 'id-0']);
});

it('of which nobody knows whether it left is known by its address, once it comes back', async () => {
  const { tenant, carry, mails, emails, run } = await begun();
  await carry();
  const stored = await run();
  const unknown: RunMail[] = [
    { to: emails[0], state: 'unknown' },
    { to: emails[1], state: 'blocked' },
  ];
  const effects = stored.effects.map((effect) => ({ ...effect, mails: unknown }));
  await recordsOf(tenant).commit([update(RuleRuns, stored, { ...stored, effects })]);
  for (const to of emails) expect(await cameBack(tenant, stored.id, to, `late-${to}`)).toBe(true);
  expect(await mails()).toEqual([
    [emails[0], 'bounced', `late-${emails[0]}`],
    [emails[1], 'blocked', undefined],
  ]);
});

it('that SES does not take just now goes out another time', async () => {
  const { carry, mails, emails } = await begun();
  sent.mockImplementationOnce((async () => {
    throw Object.assign(new Error('slow down'), { name: 'TooManyRequestsException' });
  }) as never);
  await carry();
  expect(await mails()).toEqual([]);
  await carry();
  expect((await mails()).map(([to, state]) => [to, state])).toEqual(emails.map((to) => [to, 'sent']));
});

it.each([
  ['bank_line.being_matched', 422],
  ['write.contention', 409],
])('an action that is refused by %s is tried again, and fails no run', async (code, statusCode) => {
  vi.spyOn(LambdaClient.prototype, 'send').mockImplementationOnce((async () => ({
    Payload: Buffer.from(JSON.stringify({ statusCode, body: JSON.stringify({ code, title: 'x' }) })),
  })) as never);
  const caller = { tenant: 't1', email: 'rul_1@x', run: 'rrn_1', request: 'rrn_1.0' };
  await expect(enterDoor({ door: 'ignoreBankLine', path: { lineId: 'bln_1' }, body: { reason: 'x' } }, caller)).rejects.toThrow(code);
});
