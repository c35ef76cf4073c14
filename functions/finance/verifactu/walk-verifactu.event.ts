import { placeOf } from '#domain/finance/einvoice/verifactu-record.ts';
import { SIGN, signatureId, VerifactuSignatures } from '#domain/finance/einvoice/verifactu-signature.ts';
import { VerifactuWalks, WALK_ID } from '#domain/finance/einvoice/verifactu-walk.ts';
import { COMPANY_ID, Companies, type StoredCompany } from '#domain/platform/company/company.ts';
import { create, update } from '#kernel/record.ts';
import { untilCommitted } from '#runtime/conflicts.ts';
import { note } from '#runtime/log.ts';
import { openRows } from '#runtime/open-work.ts';
import { worker } from '#runtime/pipeline.ts';
import type { Records } from '#runtime/records.ts';
import { noteFailure, type RoundResult, roundHandler, type ScheduleEvent } from '#runtime/rounds.ts';
import { chainHead } from '../einvoice/verifactu-chain.ts';
import { signRecords } from './signed-records.ts';

const CODE = 'walk-verifactu';
/** Places that are looked at together. */
const PAGE = 100;
/** Places of one company in one night: whoever has more goes on the next, from where this one came to. */
const MOST = 10_000;

const round = roundHandler({ code: CODE, once: 'day', visit: walkCompany });

/**
 * Every night signs what the worker that follows the chain has missed, wherever it stands: holes with signed records behind them, long
 * rows, and what waited for a certificate that is there by now. What was seen once is not read again.
 */
export const handler = worker<ScheduleEvent | undefined, RoundResult>(CODE, async (event, clock) => {
  const result = await round(event, clock);
  note({ ...result });
  return result;
});

async function walkCompany(records: Records): Promise<number> {
  const company = await records.getOrThrow(Companies, COMPANY_ID);
  if (!company.einvoicing?.verifactu) return 0;
  const waiting = company.einvoicing.certificate ? await signWaiting(records, company) : 0;
  return waiting + (await signUnseen(records, company));
}

/** Those that wait for a certificate, in the order of the chain. */
async function signWaiting(records: Records, company: StoredCompany): Promise<number> {
  let [failed, left] = [0, MOST];
  for await (const rows of openRows(records.tenant, VerifactuSignatures, SIGN)) {
    const places = rows.slice(0, left).map(({ id }) => placeOf(id));
    failed += await signPage(records, company, places);
    left -= places.length;
    if (left <= 0) break;
  }
  return failed;
}

/**
 * What has neither a signature nor a wait for one, page by page. The place is kept after each, so that a run that ends early costs none, and
 * stays before the first page that failed: those behind are seen to all the same.
 */
async function signUnseen(records: Records, company: StoredCompany): Promise<number> {
  const [{ length }, walked] = await Promise.all([chainHead(records), records.get(VerifactuWalks, WALK_ID)]);
  const seen = walked?.seen ?? 0;
  const end = Math.min(length, seen + MOST);
  let failed = 0;
  for (let before = seen; before < end; before += PAGE) {
    const places = Array.from({ length: Math.min(PAGE, end - before) }, (_, i) => before + 1 + i);
    const rows = await records.getMany(VerifactuSignatures, places.map(signatureId), new Set());
    failed += await signPage(
      records,
      company,
      places.filter((_, i) => rows[i] === undefined),
    );
    if (failed === 0) await keepSeen(records, before + places.length);
  }
  return failed;
}

/** A page that fails is told; the night after tries it again. */
async function signPage(records: Records, company: StoredCompany, places: readonly number[]): Promise<number> {
  if (places.length === 0) return 0;
  return untilCommitted(() => signRecords(places, { records, company, now: records.stamp.at })).then(
    () => 0,
    (error: unknown) => noteFailure(CODE, { tenant: records.tenant, record: signatureId(places[0] ?? 0) }, error),
  );
}

const keepSeen = (records: Records, seen: number): Promise<unknown> =>
  untilCommitted(async () => {
    const walked = await records.get(VerifactuWalks, WALK_ID);
    if ((walked?.seen ?? 0) >= seen) return;
    await records.commit([walked ? update(VerifactuWalks, walked, { seen }) : create(VerifactuWalks, WALK_ID, { seen })]);
  });
