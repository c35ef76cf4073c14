import type { Entry } from '#domain/finance/ledger/entry.ts';
import { Gates, gateIdFor, post } from '#domain/finance/ledger/gate.ts';
import { ManualEntries, type ManualEntry, reversalDraft } from '#domain/finance/ledger/manual-entry.ts';
import { entryDetail } from '#domain/finance/ledger/wire.ts';
import { COMPANY_ID, Companies } from '#domain/platform/company/company.ts';
import { dateIn } from '#kernel/date.ts';
import { create, update } from '#kernel/record.ts';
import { command } from '#runtime/action.ts';
import { needManualEntry } from './entry-store.ts';
import { stampsAtBirth } from './first-answer.ts';
import { ledger } from './module.ts';

export const reverseEntry = command(ledger.actions.reverseEntry, {
  evidence: ({ made }) => ({ type: ManualEntries, id: made('man'), how: 'make' as const }),
  answer: (record) => entryDetail('manual-entry', stampsAtBirth(record)),
  run: async ({ path, body, records, now, made }) => {
    const [company, original] = await Promise.all([records.need(Companies, COMPANY_ID), needManualEntry(records, path.entryId)]);
    const draft = reversalDraft(original, body.date, dateIn(company.timeZone, now));
    const gate = await records.get(Gates, gateIdFor(draft.date, made('man')));
    const { entries, change } = post(gate, [draft], true);
    const reversal = { date: draft.date, text: draft.text, entry: entries[0] as Entry, reverses: original.id, reason: body.reason };
    return (
      await records.commit<ManualEntry>([
        create(ManualEntries, made('man'), reversal),
        update(ManualEntries, original, { ...original, reversedBy: made('man') }),
        change,
      ])
    )[0];
  },
});
