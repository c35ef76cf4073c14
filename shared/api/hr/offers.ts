import * as z from 'zod/mini';
import { OFFER_ANSWERS, OFFER_TOKEN } from '#domain/hr/recruiting/offer.ts';
import { defineModule } from '#kernel/action.ts';

const OfferPath = z.strictObject({ token: z.string().check(z.maxLength(120), z.regex(OFFER_TOKEN, 'must be the token of a link')) });

/** Pages for whoever is offered a job, and belongs to no company yet: the link is what lets them in. */
export const offers = defineModule('hr/offers', 'Job offers', {
  getJobOffer: {
    route: 'GET /job-offers/{token}',
    summary: 'Get the page of a job offer',
    description: 'It changes nothing: programs that look at mails open links as well.',
    permission: 'public',
    profile: 'commands',
    path: OfferPath,
    output: z.string(),
    produces: 'text/html',
    errors: ['offer.not_found'],
  },
  getJobOfferLetter: {
    route: 'GET /job-offers/{token}/letter',
    summary: 'Get a job offer as a letter (PDF)',
    permission: 'public',
    profile: 'print',
    path: OfferPath,
    output: z.string(),
    produces: 'application/pdf',
    errors: ['offer.not_found'],
  },
  answerJobOffer: {
    route: 'POST /job-offers/{token}',
    summary: 'Accept or decline a job offer, once: whoever accepts becomes an employee, and their onboarding begins',
    description: 'A page in any case: what was answered or has run out is answered by a page (422) that says so and whom to ask.',
    permission: 'public',
    profile: 'commands',
    path: OfferPath,
    query: z.strictObject({ answer: z.enum(OFFER_ANSWERS) }),
    output: z.string(),
    produces: 'text/html',
    status: 200,
    errors: ['offer.not_found'],
  },
});
