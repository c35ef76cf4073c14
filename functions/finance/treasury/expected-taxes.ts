import { exactly } from '#domain/finance/ledger/trial-balance.ts';
import { M303_FROM } from '#domain/finance/tax/m303.ts';
import { daysOfTaxPeriod, monthsOfTaxPeriod, periodBefore } from '#domain/finance/tax/tax-period.ts';
import { boxOfReturn } from '#domain/finance/tax/tax-return.ts';
import { WITHHELD_OF_RENT } from '#domain/finance/tax/withholding-es.ts';
import { type ExpectedTax, expectedTax, TAX_CALENDAR, type TaxDue } from '#domain/finance/treasury/tax-calendar-es.ts';
import type { CompanyData } from '#domain/platform/company/company.ts';
import type { IsoDate } from '#kernel/date.ts';
import { DomainError } from '#kernel/errors.ts';
import type { Records } from '#runtime/records.ts';
import { readTrialBalances } from '../ledger/trial-store.ts';
import { readFilings, readReturn, readTaxes, standingReturn } from '../tax/return-reader.ts';

interface Asking {
  readonly records: Records;
  readonly company: Pick<CompanyData, 'fiscalYears' | 'address'>;
  readonly today: IsoDate;
}

export type TaxExpectation = TaxDue & ExpectedTax;

/** What a form's draft of a quarter comes to so far, to pay; 0 where nothing is, or nothing is known of it. Minor units. */
async function draftOf({ records, company, today }: Asking, form: TaxDue['form'], period: string): Promise<number> {
  if (!company.fiscalYears.includes(period.slice(0, 4))) return 0;
  if (form === '303') return draftOf303({ records, company, today }, period);
  const taxes = await readTaxes(records.tenant, monthsOfTaxPeriod(period));
  const rents = taxes.reduce((sum, { side, code, tax }) => (side === 'withheld' && WITHHELD_OF_RENT.includes(code) ? sum + tax : sum), 0n);
  if (form === '115') return Number(rents);
  // What else is withheld, of wages too, is what the account holds beyond.
  const { value } = await readTrialBalances(records, company.fiscalYears, [daysOfTaxPeriod(period)], false);
  const held = (value[0] ?? []).filter(({ account }) => account.startsWith('4751'));
  return Number(held.reduce((sum, { credit }) => sum + exactly(credit), 0n) - rents);
}

async function draftOf303(asking: Asking, period: string): Promise<number> {
  if (daysOfTaxPeriod(period).from < M303_FROM) return 0;
  const filed = standingReturn(await readFilings(asking.records, period));
  if (filed) return boxOfReturn(filed, '71');
  try {
    const { draft } = await readReturn({ ...asking, period, consistent: false });
    return Number(draft.boxes.find(({ box }) => box === '71')?.amount ?? 0);
  } catch (error) {
    if (error instanceof DomainError) return 0;
    throw error;
  }
}

/** The returns that fall due after today and by a last day, of periods that have begun, with what each is expected to take. */
export async function expectedTaxes(asking: Asking, last: IsoDate): Promise<TaxExpectation[]> {
  const { today } = asking;
  const due = TAX_CALENDAR.filter((one) => one.due > today && one.due <= last && daysOfTaxPeriod(one.period).from <= today);
  const expectations = await Promise.all(
    due.map(async (one) => {
      const days = daysOfTaxPeriod(one.period);
      const [soFar, before] = await Promise.all([
        draftOf(asking, one.form, one.period),
        days.to < today ? 0 : draftOf(asking, one.form, periodBefore(one.period)),
      ]);
      return { ...one, ...expectedTax(soFar, before, { ...days, today }) };
    }),
  );
  return expectations.filter(({ low }) => low > 0);
}
