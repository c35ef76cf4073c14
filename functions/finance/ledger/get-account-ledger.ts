import { entryIdOf } from '#domain/finance/ledger/entry.ts';
import { COMPANY_ID, Companies } from '#domain/platform/company/company.ts';
import { dateIn } from '#kernel/date.ts';
import { invalid } from '#kernel/errors.ts';
import { query } from '#runtime/action.ts';
import { type AccountLine, readAccountPage } from './account-ledger.ts';
import { needAccount } from './account-store.ts';
import { ledger } from './module.ts';

export const getAccountLedger = query(ledger.actions.getAccountLedger, async ({ path: { code }, query: asked, records, now }) => {
  const [company] = await Promise.all([records.need(Companies, COMPANY_ID), needAccount(records, code)]);
  const to = asked.to ?? dateIn(company.timeZone, now);
  const from = asked.from ?? `${to.slice(0, 4)}-01-01`;
  if (from > to) throw invalid('range.backwards', 'The range ends before it begins.', 'query.from');
  const { lines, ...page } = await readAccountPage(records, company.fiscalYears, {
    ...asked,
    account: code,
    from,
    to,
    consistent: asked.consistent === 'true',
  });
  return { account: code, from, to, ...page, items: lines.map(lineView) };
});

const lineView = ({ item: { document }, line, balance }: AccountLine) => ({
  entryId: entryIdOf(document.id),
  date: document.entry.date,
  text: line.text ?? document.entry.text,
  source: { kind: document.kind, id: document.id },
  debit: Math.max(line.amount, 0),
  credit: Math.max(-line.amount, 0),
  balance,
  ...(line.party ? { party: line.party } : {}),
});
