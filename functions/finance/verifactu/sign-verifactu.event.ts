import { placeOf, VerifactuRecords } from '#domain/finance/einvoice/verifactu-record.ts';
import { SIGN, VerifactuSignatures } from '#domain/finance/einvoice/verifactu-signature.ts';
import { Companies } from '#domain/platform/company/company.ts';
import { followChanges } from '#runtime/changes.ts';
import { untilCommitted } from '#runtime/conflicts.ts';
import { openRecords } from '#runtime/open-work.ts';
import { WORKER } from '#runtime/record-item.ts';
import { Records } from '#runtime/records.ts';
import { companyAndDay } from '../../platform/service.ts';
import { signRecords } from './signed-records.ts';

/** Signs records of Verifactu as they are chained; those that waited for a certificate, once the company has one. */
export const handler = followChanges({
  code: 'sign-verifactu',
  subject: ({ after }) => (after ? 'chain' : undefined),
  handle: async (tenant, _, changes) => {
    const now = new Date();
    const stamp = { by: WORKER, request: changes.at(-1)?.request ?? 'sign-verifactu', action: 'signVerifactu', at: now };
    const records = new Records(tenant, stamp);
    const chained = changes.filter(({ kind }) => kind === VerifactuRecords.kind).map(({ id }) => placeOf(id));
    const certified = changes.some(({ kind }) => kind === Companies.kind);
    await untilCommitted(async () => {
      const { company } = await companyAndDay(records, now);
      const waited = certified && company.einvoicing?.certificate ? await waitingPlaces(records) : [];
      const places = [...new Set([...waited, ...chained])].sort((a, b) => a - b);
      if (places.length > 0) await signRecords(places, { records, company, now });
    });
  },
});

async function waitingPlaces(records: Records): Promise<number[]> {
  const places: number[] = [];
  for await (const { id } of openRecords(records, VerifactuSignatures, SIGN, {}, new Set())) places.push(placeOf(id));
  return places;
}
