import { dateIn } from '#kernel/date.ts';
import { missing } from '#kernel/errors.ts';
import { entryIdOf } from '#domain/finance/ledger/entry.ts';
import { pgcAccount } from '#domain/finance/ledger/chart-pgc.ts';
import { OwnAccounts, accountId } from '#domain/finance/ledger/own-account.ts';
import { COMPANY_ID, Companies } from '#domain/platform/company/company.ts';
import { query } from '#runtime/action.ts';
import { readAccountPage } from './account-ledger.ts';
import { ledger } from './module.ts';

export const getAccountLedger = query(ledger.actions.getAccountLedger, async ({ path: { code }, query: asked, records, now }) => {
  const company = await records.need(Companies, COMPANY_ID);
  if (!pgcAccount(code) && !(await records.get(OwnAccounts, accountId(code)))) throw missing('account.not_found', `There is no account ${code}.`, 'path.code');
  const to = asked.to ?? dateIn(company.timeZone, now);
  const from = asked.from ?? `${to.slice(0, 4)}-01-01`;
  const page = await readAccountPage(records, company.fiscalYears, code, { ...asked, from, to });
  const items = page.lines.map(({ item, line, balance }) => ({
    entryId: entryIdOf(item.document.id), date: item.document.entry.date, text: line.text ?? item.document.entry.text,
    source: { kind: item.kind, id: item.document.id },
    debit: Math.max(line.amount, 0), credit: Math.max(-line.amount, 0), balance, ...(line.party ? { party: line.party } : {}),
  }));
  return { account: code, from, to, opening: page.opening, items, ...(page.nextCursor ? { nextCursor: page.nextCursor } : {}) };
});
