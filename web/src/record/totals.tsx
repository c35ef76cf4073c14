import type { Schemas } from '../api/client.ts';
import { useFormats } from '../i18n/format.ts';
import { useT } from '../i18n/i18n.ts';

/** The last rows of a table of lines: net, tax by rate, rounding, gross. */
export function TotalRows({ totals, span }: { readonly totals: Schemas['Totals']; readonly span: number }) {
  const t = useT();
  const { money, percent } = useFormats();
  const rows: [string, { amount: string; currency: string }][] = [
    [t('records.totals.net'), totals.net],
    ...totals.taxes.map((tax): [string, typeof tax.tax] => [
      t(tax.selfCharged ? 'records.totals.selfCharged' : 'records.totals.tax', { percent: percent(tax.percent) }),
      tax.selfCharged ?? tax.tax,
    ]),
    ...(Number(totals.rounding.amount) === 0 ? [] : [[t('records.totals.rounding'), totals.rounding] as [string, typeof totals.net]]),
    [t('records.totals.gross'), totals.gross],
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
