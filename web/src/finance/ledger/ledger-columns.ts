import type { useT } from '../../i18n/i18n.ts';
import { type ColumnOf, date, money, text } from '../../list/columns.tsx';
import { sourceName } from './sources.ts';
import type { Ledger } from './use-ledger.ts';

/** The columns of an account's ledger in a file. */
export const ledgerColumns = (t: ReturnType<typeof useT>): readonly ColumnOf<Ledger['items'][number]>[] => [
  date(),
  text('text', (line) => line.text, { header: t('books.text') }),
  text('document', ({ source }) => sourceName(source, t), { header: t('books.document') }),
  text('party', ({ party }) => party, { header: t('books.party') }),
  money('debit', ({ debit }) => debit, { header: t('books.debit') }),
  money('credit', ({ credit }) => credit, { header: t('books.credit') }),
  money('balance', ({ balance }) => balance, { header: t('books.balance') }),
];
