import { Failure } from '../local/failure.ts';
import type { Api } from './api.ts';
import { cents, euros, type WireMoney } from './step.ts';

interface TrialBalance {
  readonly rows: readonly { readonly account: string; readonly closing: WireMoney }[];
}

interface AssetTie {
  readonly rows: readonly { readonly account: string; readonly books: WireMoney; readonly assets: WireMoney }[];
}

/**
 * Whether the demo company's books hold: debits equal credits, account 300 is what the stock is worth, account 430 is
 * what customers owe, accounts 400 and 410 what suppliers are owed, those of fixed assets what these add up to. @throws Failure naming the two figures that differ.
 */
export async function requireTieOuts(api: Api, name: string): Promise<void> {
  const [trial, stock, owed, owing] = await Promise.all([
    api.get<TrialBalance>('auditor', '/trial-balance?consistent=true'),
    api.get<{ value: WireMoney }>('auditor', '/stock-valuation'),
    api.get<{ receivable: WireMoney }>('auditor', '/receivables'),
    api.get<{ payable: WireMoney }>('auditor', '/payables'),
  ]);
  const balance = (account?: string): number =>
    trial.rows.filter((row) => account === undefined || row.account === account).reduce((sum, row) => sum + cents(row.closing), 0);
  requireEqual(name, 'the sum of all debits less credits', balance(), 'zero', 0);
  requireEqual(name, 'account 300', balance('300'), 'the stock valuation', cents(stock.value));
  requireEqual(name, 'account 430', balance('430'), 'the receivables', cents(owed.receivable));
  requireEqual(
    name,
    'accounts 400, 410 and 4650',
    balance('400') + balance('410') + balance('4650'),
    'the payables',
    -cents(owing.payable),
  );
  // After the trial balance, which has waited until everything is counted.
  const fixed = await api.get<AssetTie>('auditor', '/assets/reconciliation');
  for (const { account, books, assets } of fixed.rows)
    requireEqual(name, `account ${account}`, cents(books), 'the fixed assets', cents(assets));
}

function requireEqual(name: string, what: string, value: number, other: string, wanted: number): void {
  if (value !== wanted)
    throw new Failure(
      `the books of ${name} do not agree: ${what} is ${euros(value).amount}, ${other} ${euros(wanted).amount}; start over with npm start -- --fresh`,
    );
}
