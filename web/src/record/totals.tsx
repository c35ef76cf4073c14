import type { Schemas } from '../api/client.ts';
import { useFormats } from '../i18n/format.ts';
import { useT } from '../i18n/i18n.ts';

/** What is taken off, of an amount that is not below zero. */
const negated = <A extends { readonly amount: string }>(sum: A): A => ({
  ...sum,
  amount: Number(sum.amount) === 0 ? sum.amount : `-${sum.amount}`,
});

type Sum = Schemas['Totals']['net'];
/** What a document comes to; where income tax is withheld of it also that, and what is left to pay. */
export interface DocumentTotals extends Readonly<Schemas['Totals']> {
  readonly withheld?: { readonly percent: string; readonly amount: Sum } | undefined;
  readonly payable?: Sum | undefined;
  /** Absent: it is to be paid. */
  readonly payableIs?: 'toCredit' | undefined;
}

/** The last rows of a table of lines: net, tax by rate, rounding, gross; what is withheld, and what is to be paid. */
export function TotalRows({ totals, span }: { readonly totals: DocumentTotals; readonly span: number }) {
  const t = useT();
  const { money, percent } = useFormats();
  const rows: (readonly [string, { amount: string; currency: string }])[] = [
    [t('records.totals.net'), totals.net],
    ...totals.taxes.map((tax): [string, typeof tax.tax] => [
      t(tax.selfCharged ? 'records.totals.selfCharged' : 'records.totals.tax', { percent: percent(tax.percent) }),
      tax.selfCharged ?? tax.tax,
    ]),
    ...(Number(totals.rounding.amount) === 0 ? [] : [[t('records.totals.rounding'), totals.rounding] as const]),
    [t('records.totals.gross'), totals.gross],
    ...(totals.withheld
      ? ([[t('records.totals.withheld', { percent: percent(totals.withheld.percent) }), negated(totals.withheld.amount)]] as const)
      : []),
    ...(totals.withheld && totals.payable ? ([[t(`records.totals.${totals.payableIs ?? 'payable'}`), totals.payable]] as const) : []),
  ];
  return (
    <tfoot>
      {rows.map(([name, value]) => (
        <tr key={name}>
          <th scope="row" colSpan={span} className="amount">
            {name}
          </th>
          <td className="amount">{money(value)}</td>
        </tr>
      ))}
    </tfoot>
  );
}
