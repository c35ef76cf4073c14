import { type EXPENSE_KINDS, EXPENSE_TAX_CODES } from '#domain/finance/expenses/expense-claim.ts';
import type { Schemas } from '../../api/client.ts';
import type { Body, Row } from '../../api/contract.ts';
import { euros, typedCents } from '../../api/money.ts';
import { today } from '../../i18n/format.ts';

export type ExpenseKind = (typeof EXPENSE_KINDS)[number];

/** What is typed of one expense: all of it text. */
export interface ExpenseLine {
  readonly key: number;
  readonly date: string;
  readonly kind: ExpenseKind;
  readonly text: string;
  readonly amount: string;
  readonly km: string;
  readonly account: string;
  /** It is by an invoice in the company's name. */
  readonly invoiced: boolean;
  readonly number: string;
  readonly issuer: string;
  readonly taxId: string;
  readonly taxCode: (typeof EXPENSE_TAX_CODES)[number];
  /** The document that came in of it. */
  readonly documentId: string;
}

export const blankLine = (key: number, date = today()): ExpenseLine => ({
  ...{ key, date, kind: 'travel', text: '', amount: '', km: '', account: '' },
  ...{ invoiced: false, number: '', issuer: '', taxId: '', taxCode: EXPENSE_TAX_CODES[0], documentId: '' },
});

type Receipt = Pick<Schemas['Document'], 'id' | 'expense'>;

/** The lines of a claim as a receipt that came in tells them. */
export const linesOfReceipt = ({ id, expense }: Receipt): ExpenseLine[] =>
  (expense?.lines ?? [{ kind: 'other' }]).map(({ date = '', kind, text = '', amount, invoice }, i) => ({
    ...{ ...blankLine(i + 1, date), documentId: id },
    ...{ kind: kind as ExpenseKind, text, amount: amount?.amount ?? '' },
    ...(invoice ? { invoiced: true, ...invoice, taxCode: invoice.taxCode as ExpenseLine['taxCode'] } : {}),
  }));

const hasInvoice = ({ kind, invoiced }: ExpenseLine): boolean => invoiced && kind !== 'mileage';

/** Whether a line says all that it must. */
export const isWhole = (line: ExpenseLine): boolean =>
  line.date !== '' &&
  (line.kind === 'mileage' ? Number(line.km) > 0 : typedCents(line.amount) > 0) &&
  (!hasInvoice(line) || (line.number.trim() !== '' && line.issuer.trim() !== '' && line.taxId.trim() !== ''));

type ClaimBody = Body<Row<'POST', '/expense-claims'>>;

/** The wire side of a line; what is empty is left out. */
export function lineBody(line: ExpenseLine): ClaimBody['lines'][number] {
  const { date, kind, text, account } = line;
  const bare = (id: string) => id.toUpperCase().replaceAll(/[\s.-]/g, '');
  return {
    ...{ date, kind },
    ...(kind === 'mileage' ? { km: line.km } : { amount: euros(typedCents(line.amount)) }),
    ...(text.trim() ? { text: text.trim() } : {}),
    ...(account ? { account } : {}),
    ...(line.documentId ? { documentId: line.documentId } : {}),
    ...(hasInvoice(line)
      ? { invoice: { number: line.number.trim(), issuer: line.issuer.trim(), taxId: bare(line.taxId), taxCode: line.taxCode } }
      : {}),
  };
}
