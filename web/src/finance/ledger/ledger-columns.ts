import type { useT } from '../../i18n/i18n.ts';
import type { Column } from '../../list/spec.ts';
import type { Ledger } from './account-ledger.tsx';
import { sourceName } from './sources.ts';

type Line = Ledger['items'][number];

/** The columns of an account's ledger in a file. */
export const ledgerColumns = (t: ReturnType<typeof useT>, date: (iso: string) => string): Column<Line>[] => [
  { id: 'date', header: t('books.date'), cell: (line) => date(line.date), value: (line) => line.date },
  { id: 'text', header: t('books.text'), cell: ({ text }) => text, value: ({ text }) => text },
  {
    id: 'document',
    header: t('books.document'),
    cell: ({ source }) => sourceName(source, t),
    value: ({ source }) => sourceName(source, t),
  },
  { id: 'party', header: t('books.party'), cell: ({ party }) => party, value: ({ party = '' }) => party },
  { id: 'debit', header: t('books.debit'), cell: () => null, value: ({ debit }) => debit.amount, numeric: true },
  { id: 'credit', header: t('books.credit'), cell: () => null, value: ({ credit }) => credit.amount, numeric: true },
  { id: 'balance', header: t('books.balance'), cell: () => null, value: ({ balance }) => balance.amount, numeric: true },
];
