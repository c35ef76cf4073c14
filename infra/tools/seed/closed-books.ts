import { addMonths, type IsoDate, type Month, monthOf, yearOf } from '../../../shared/kernel/date.ts';
import { Failure } from '../local/failure.ts';
import { type Api, Refusal } from './api.ts';
import { calendar } from './calendar.ts';
import { euros } from './step.ts';

type Entry = readonly [key: string, day: string, text: string, debit: string, credit: string, cents: number];

/** What a company did in its first months: founded, helped by a grant, taxed at the 15 % of those that are new (LIS art. 29.1). */
const FIRST_MONTHS: readonly Entry[] = [
  ['founded', '10-01', 'Aportación de los socios a la constitución', '572', '100', 20_000_00],
  ['notary', '10-20', 'Notaría y registro', '623', '572', 1_250_00],
  ['grant', '11-30', 'Subvención a nuevas empresas', '572', '740', 3_000_00],
  ['charges', '12-31', 'Comisiones del banco del trimestre', '626', '572', 36_00],
  ['tax', '12-31', 'Impuesto sobre beneficios', '6300', '4752', 257_10],
];

/** The fiscal year before this one, with its few entries, closed. Not in the months in which this year's past reaches into it. */
export async function closeFirstYear(api: Api, today: IsoDate): Promise<void> {
  const year = String(Number(yearOf(today)) - 1);
  if (yearOf(calendar(today).first) === year) return;
  const { items } = await api.get<{ items: { year: string; state: string }[] }>('accountant', '/year-ends');
  if (items.find((item) => item.year === year)?.state === 'closed') return;
  for (const [key, day, text, debit, credit, cents] of FIRST_MONTHS) {
    const lines = [
      { account: debit, debit: euros(cents) },
      { account: credit, credit: euros(cents) },
    ];
    await api.post('accountant', '/journal-entries', `demo.first-year.${key}`, { date: `${year}-${day}`, text, lines });
  }
  await api.post('accountant', `/year-ends/${year}/closing`, 'demo.first-year.closing', {});
}

/** What the close of the month before would find: its checks are looked at, and nothing is closed. */
export const rehearseClose = (api: Api, today: IsoDate): Promise<unknown> =>
  api.post('accountant', '/month-closes', 'demo.close.rehearsed', { period: addMonths(monthOf(today), -1), rehearsal: true });

/** The last quarter that is over, and its months. */
function quarterBefore(today: IsoDate): { readonly period: string; readonly last: Month } {
  const month = monthOf(today);
  const last = addMonths(month, -((Number(month.slice(5)) - 1) % 3) - 1);
  return { period: `${yearOf(last)}-${Number(last.slice(5)) / 3}T`, last };
}

/** The return of VAT of the last quarter that is over, filed on the day that it was due, or today where that is not over. */
export async function fileLastQuarter(api: Api, today: IsoDate): Promise<void> {
  const { period, last } = quarterBefore(today);
  const draft = await api.get<{ missing: { code: string }[]; state?: string }>(
    'accountant',
    `/tax-returns/303?period=${period}&consistent=true`,
  );
  if (draft.missing.length > 0)
    throw new Failure(`the return of ${period} cannot be filed: ${draft.missing.map(({ code }) => code).join(', ')}`);
  const due = `${addMonths(last, 1)}-20`;
  const body = { period, justificante: '3036421975083', filedOn: due < today ? due : today };
  try {
    await api.post('accountant', '/tax-returns/303/filings', `demo.filing.${period}`, body);
  } catch (error) {
    // Filed already: by a seed before this one.
    if (!(error instanceof Refusal) || error.status !== 409) throw error;
  }
}
