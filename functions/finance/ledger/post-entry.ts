import { ledger } from '#api/finance/ledger.ts';
import { accrualReversal, ManualEntries, type ManualEntry, manualLines } from '#domain/finance/ledger/manual-entry.ts';
import { entryDetail } from '#domain/finance/ledger/wire.ts';
import { type Change, create } from '#kernel/record.ts';
import { creates } from '#runtime/action.ts';
import { command } from '../../platform/service.ts';
import { requireDimensions } from '../analysis/dimensions.ts';
import { requireAccounts } from './account-store.ts';
import { openPosting } from './posting-session.ts';

export const postEntry = command(
  ledger.actions.postEntry,
  creates(ManualEntries, 'man'),
  async ({ body, today, records, newId, caller }) => {
    const lines = manualLines(body.lines);
    const { date = today, text, reverseOn } = body;
    const accounts = lines.map(({ account, foreign }) => ({ account, currency: foreign?.currency }));
    const [id, reversalId] = [newId('man'), newId('man', 'reversal')];
    const back = reverseOn === undefined ? undefined : accrualReversal(date, text, lines, reverseOn);
    const [posting, reversing] = await Promise.all([
      openPosting(records, { date, document: id, caller }),
      back && openPosting(records, { date: back.date, document: reversalId, caller, field: 'body.reverseOn' }),
      requireAccounts(records, accounts, date),
      requireDimensions(records, lines),
    ]);
    const entry = posting.add(text, lines);
    const reversal: Change[] = [];
    if (back && reversing) {
      const reversed: ManualEntry = { date: back.date, text: back.text, entry: reversing.add(back.text, back.lines), reverses: id };
      reversal.push(create(ManualEntries, reversalId, reversed), ...reversing.changes());
    }
    const linked = back ? { reversedBy: reversalId } : {};
    return [create(ManualEntries, id, { date, text, entry, ...linked }), ...posting.changes(), ...reversal];
  },
  (record) => entryDetail('manual-entry', record),
);
