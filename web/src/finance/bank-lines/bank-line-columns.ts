import type { Schemas } from '../../api/client.ts';
import type { useT } from '../../i18n/i18n.ts';
import { type ColumnOf, dayOf, money, state, text } from '../../list/columns.tsx';

type Line = Schemas['BankLineRow'];

/** Lines of a bank as every list shows them. */
export const lineColumns = (t: ReturnType<typeof useT>): readonly ColumnOf<Line>[] => [
  dayOf('date', ({ date }) => date, { header: t('banking.check.day'), indexed: true }),
  money('amount', ({ amount }) => amount, { header: t('banking.check.amount') }),
  dayOf('valueDate', ({ valueDate }) => valueDate, { header: t('banking.lines.valueDate'), hide: 'medium' }),
  text('party', ({ partyName }) => partyName, { header: t('banking.lines.party'), hide: 'narrow' }),
  text('text', (line) => line.text, { header: t('banking.check.what') }),
  text('reference', ({ reference }) => reference, { header: t('banking.lines.reference'), hide: 'medium' }),
  text('matched', ({ match }) => match?.parts.map((part) => part.number).join(', '), {
    header: t('banking.lines.matched'),
    hide: 'medium',
  }),
  state('bank-line', (line) => line.state, { hide: 'narrow' }),
];
