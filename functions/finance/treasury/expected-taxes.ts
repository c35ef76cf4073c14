import { M303_FROM } from '#domain/finance/tax/m303.ts';
import { daysOfTaxPeriod, monthsOfTaxPeriod, periodBefore } from '#domain/finance/tax/tax-period.ts';
import { boxOfReturn } from '#domain/finance/tax/tax-return.ts';
import { withPaid } from '#domain/finance/tax/withheld-period.ts';
import { WITHHELD_OF_RENT } from '#domain/finance/tax/withholding-es.ts';
import { type ExpectedTax, expectedTax, TAX_CALENDAR, type TaxDue } from '#domain/finance/treasury/tax-calendar-es.ts';
import type { CompanyData } from '#domain/platform/company/company.ts';
import type { IsoDate } from '#kernel/date.ts';
import { DomainError } from '#kernel/errors.ts';
import type { Records } from '#runtime/records.ts';
import { readFilings, readReturn, readTaxes, standingReturn } from '../tax/return-reader.ts';
import { WithheldReader } from '../tax/withheld-reader.ts';

interface Asking {
  readonly records: Records;
  readonly company: Pick<CompanyData, 'fiscalYears' | 'address'>;
  readonly today: IsoDate;
}

export type TaxExpectation = TaxDue & ExpectedTax;

/** What a form's draft of a quarter comes to so far, to pay; 0 where nothing is, or nothing is known of it. Minor units. */
async function draftOf(asking: Asking, withheld: WithheldReader, form: TaxDue['form'], period: string): Promise<number> {
  if (!asking.company.fiscalYears.includes(period.slice(0, 4))) return 0;
  if (form === '303') return draftOf303(asking, period);
  const [posted, { facts, undeclared }] = await Promise.all([
    readTaxes(asking.records.tenant, monthsOfTaxPeriod(period)),
    withheld.read(period),
  ]);
  const sums = withPaid(posted, facts).filter(({ side }) => side === 'withheld');
  const sumWhere = (isRent: boolean) =>
    sums.reduce((sum, { code, tax }) => (WITHHELD_OF_RENT.includes(code) === isRent ? sum + tax : sum), 0n);
  // What no register holds is of wages.
  return Number(form === '115' ? sumWhere(true) : sumWhere(false) + undeclared);
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
  const { records, today } = asking;
  // Read once for both forms and all their periods.
  const withheld = new WithheldReader(records);
  const due = TAX_CALENDAR.filter((one) => one.due > today && one.due <= last && daysOfTaxPeriod(one.period).from <= today);
  const expectations = await Promise.all(
    due.map(async (one) => {
      const days = daysOfTaxPeriod(one.period);
      const [soFar, before] = await Promise.all([
        draftOf(asking, withheld, one.form, one.period),
        days.to < today ? 0 : draftOf(asking, withheld, one.form, periodBefore(one.period)),
      ]);
      return { ...one, ...expectedTax(soFar, before, { ...days, today }) };
    }),
  );
  return expectations.filter(({ low }) => low > 0);
}
