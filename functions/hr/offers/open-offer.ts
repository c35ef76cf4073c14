import { createHash, timingSafeEqual } from 'node:crypto';
import { Applications, type StoredApplication } from '#domain/hr/recruiting/application.ts';
import { OFFER_TOKEN, type Offer } from '#domain/hr/recruiting/offer.ts';
import { missing } from '#kernel/errors.ts';
import { Records } from '#runtime/records.ts';

export interface OfferAsking {
  readonly path: { readonly token: string };
  readonly now: Date;
  readonly request: string;
}
export type OfferedApplication = StoredApplication & { readonly offer: Offer };
const notFound = () =>
  missing('offer.not_found', 'There is nothing behind this link, or no more: ask the company for a new one.', 'path.token');
const proofOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');
const same = (held: string, given: string): boolean =>
  held.length === given.length && timingSafeEqual(Buffer.from(held, 'hex'), Buffer.from(given, 'hex'));

/** Whose link it is. The token alone names company and application: what it proves is compared before anything is told. */
export function openOffer({ path: { token }, now, request }: OfferAsking, action: string) {
  const [, tenant = '', id = '', secret = ''] = OFFER_TOKEN.exec(token) ?? [];
  const records = new Records(tenant, { by: 'candidate', request, action, at: now });
  const read = async (): Promise<OfferedApplication> => {
    const application = await records.get(Applications, `apl_${id}`);
    const isTheirs = same(application?.offer?.proof ?? ''.padEnd(64, '0'), proofOf(secret));
    if (!application?.offer || !isTheirs) throw notFound();
    return application as OfferedApplication;
  };
  return { records, read };
}
