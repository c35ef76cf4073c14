import { timingSafeEqual } from 'node:crypto';
import { consents } from '#api/automation/consents.ts';
import { isAnswerable, LINK_TOKEN, linkToken, MailRecipients, type StoredRecipient } from '#domain/automation/rules/mail-recipient.ts';
import { COMPANY_ID, Companies } from '#domain/platform/company/company.ts';
import { missing, refused } from '#kernel/errors.ts';
import { update } from '#kernel/record.ts';
import { plainQuery } from '#runtime/action.ts';
import { untilCommitted } from '#runtime/conflicts.ts';
import { serve } from '#runtime/http.ts';
import { Records } from '#runtime/records.ts';
import { type Consent, consentPage } from './consent-page.ts';

interface Asking {
  readonly path: { readonly token: string };
  readonly now: Date;
  readonly request: string;
}

const notFound = () => missing('consent.not_found', 'There is nothing behind this link, or no more.', 'path.token');

/** Whose mailbox a link is from. The token alone names company and record: what it proves is compared before anything is told. */
async function open({ path: { token }, now, request }: Asking, action: string) {
  const [, tenant = '', id = '', secret = ''] = LINK_TOKEN.exec(token) ?? [];
  const records = new Records(tenant, { by: 'recipient', request, action, at: now });
  const read = async (): Promise<StoredRecipient> => {
    const recipient = await records.get(MailRecipients, `mrc_${id}`);
    const held = Buffer.from(recipient?.secret ?? ''.padEnd(43));
    if (!recipient || held.length !== secret.length || !timingSafeEqual(held, Buffer.from(secret))) throw notFound();
    return recipient;
  };
  return { tenant, records, read };
}

async function pageOf(records: Records, recipient: StoredRecipient, now: Date) {
  const company = await records.get(Companies, COMPANY_ID);
  const { address, state } = recipient;
  const consent: Consent = { company: company?.name ?? '', address, state, mayConfirm: isAnswerable(recipient, now) };
  return consentPage(consent, linkToken(records.tenant, recipient));
}

export const getMailConsent = plainQuery(consents.actions.getMailConsent, async (context) => {
  const { records, read } = await open(context, 'getMailConsent');
  return (await pageOf(records, await read(), context.now)) as never;
});

export const answerMailConsent = plainQuery(consents.actions.answerMailConsent, async (context) => {
  const { records, read } = await open(context, 'answerMailConsent');
  const state = context.query?.answer === 'yes' ? ('confirmed' as const) : ('stopped' as const);
  const recipient = await untilCommitted(async () => {
    const before = await read();
    if (before.state === state) return before;
    if (state === 'confirmed' && !isAnswerable(before, context.now))
      throw refused('consent.expired', 'The question is too old: have the company ask again.', 'path.token');
    await records.commit([update(MailRecipients, before, { ...before, state })]);
    return { ...before, state };
  });
  return (await pageOf(records, recipient, context.now)) as never;
});

export const handler = serve(consents, { getMailConsent, answerMailConsent });
