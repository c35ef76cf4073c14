import { SESv2Client } from '@aws-sdk/client-sesv2';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { handler } from '../../../functions/automation/rules/on-mail-events.event.ts';
import { newsOf } from '../../../shared/domain/automation/rules/mail-event.ts';
import { MailRecipients } from '../../../shared/domain/automation/rules/mail-recipient.ts';
import { create } from '../../../shared/kernel/record.ts';
import { idFrom } from '../../../shared/runtime/fingerprint.ts';
import { recordsOf } from '../../support/company.ts';
import { openDoors } from '../../support/doors.ts';
import { useMemoryTable } from '../../support/memory-table.ts';
import { carried, place, runsOf, started, withRule } from '../../support/ruled-shop.ts';

useMemoryTable({ openWork: true, lists: true });
openDoors();
const SET = 'trastienda-mails';
const sent = vi.spyOn(SESv2Client.prototype, 'send');
beforeAll(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-03-10T10:00:00Z') });
  vi.stubEnv('MAIL_FROM', 'avisos@trastienda.example');
  vi.stubEnv('MAIL_SET', SET);
});
afterAll(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
});
beforeEach(() => void sent.mockClear());

/** The mail of an event as SES shows it (Developer Guide, examples of event data published to Amazon SNS). */
const mailOf = (of: Told) => ({
  timestamp: '2017-08-05T00:40:02.012Z',
  source: 'Sender Name <sender@example.com>',
  sourceArn: 'arn:aws:ses:us-east-1:123456789012:identity/sender@example.com',
  sendingAccountId: '123456789012',
  messageId: of.messageId,
  destination: [of.to],
  headersTruncated: false,
  headers: [{ name: 'From', value: 'Sender Name <sender@example.com>' }],
  commonHeaders: {
    from: ['Sender Name <sender@example.com>'],
    to: [of.to],
    messageId: of.messageId,
    subject: 'Message sent from Amazon SES',
  },
  tags: {
    'ses:configuration-set': [of.set ?? SET],
    'ses:source-ip': ['192.0.2.0'],
    'ses:from-domain': ['example.com'],
    'ses:caller-identity': ['ses_user'],
    tenant: [of.tenant],
    about: [of.about],
  },
});
interface Told {
  readonly tenant: string;
  readonly about: string;
  readonly messageId: string;
  readonly to: string;
  readonly set?: string;
}
const bounce = (of: Told, bounceType = 'Permanent', more: object = {}) => ({
  eventType: 'Bounce',
  bounce: {
    bounceType,
    bounceSubType: bounceType === 'Permanent' ? 'General' : 'MailboxFull',
    bouncedRecipients: [{ emailAddress: of.to, action: 'failed', status: '5.1.1', diagnosticCode: 'smtp; 550 5.1.1 user unknown' }],
    timestamp: '2017-08-05T00:41:02.669Z',
    feedbackId: '01000157c44f053b-61b59c11-9236-11e6-8f96-7be8aexample-000000',
    reportingMTA: 'dsn; mta.example.com',
    ...more,
  },
  mail: mailOf(of),
});
const complaint = (of: Told) => ({
  eventType: 'Complaint',
  complaint: {
    complainedRecipients: [{ emailAddress: of.to }],
    timestamp: '2017-08-05T00:41:02.669Z',
    feedbackId: '01000157c44f053b-61b59c11-9236-11e6-8f96-7be8aexample-000001',
    userAgent: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/60.0.3112.90 Safari/537.36',
    complaintFeedbackType: 'abuse',
    arrivalDate: '2017-08-05T00:41:02.669Z',
  },
  mail: mailOf(of),
});
const take = async (...events: unknown[]) => {
  const Records = events.map((event, i) => ({ messageId: `m${i}`, body: typeof event === 'string' ? event : JSON.stringify(event) }));
  const { batchItemFailures } = (await handler({ Records } as never, {} as never)) as { batchItemFailures: unknown[] };
  return batchItemFailures.length;
};

/** A shop whose rule has mailed its owner about an order. */
async function mailed() {
  const ids = ['0100018d-aaaa-000000', '0100018d-bbbb-000000', '0100018d-cccc-000000'];
  sent.mockImplementation((async () => ({ MessageId: ids[sent.mock.calls.length - 1] })) as never);
  const made = await withRule();
  const { seller } = made;
  const email = `owner@${seller.tenant}.example`;
  const members = [idFrom('mem', seller.tenant, email)];
  const { id: ruleId } = await seller.done('createRule', {
    body: { name: 'Por correo', trigger: 'order.placed', effects: [{ do: 'mail', members, subject: 'x', text: 'x' }] },
  });
  await seller.done('activateRule', { path: [ruleId] });
  const runAbout = async () => {
    const orderId = await place(seller);
    await started(seller.tenant, orderId);
    await carried(seller.tenant, orderId);
    const run = (await runsOf(seller.tenant, orderId)).find((one) => one.ruleId === ruleId);
    return run?.id ?? '';
  };
  const runId = await runAbout();
  const of: Told = { tenant: seller.tenant, about: runId, messageId: ids[0] ?? '', to: email };
  const shown = async (id = runId) => (await seller.done('getRuleRun', { path: [id] })).effects[0];
  const failures = async () => (await seller.done('listMailFailures', {})).items;
  return { seller, email, ruleId, of, runAbout, shown, failures };
}

describe('a mail that came back', () => {
  it('for good keeps rules from mailing there, says so on run and rule, and is cleared by a person', async () => {
    const { seller, email, ruleId, of, runAbout, shown, failures } = await mailed();
    const input = sent.mock.calls[0]?.[0].input as { EmailTags?: object[]; ConfigurationSetName?: string };
    expect([input.ConfigurationSetName, input.EmailTags]).toEqual([
      SET,
      [
        { Name: 'tenant', Value: seller.tenant },
        { Name: 'about', Value: of.about },
      ],
    ]);
    expect(await take(bounce(of), bounce(of))).toBe(0);
    expect(await shown()).toMatchObject({ state: 'done', mails: [{ to: email, state: 'bounced' }] });
    const [failure] = await failures();
    expect(failure).toMatchObject({
      address: email.toLowerCase(),
      why: 'bounce',
      ruleId,
      runId: of.about,
      ruleName: 'Por correo',
      detail: 'smtp; 550 5.1.1 user unknown',
    });
    const { notes } = await seller.done('getActivity', { query: { record: ruleId } });
    expect(notes.map(({ text }: { text: string }) => text)).toEqual([expect.stringContaining(`El correo a ${email} fue devuelto`)]);
    // The next run sends nothing, and says why.
    const next = await runAbout();
    expect(sent).toHaveBeenCalledTimes(1);
    expect(await shown(next)).toMatchObject({ state: 'done', code: 'mail.blocked', mails: [{ to: email, state: 'blocked' }] });
    expect(await seller.done('clearMailFailure', { path: [failure.id] })).toMatchObject({ id: failure.id, cleared: true });
    expect(await failures()).toEqual([]);
    expect(await seller.refused('clearMailFailure', { path: [failure.id] })).toMatchObject({ status: 422, code: 'mail_failure.cleared' });
    expect(await shown(await runAbout())).toMatchObject({ mails: [{ state: 'sent' }] });
    // Told again, the same is old news.
    expect(await take(bounce(of))).toBe(0);
    expect(await failures()).toEqual([]);
  });

  it('for a while keeps nobody away', async () => {
    const { of, shown, failures, runAbout } = await mailed();
    await take(bounce(of, 'Transient'));
    expect(await shown()).toMatchObject({ mails: [{ state: 'undelivered' }] });
    expect(await failures()).toEqual([]);
    expect(await shown(await runAbout())).toMatchObject({ mails: [{ state: 'sent' }] });
  });

  it('as unwanted stops an address outside for good: they alone can change that', async () => {
    const { seller, of, shown, failures } = await mailed();
    const recipientId = idFrom('mrc', seller.tenant, of.to.toLowerCase());
    const recipient = {
      address: of.to.toLowerCase(),
      state: 'confirmed' as const,
      askedAt: '2026-03-01T00:00:00Z',
      asks: 1,
      secret: 's',
      domain: 'd',
    };
    await recordsOf(seller.tenant).commit([create(MailRecipients, recipientId, recipient)]);
    await take(complaint(of));
    expect(await shown()).toMatchObject({ mails: [{ state: 'complained' }] });
    expect(await failures()).toMatchObject([{ why: 'complaint', detail: 'abuse' }]);
    expect(await recordsOf(seller.tenant).get(MailRecipients, recipientId)).toMatchObject({ state: 'stopped' });
  });
});

describe('what is told by nobody who has sent it', () => {
  it('marks no address: of another company, run, mail, recipient or configuration set', async () => {
    const { of, failures, shown } = await mailed();
    const other = await mailed();
    const forged: Told[] = [
      { ...of, tenant: other.of.tenant },
      { ...of, about: other.of.about },
      { ...of, about: `rrn_${'0'.repeat(26)}` },
      { ...of, messageId: 'another' },
      { ...of, to: 'victim@example.com' },
      { ...of, set: 'another-set' },
      { ...of, about: `cus_${'0'.repeat(26)}` },
      { ...of, about: `mrc_${'0'.repeat(26)}` },
      { ...of, tenant: '../x' },
      { ...of, about: 'rul_main' },
    ];
    for (const one of forged) expect(await take(bounce(one))).toBe(0);
    const elsewhere = bounce(of, 'Permanent', { bouncedRecipients: [{ emailAddress: 'victim@example.com' }] });
    expect(await take(elsewhere, '{"Records":[]}', { eventType: 'Delivery' }, [], 'null')).toBe(0);
    expect([await failures(), await other.failures(), await shown()]).toMatchObject([[], [], { mails: [{ state: 'sent' }] }]);
  });

  it('is no event whatever it looks like, and breaks nothing', async () => {
    const { of } = await mailed();
    const known = bounce(of);
    await fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom('eventType', 'bounce', 'mail'), (value, part) => {
        const event = newsOf({ ...known, [part]: value }, SET);
        expect(event === undefined || event.length === 0).toBe(true);
      }),
      { numRuns: 300 },
    );
    expect(newsOf(bounce({ ...of, to: 'Ana <a@x.example>' }), SET)).toMatchObject([{ address: 'a@x.example', what: 'bounce' }]);
    const shouting = bounce(of, 'Permanent', {
      bouncedRecipients: [{ emailAddress: of.to.toUpperCase(), diagnosticCode: `x\r\n\u0000${'y'.repeat(500)}` }],
    });
    expect(newsOf(shouting, SET)?.[0]?.detail).toBe(`x ${'y'.repeat(198)}`);
  });

  it('comes again where it is no JSON, and the others are taken', async () => {
    const { of, failures } = await mailed();
    expect(await take('{', bounce(of))).toBe(1);
    expect(await failures()).toHaveLength(1);
  });
});
