import { questionText } from '#domain/automation/rules/consent-text.ts';
import { linkOf, MailRecipients } from '#domain/automation/rules/mail-recipient.ts';
import { COMPANY_ID, Companies } from '#domain/platform/company/company.ts';
import { update } from '#kernel/record.ts';
import { followChanges, type RecordChange } from '#runtime/changes.ts';
import { untilCommitted } from '#runtime/conflicts.ts';
import { WORKER } from '#runtime/record-item.ts';
import { Records } from '#runtime/records.ts';
import { mailSent } from './sent-mail.ts';

/** What this worker notes of its own mail asks for no other one: a question is told by when it was asked. */
const isQuestion = ({ before, after, again }: RecordChange): boolean =>
  again === true || before === undefined || before.state !== after?.state || before.askedAt !== after?.askedAt;

/** Sends the mail that asks an address whether it wants reports: once a question, kept before it leaves. */
export const handler = followChanges({
  code: 'ask-recipients',
  subject: (change) => ((change.after?.state ?? 'asked') === 'asked' && isQuestion(change) ? change.id : undefined),
  handle: async (tenant, id, changes) => {
    const records = new Records(tenant, { by: WORKER, request: changes.at(-1)?.request ?? id, action: 'askRecipients', at: new Date() });
    const [recipient, company] = [await records.get(MailRecipients, id), await records.getOrThrow(Companies, COMPANY_ID)];
    if (recipient?.state !== 'asked') return;
    // Cut off in between: it may have been sent, and a person may ask again.
    if (recipient.mail === 'sending') await records.commit([update(MailRecipients, recipient, { ...recipient, mail: 'unknown' })]);
    if (recipient.mail !== undefined) return;
    await records.commit([update(MailRecipients, recipient, { ...recipient, mail: 'sending' })]);
    const letter = questionText({ company: company.name, link: linkOf(tenant, recipient) });
    const mail = await mailSent({ to: recipient.address, replyTo: company.email, about: { tenant, record: id }, ...letter });
    await untilCommitted(async () => {
      const now = await records.get(MailRecipients, id);
      if (now?.mail !== 'sending') return;
      const { mail: _, ...rest } = now;
      await records.commit([update(MailRecipients, now, mail ? { ...rest, mail: mail.state } : rest)]);
    });
    if (!mail) throw new Error('SES takes no mail just now');
  },
});
