import { BASE_CURRENCY } from '#kernel/money.ts';
import type { Schemas } from '../../api/client.ts';
import { centsOf, inCurrency, typedCents } from '../../api/money.ts';
import { AmountInput } from '../../form/amount-input.tsx';
import { DecimalInput } from '../../form/decimal-input.tsx';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { amounts, LinesTable } from '../../record/lines-table.tsx';
import { unitOf } from '../currencies/euros-field.tsx';

export type CreditMode = 'all' | 'quantity' | 'net';
type Typed = Readonly<Record<number, string>>;

/** The lines of the request: those of which something was typed. */
export const requestedLines = (mode: Exclude<CreditMode, 'all'>, typed: Typed, currency: string) =>
  Object.entries(typed).flatMap(([line, text]) =>
    Number(text) > 0
      ? [{ line: Number(line), ...(mode === 'quantity' ? { quantity: text } : { net: inCurrency(typedCents(text), currency) }) }]
      : [],
  );

/** Net that is left of a line to credit, in hundredths of the currency of the invoice. */
function creditableOf({ net, credited, foreign, foreignCredited }: Schemas['InvoiceRow']['lines'][number]): number {
  const [all, given] = foreign ? [foreign, foreignCredited] : [net, credited];
  return centsOf(all) - (given ? centsOf(given) : 0);
}

interface Props {
  readonly invoice: Schemas['InvoiceRow'];
  readonly mode: Exclude<CreditMode, 'all'>;
  readonly typed: Typed;
  readonly onChange: (typed: Typed) => void;
}

/** How much of each line is credited: pieces at the invoice's price, or an amount without tax. */
export function CreditLines({ invoice, mode, typed, onChange }: Props) {
  const t = useT();
  const { decimal, money } = useFormats();
  const currency = invoice.foreign?.currency ?? BASE_CURRENCY;
  const Field = mode === 'quantity' ? DecimalInput : AmountInput;
  return (
    <LinesTable
      heads={[
        t('billing.lines.concept'),
        ...amounts(t('billing.lines.quantity'), t('billing.credit.left')),
        t(`billing.credit.take.${mode}`),
      ]}
    >
      <tbody>
        {invoice.lines.map((line) => {
          const left = creditableOf(line);
          return (
            <tr key={line.line}>
              <td>
                {line.code && <b>{line.code} </b>}
                {line.name}
              </td>
              <td className="amount">{decimal(line.quantity)}</td>
              <td className="amount">{money(inCurrency(left, currency))}</td>
              <td>
                <Field
                  aria-label={t('billing.credit.takeOf', { line: line.line, name: line.name })}
                  disabled={left <= 0}
                  value={typed[line.line] ?? ''}
                  onChange={(text) => onChange({ ...typed, [line.line]: text })}
                  {...(mode === 'net' ? { unit: unitOf(currency) } : {})}
                  w={120}
                />
              </td>
            </tr>
          );
        })}
      </tbody>
    </LinesTable>
  );
}
