import { type Entry, entryDraft } from '#domain/finance/ledger/entry.ts';
import { Gates, gateIdFor, post } from '#domain/finance/ledger/gate.ts';
import { ManualEntries, type ManualEntry, manualLines } from '#domain/finance/ledger/manual-entry.ts';
import { entryDetail } from '#domain/finance/ledger/wire.ts';
import { COMPANY_ID, Companies } from '#domain/platform/company/company.ts';
import { dateIn } from '#kernel/date.ts';
import { create } from '#kernel/record.ts';
import { command } from '#runtime/action.ts';
import { requireAccounts } from './account-store.ts';
import { stampsAtBirth } from './first-answer.ts';
import { ledger } from './module.ts';

export const postEntry = command(ledger.actions.postEntry, {
  evidence: ({ made }) => ({ type: ManualEntries, id: made('man'), how: 'make' as const }),
  answer: (record) => entryDetail('manual-entry', stampsAtBirth(record)),
  run: async ({ body, records, now, made }) => {
    const lines = manualLines(body.lines);
    const company = await records.need(Companies, COMPANY_ID);
    const date = body.date ?? dateIn(company.timeZone, now);
    const [gate] = await Promise.all([
      records.get(Gates, gateIdFor(date, made('man'))),
      requireAccounts(
        records,
        lines.map((line) => line.account),
        date,
      ),
    ]);
    const { entries, change } = post(gate, [entryDraft(date, body.text, lines)], true);
    return (
      await records.commit<ManualEntry>([create(ManualEntries, made('man'), { date, text: body.text, entry: entries[0] as Entry }), change])
    )[0];
  },
});
