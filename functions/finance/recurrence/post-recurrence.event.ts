import { ManualEntries } from '#domain/finance/ledger/manual-entry.ts';
import { RECUR, RecurringEntries, recurred, type StoredRecurringEntry } from '#domain/finance/ledger/recurring-entry.ts';
import { COMPANY_ID, Companies } from '#domain/platform/company/company.ts';
import { dateIn, type IsoDate } from '#kernel/date.ts';
import { DomainError } from '#kernel/errors.ts';
import { create, update } from '#kernel/record.ts';
import { untilCommitted } from '#runtime/conflicts.ts';
import { idFrom } from '#runtime/fingerprint.ts';
import { note } from '#runtime/log.ts';
import { openRecords } from '#runtime/open-work.ts';
import { worker } from '#runtime/pipeline.ts';
import type { Records } from '#runtime/records.ts';
import { noteFailure, type RoundResult, roundHandler, type ScheduleEvent } from '#runtime/rounds.ts';
import { requireAccounts } from '../ledger/account-store.ts';
import { openPosting } from '../service.ts';

const CODE = 'post-recurrence';
const round = roundHandler({ code: CODE, once: 'day', visit: postCompany });

/** Every day posts what is due of each company's recurring entries, from the index of what is open alone. */
export const handler = worker<ScheduleEvent | undefined, RoundResult>(CODE, async (event, clock) => {
  const result = await round(event, clock);
  note({ ...result });
  return result;
});

async function postCompany(records: Records): Promise<number> {
  const company = await records.getOrThrow(Companies, COMPANY_ID);
  const today = dateIn(company.timeZone, records.stamp.at);
  const unreadable = new Set<string>();
  const due: string[] = [];
  for await (const { id } of openRecords(records, RecurringEntries, RECUR, { to: `${today}~` }, unreadable)) due.push(id);
  let failed = unreadable.size;
  for (const id of due)
    try {
      while (await postNext(records, id, today)) void 0;
    } catch (error) {
      failed += noteFailure(CODE, { tenant: records.tenant, record: id }, error);
    }
  return failed;
}

/** Posts the next of them that is due, once: its id is made of its day. @returns whether another may be due. */
const postNext = (records: Records, id: string, today: IsoDate): Promise<boolean> =>
  untilCommitted(async () => {
    const recurring = await records.get(RecurringEntries, id);
    const date = recurring?.next;
    if (!recurring || date === undefined || date > today) return false;
    const entryId = idFrom('man', records.tenant, `${id} ${date}`);
    try {
      const { text, lines } = recurring;
      const accounts = lines.map(({ account }) => account);
      const [posting] = await Promise.all([openPosting(records, { date, document: entryId }), requireAccounts(records, accounts, date)]);
      const entry = { date, text, entry: posting.add(text, lines), recurring: id };
      await records.commit([
        create(ManualEntries, entryId, entry),
        update(RecurringEntries, recurring, recurred(recurring, date, entryId) as StoredRecurringEntry),
        ...posting.changes(),
      ]);
      return true;
    } catch (error) {
      // A period or an account that is not open: it is told on the record, and tried again tomorrow.
      if (!(error instanceof DomainError && /^(period|account)\./.test(error.code))) throw error;
      if (recurring.stuck !== error.code) await records.commit([update(RecurringEntries, recurring, { ...recurring, stuck: error.code })]);
      return false;
    }
  });
