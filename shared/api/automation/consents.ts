import * as z from 'zod/mini';
import { LINK_TOKEN } from '#domain/automation/rules/mail-recipient.ts';
import { defineModule } from '#kernel/action.ts';

const ConsentPath = z.strictObject({ token: z.string().check(z.maxLength(120), z.regex(LINK_TOKEN, 'must be the token of a link')) });

/** Pages for whoever gets mails of a company's rules, and belongs to no company: the link in their mail is what lets them in. */
export const consents = defineModule('automation/consents', 'Mail consents', {
  getMailConsent: {
    route: 'GET /mail-consents/{token}',
    summary: 'Get the page that asks whether an address wants reports of a company',
    description: 'It changes nothing: programs that look at mails open links as well.',
    permission: 'public',
    profile: 'commands',
    path: ConsentPath,
    output: z.string(),
    produces: 'text/html',
    errors: ['consent.not_found'],
  },
  answerMailConsent: {
    route: 'POST /mail-consents/{token}',
    summary: 'Answer it: yes, or, without an answer, no more mails (RFC 8058)',
    permission: 'public',
    profile: 'commands',
    path: ConsentPath,
    query: z.strictObject({ answer: z.optional(z.enum(['yes', 'no'])) }),
    output: z.string(),
    produces: 'text/html',
    errors: ['consent.not_found', 'consent.expired'],
  },
});
