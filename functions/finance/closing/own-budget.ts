import type { CloseSettingsInput } from '#domain/finance/closing/close-settings.ts';
import { OWN_BUDGET, withWords } from '#domain/finance/closing/own-check.ts';
import { refused } from '#kernel/errors.ts';
import type { Records } from '#runtime/records.ts';
import { periodsOf, readPeriods } from '../ledger/period-store.ts';

/** @throws DomainError `month_close.own_budget` (422) of words in a company that posts more in a month than may be read for them. */
export async function requireBudget(records: Records, fiscalYears: readonly string[], { own = [] }: CloseSettingsInput): Promise<void> {
  if (withWords(own).length === 0) return;
  const periods = await readPeriods(records, periodsOf(fiscalYears));
  const most = Math.max(0, ...periods.map(({ entries }) => entries));
  if (most > OWN_BUDGET)
    throw refused(
      'month_close.own_budget',
      `A month of this company has ${most} entries: words are looked for in ${OWN_BUDGET} at most. Leave the words out, and compare the accounts.`,
      'body.own',
      { entries: most, most: OWN_BUDGET },
    );
}
