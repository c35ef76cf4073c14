import { ledger } from '#api/finance/ledger.ts';
import { PeriodSequences, sequencesOfYear } from '#domain/finance/ledger/period-sequence.ts';
import { COMPANY_ID, Companies } from '#domain/platform/company/company.ts';
import { conflict } from '#kernel/errors.ts';
import { create, update } from '#kernel/record.ts';
import { on } from '#runtime/action.ts';
import { command } from '../../platform/service.ts';
import { periodsOf, readPeriods } from './period-store.ts';

export const openFiscalYear = command(
  ledger.actions.openFiscalYear,
  on(Companies, () => COMPANY_ID),
  async ({ body, records }, company) => {
    if (company.fiscalYears.includes(body.year))
      throw conflict('fiscal_year.exists', `The fiscal year ${body.year} is already open.`, 'body.year', { year: body.year });
    const fiscalYears = [...company.fiscalYears, body.year].sort();
    const sequences = sequencesOfYear(body.year);
    // Setting the company up makes sequences before the company itself; what a crash left of that is taken over.
    const existing = await records.getMany(
      PeriodSequences,
      sequences.map(({ id }) => id),
    );
    const missing = sequences.filter((_, i) => existing[i] === undefined).map(({ id, data }) => create(PeriodSequences, id, data));
    return [update(Companies, company, { ...company, fiscalYears }, { fiscalYears: [...company.fiscalYears] }), ...missing];
  },
  async (_company, { body: { year }, records }) => ({ year, periods: await readPeriods(records, periodsOf([year])) }),
);
