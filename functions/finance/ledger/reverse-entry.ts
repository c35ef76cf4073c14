import { dateIn } from '#kernel/date.ts';
import { missing, refused } from '#kernel/errors.ts';
import { create, update } from '#kernel/record.ts';
import { type Entry, entryDraft, reversed } from '#domain/finance/ledger/entry.ts';
import { Gates, gateIdFor, post } from '#domain/finance/ledger/gate.ts';
import { ManualEntries, type ManualEntry } from '#domain/finance/ledger/manual-entry.ts';
import { entryDetail } from '#domain/finance/ledger/wire.ts';
import { COMPANY_ID, Companies } from '#domain/platform/company/company.ts';
import { command } from '#runtime/action.ts';
import { stampsAtBirth } from './first-answer.ts';
import { ledger } from './module.ts';

export const reverseEntry = command(ledger.actions.reverseEntry, {
  evidence: ({ made }) => ({ type: ManualEntries, id: made('man'), how: 'make' as const }),
  answer: (record) => entryDetail('manual-entry', stampsAtBirth(record)),
  run: async ({ path, body, records, now, made }) => {
    const documentId = path.entryId.slice(3);
    if (!documentId.startsWith('man_'))
      throw refused('entry.of_document', 'This entry belongs to a document. Reverse the document: credit the invoice, refund or reverse the receipt, reverse the goods receipt.', 'path.entryId');
    const [company, original] = await Promise.all([records.need(Companies, COMPANY_ID), records.get(ManualEntries, documentId)]);
    if (!original) throw missing('entry.not_found', `There is no entry ${path.entryId}.`, 'path.entryId');
    if (original.reverses) throw refused('entry.is_reversal', 'A reversal is not reversed; post the entry again.', 'path.entryId');
    if (original.reversedBy) throw refused('entry.reversed', `The entry was reversed by je_${original.reversedBy}.`, 'path.entryId');
    const date = body.date ?? dateIn(company.timeZone, now);
    const text = `Anulación: ${original.text}`.slice(0, 140);
    const gate = await records.get(Gates, gateIdFor(date, made('man')));
    const { entries, change } = post(gate, [entryDraft(date, text, reversed(original.entry.lines))], true);
    const reversal = { date, text, entry: entries[0] as Entry, reverses: documentId, reason: body.reason };
    return (await records.commit<ManualEntry>([create(ManualEntries, made('man'), reversal), update(ManualEntries, original, { ...original, reversedBy: made('man') }), change]))[0];
  },
});
