import { createHash, timingSafeEqual } from 'node:crypto';
import { offers } from '#api/hr/offers.ts';
import { type Application, Applications, type StoredApplication } from '#domain/hr/recruiting/application.ts';
import { isOfferOpen, OFFER_TOKEN, type Offer } from '#domain/hr/recruiting/offer.ts';
import { COMPANY_ID, Companies } from '#domain/platform/company/company.ts';
import { missing } from '#kernel/errors.ts';
import { update } from '#kernel/record.ts';
import { plainQuery } from '#runtime/action.ts';
import { untilCommitted } from '#runtime/conflicts.ts';
import { serve } from '#runtime/http.ts';
import { Records } from '#runtime/records.ts';
import { offerPage } from './offer-page.ts';

interface Asking {
  readonly path: { readonly token: string };
  readonly now: Date;
  readonly request: string;
}
type Offered = StoredApplication & { readonly offer: Offer };
const notFound = () =>
  missing('offer.not_found', 'There is nothing behind this link, or no more: ask the company for a new one.', 'path.token');
const proofOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');
const same = (held: string, given: string): boolean =>
  held.length === given.length && timingSafeEqual(Buffer.from(held, 'hex'), Buffer.from(given, 'hex'));

/** Whose link it is. The token alone names company and application: what it proves is compared before anything is told. */
function openOffer({ path: { token }, now, request }: Asking, action: string) {
  const [, tenant = '', id = '', secret = ''] = OFFER_TOKEN.exec(token) ?? [];
  const records = new Records(tenant, { by: 'candidate', request, action, at: now });
  const read = async (): Promise<Offered> => {
    const application = await records.get(Applications, `apl_${id}`);
    const isTheirs = same(application?.offer?.proof ?? ''.padEnd(64, '0'), proofOf(secret));
    if (!application?.offer || !isTheirs) throw notFound();
    return application as Offered;
  };
  return { records, read };
}

const isOpen = ({ offer, stage }: Offered, now: Date): boolean => stage === 'offer' && isOfferOpen(offer, now.toISOString());

async function pageOf(records: Records, application: Offered, { path: { token }, now }: Asking, late = false) {
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
    return (await records.save([update(Applications, before, { ...before, offer, stage })])) as Offered;
  });
  return (await pageOf(records, application, context, late)) as never;
});

export const handler = serve(offers, { getJobOffer, answerJobOffer });
