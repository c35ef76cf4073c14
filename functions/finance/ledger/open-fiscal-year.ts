import { gatesOfYear } from '#domain/finance/ledger/fiscal-year.ts';
import { Gates, LANES } from '#domain/finance/ledger/gate.ts';
import { COMPANY_ID, Companies, type CompanyData } from '#domain/platform/company/company.ts';
import { conflict } from '#kernel/errors.ts';
import { create, update } from '#kernel/record.ts';
import { command } from '#runtime/action.ts';
import { ledger } from './module.ts';

export const openFiscalYear = command(ledger.actions.openFiscalYear, {
  evidence: () => ({ type: Companies, id: COMPANY_ID, how: 'on' as const }),
  keepsRequest: true,
  answer: (_company, { body }) => ({
    year: body.year,
    periods: gatesOfYear(body.year)
      .filter((_, i) => i % LANES === 0)
      .map(({ data }) => ({ period: data.period, state: data.state, entries: 0 })),
  }),
  run: async ({ body, records }, company) => {
    if (company.fiscalYears.includes(body.year))
      throw conflict('fiscal_year.exists', `The fiscal year ${body.year} is open already.`, 'body.year', { year: body.year });
    const fiscalYears = [...company.fiscalYears, body.year].sort();
    const gates = gatesOfYear(body.year);
    // Setting the company up makes gates before the company itself; what a crash left of that is taken over.
    const there = await records.getMany(
      Gates,
      gates.map(({ id }) => id),
    );
    const made = gates.filter((_, i) => there[i] === undefined).map(({ id, data }) => create(Gates, id, data));
    return (
      await records.commit<CompanyData>([
        update(Companies, company, { ...company, fiscalYears }, { fiscalYears: [...company.fiscalYears] }),
        ...made,
      ])
    )[0];
  },
});
