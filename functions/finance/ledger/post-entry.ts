import { ledger } from '#api/finance/ledger.ts';
import { ManualEntries, manualLines } from '#domain/finance/ledger/manual-entry.ts';
import { entryDetail } from '#domain/finance/ledger/wire.ts';
import { create } from '#kernel/record.ts';
import { creates } from '#runtime/action.ts';
import { command } from '../../platform/service.ts';
import { requireAccounts } from './account-store.ts';
import { openPosting } from './posting-session.ts';

export const postEntry = command(
  ledger.actions.postEntry,
  creates(ManualEntries, 'man'),
  async ({ body, today, records, newId, caller }) => {
    const lines = manualLines(body.lines);
    const { date = today, text } = body;
    const accounts = lines.map((line) => line.account);
    const id = newId('man');
    const [posting] = await Promise.all([openPosting(records, { date, document: id, caller }), requireAccounts(records, accounts, date)]);
    return [create(ManualEntries, id, { date, text, entry: posting.add(text, lines) }), ...posting.changes()];
  },
  (record) => entryDetail('manual-entry', record),
);
