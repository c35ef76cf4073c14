import { creditNoteSeries, invoiceSeries, numberIn } from '#domain/finance/receivables/invoice.ts';

export type Kind = 'invoice' | 'simplified' | 'creditNote';

function series(kind: Kind, year: string) {
  const first = `${year}-01-01`;
  return kind === 'creditNote' ? creditNoteSeries(first) : invoiceSeries(first, { form: kind === 'simplified' ? 'simplified' : 'full' });
}

/** `F2026`. */
export const seriesOf = (kind: Kind, year: string): string => `${series(kind, year).letter}${year}`;

/** The number after this one, by the domain's own rule; the first of the year where there is none. */
export const nextNumber = (kind: Kind, year: string, last: string | undefined): string =>
  numberIn(series(kind, year), last === undefined ? 1 : Number(last.slice(last.lastIndexOf('-') + 1)) + 1);
