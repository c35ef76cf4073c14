import type { IsoDate } from '#kernel/date.ts';

/** When a quarter's return is due, and which accounts hold what it pays. */
export interface TaxDue {
  readonly form: '303' | '111';
  /** `2026-3T`. */
  readonly period: string;
  readonly due: IsoDate;
}

/** Last days of quarterly returns (AEAT, calendario del contribuyente 2026; those of 2027 by the rule that a Saturday goes to the next working day). */
export const TAX_CALENDAR: readonly TaxDue[] = `
303 2025-4T 2026-01-30
303 2026-1T 2026-04-20
303 2026-2T 2026-07-20
303 2026-3T 2026-10-20
303 2026-4T 2027-02-01
111 2025-4T 2026-01-20
111 2026-1T 2026-04-20
111 2026-2T 2026-07-20
111 2026-3T 2026-10-20
111 2026-4T 2027-01-20`
  .trim()
  .split('\n')
  .map((row) => {
    const [form, period = '', due = ''] = row.split(' ');
    return { form: form as TaxDue['form'], period, due };
  });

/** Accounts whose credits less debits in the period the return pays: VAT 477 less 472; income tax withheld 4751. */
export const TAX_ACCOUNTS: Readonly<Record<TaxDue['form'], readonly string[]>> = { 303: ['477', '472'], 111: ['4751'] };
