import { SESv2Client } from '@aws-sdk/client-sesv2';
import { expect, it, vi } from 'vitest';
import { handler } from '../../../functions/automation/rules/ask-recipients.event.ts';
import { MailRecipients } from '../../../shared/domain/automation/rules/mail-recipient.ts';
import { create } from '../../../shared/kernel/record.ts';
import type { Fields } from '../../../shared/runtime/changes.ts';
import { batchOf } from '../../support/changes.ts';
import { recordsOf } from '../../support/company.ts';
import { useMemoryTable } from '../../support/memory-table.ts';
import { newSeller } from '../../support/seller.ts';

useMemoryTable();

const ID = 'mrc_7F3K2M9QAAAAAAAAAAAAAAAAAA';
const ASKED = {
  address: 'a@x.example',
  state: 'asked',
  askedAt: '2026-03-10T08:00:00.000Z',
  asks: 1,
  secret: 's',
  domain: 'api.x.example',
} as const;

it('asks no more for what it has noted of a mail that SES does not take just now', async () => {
  process.env.MAIL_FROM = 'no-reply@demo.example';
  const { tenant } = await newSeller([['L', 1, 1]]);
  const records = recordsOf(tenant);
  await records.commit([create(MailRecipients, ID, ASKED)]);
  const spy = vi.spyOn(SESv2Client.prototype, 'send').mockImplementation((async () => {
    throw Object.assign(new Error('paused'), { name: 'SendingPausedException' });
  }) as never);
  const told = async (rev: number, before: Fields | undefined, after: Fields) => {
    const { batchItemFailures } = await handler(
      batchOf([{ tenant, kind: 'mail-recipient', id: ID, rev, after, ...(before ? { before } : {}) }]),
    );
    return [batchItemFailures.length, spy.mock.calls.length];
  };
  // The question is tried, and its message comes again; what the try has written of itself starts nothing.
  expect(await told(1, undefined, ASKED)).toEqual([1, 1]);
  expect(await told(2, ASKED, { ...ASKED, mail: 'sending' })).toEqual([0, 1]);
  expect(await told(3, { ...ASKED, mail: 'sending' }, ASKED)).toEqual([0, 1]);
  // Asked once more by a person: a question again.
  expect(await told(4, ASKED, { ...ASKED, askedAt: '2026-03-12T08:00:00.000Z', asks: 2 })).toEqual([1, 2]);
});
