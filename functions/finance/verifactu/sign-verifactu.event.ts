import { VerifactuLog } from '#domain/finance/einvoice/verifactu-log.ts';
import { placeOf, VerifactuRecords } from '#domain/finance/einvoice/verifactu-record.ts';
import { SIGN, signatureId, VerifactuSignatures } from '#domain/finance/einvoice/verifactu-signature.ts';
import { Companies } from '#domain/platform/company/company.ts';
import { followChanges } from '#runtime/changes.ts';
import { untilCommitted } from '#runtime/conflicts.ts';
import { openRecords } from '#runtime/open-work.ts';
import { WORKER } from '#runtime/record-item.ts';
import { Records } from '#runtime/records.ts';
import { noteFailure } from '#runtime/rounds.ts';
import { companyAndDay } from '../../platform/service.ts';
import { chainHead } from '../einvoice/verifactu-chain.ts';
import { signEvents } from './event-log.ts';
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
    if (certified || changes.some(({ kind }) => kind === VerifactuLog.kind))
      await untilCommitted(async () => signEvents(records, (await companyAndDay(records, now)).company, now));
    await untilCommitted(() => signMissed(records, chained, now)).catch((error: unknown) =>
      noteFailure('sign-verifactu', { tenant }, error),
    );
  },
});

/** Most records of a gap that are signed at once. */
const MOST_MISSED = 2000;

/**
 * Signs what has been missed before: records that were chained before they were signed at all, and those of a change that was given up.
 * They stand together before the chained ones, or at the end of the chain when the company has changed. What fails here is told, and
 * keeps nothing else from being signed.
 */
async function signMissed(records: Records, chained: readonly number[], now: Date): Promise<void> {
  const { company } = await companyAndDay(records, now);
  if (!company.einvoicing?.verifactu) return;
  const end = chained.length > 0 ? Math.min(...chained) - 1 : (await chainHead(records)).length;
  const missed = await missedUpTo(records, end);
  if (missed.length > 0) await signRecords(missed, { records, company, now });
}

/** Places without a signature and without a wait for one, back from a place to the first that has either, ascending. */
async function missedUpTo(records: Records, end: number): Promise<number[]> {
  const missed: number[] = [];
  for (let step = 1, to = end; to > 0 && missed.length < MOST_MISSED; to -= step, step = BACK) {
    const places = Array.from({ length: Math.min(step, to) }, (_, i) => to - i);
    const rows = await records.getMany(VerifactuSignatures, places.map(signatureId), new Set());
    const seen = rows.findIndex((row) => row !== undefined);
    missed.push(...(seen < 0 ? places : places.slice(0, seen)));
    if (seen >= 0) break;
  }
  return missed.reverse();
}
/** The first look is at one place: mostly it is signed. */
const BACK = 100;

async function waitingPlaces(records: Records): Promise<number[]> {
  const places: number[] = [];
  for await (const { id } of openRecords(records, VerifactuSignatures, SIGN, {}, new Set())) places.push(placeOf(id));
  return places;
}
