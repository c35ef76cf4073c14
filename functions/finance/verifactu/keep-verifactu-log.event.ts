import { isSummaryDue, type LogAbout, type LogType, logId, MAX_SUMMED, VerifactuLog } from '#domain/finance/einvoice/verifactu-log.ts';
import { COMPANY_ID, Companies, type StoredCompany } from '#domain/platform/company/company.ts';
import { untilCommitted } from '#runtime/conflicts.ts';
import { note } from '#runtime/log.ts';
import { worker } from '#runtime/pipeline.ts';
import type { Records } from '#runtime/records.ts';
import { type RoundResult, roundHandler, type ScheduleEvent } from '#runtime/rounds.ts';
import { EventLog, recordSums, signEvents } from './event-log.ts';

const CODE = 'keep-verifactu-log';
const round = roundHandler({ code: CODE, visit: keepLog });

/** Every hour notes of each company that keeps records that its system began or ended, and the summary that is due every six hours. */
export const handler = worker<ScheduleEvent | undefined, RoundResult>(CODE, async (event, clock) => {
  const result = await round(event, clock);
  note({ ...result });
  return result;
});

async function keepLog(records: Records): Promise<number> {
  const company = await records.getOrThrow(Companies, COMPANY_ID);
  if (!company.einvoicing?.verifactu) return 0;
  await untilCommitted(() => noteRun(records, company));
  await untilCommitted(() => signEvents(records, company, records.stamp.at));
  return 0;
}

async function noteRun(records: Records, company: StoredCompany): Promise<void> {
  const log = await EventLog.open(records, company);
  const { last } = log.end;
  const ends = log.running && !log.isOn;
  if (last && (ends || isSummaryDue(last, log.chained, records.stamp.at))) log.add('10', await summaryOf(records, log));
  // It ends once all that it has recorded is summed up.
  if (ends && log.end.last?.summed.records === log.chained) log.add('02');
  if (log.changes().length > 0) await records.commit([...log.changes()]);
}

/** What was recorded since the summary before, which is the first of these events; before the first, since the chain began. */
async function summaryOf(records: Records, { end, chained }: EventLog): Promise<LogAbout> {
  const since = end.last?.summed ?? { events: 0, records: 0 };
  const last = Math.min(chained, since.records + MAX_SUMMED);
  const places = Array.from({ length: end.length - since.events }, (_, i) => logId(since.events + 1 + i));
  const counts = new Map<LogType, number>();
  // One that is made in this action is not in the table yet: it is the last.
  const entries = (await records.getMany(VerifactuLog, places, new Set())).map(
    (entry, i) => entry ?? (i === places.length - 1 ? end.last : undefined),
  );
  for (const entry of entries) if (entry) counts.set(entry.type, (counts.get(entry.type) ?? 0) + 1);
  return {
    ...(last > since.records ? { first: since.records + 1, last } : {}),
    ...(await recordSums(records, since.records + 1, last)),
    events: [...counts].map(([type, count]) => ({ type, count })).sort((a, b) => a.type.localeCompare(b.type)),
  };
}
