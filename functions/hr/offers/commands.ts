import { offers } from '#api/hr/offers.ts';
import { type Application, Applications } from '#domain/hr/recruiting/application.ts';
import { isOfferOpen } from '#domain/hr/recruiting/offer.ts';
import { COMPANY_ID, Companies } from '#domain/platform/company/company.ts';
import { update } from '#kernel/record.ts';
import { plainQuery } from '#runtime/action.ts';
import { untilCommitted } from '#runtime/conflicts.ts';
import { serve } from '#runtime/http.ts';
import type { Records } from '#runtime/records.ts';
import { offerPage } from './offer-page.ts';
import { type OfferAsking, type OfferedApplication, openOffer } from './open-offer.ts';

const isOpen = ({ offer, stage }: OfferedApplication, now: Date): boolean => stage === 'offer' && isOfferOpen(offer, now.toISOString());

async function pageOf(records: Records, application: OfferedApplication, { path: { token }, now }: OfferAsking, late = false) {
  const company = await records.get(Companies, COMPANY_ID);
  return offerPage({ company, application, isOpen: isOpen(application, now), late }, token);
}

export const getJobOffer = plainQuery(offers.actions.getJobOffer, async (context) => {
  const { records, read } = openOffer(context, 'getJobOffer');
  return (await pageOf(records, await read(), context)) as never;
});

/** Only the answer is kept here, which needs nothing personal: who follows it makes the employee. */
export const answerJobOffer = plainQuery(offers.actions.answerJobOffer, async (context) => {
  const { records, read } = openOffer(context, 'answerJobOffer');
  const { answer } = context.query;
  let late = false;
  const application = await untilCommitted(async () => {
    const before = await read();
    late = !isOpen(before, context.now) && before.offer.answered?.answer !== answer;
    if (!isOpen(before, context.now)) return before;
    const offer = { ...before.offer, answered: { answer, at: context.now.toISOString() } };
    const stage: Application['stage'] = answer === 'yes' ? 'accepted' : 'withdrawn';
    return (await records.save([update(Applications, before, { ...before, offer, stage })])) as OfferedApplication;
  });
  return (await pageOf(records, application, context, late)) as never;
});

export const handler = serve(offers, { getJobOffer, answerJobOffer });
