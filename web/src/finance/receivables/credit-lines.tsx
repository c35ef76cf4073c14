import type { Schemas } from '../../api/client.ts';
import { AmountInput } from '../../form/amount-input.tsx';
import { DecimalInput } from '../../form/decimal-input.tsx';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { LinesTable } from '../../record/lines-table.tsx';
import { eur, typedCents } from './cents.ts';
import { creditableOf } from './invoice-rules.ts';

export type CreditMode = 'all' | 'quantity' | 'net';
type Typed = Readonly<Record<number, string>>;

/** The lines of the request: those of which something was typed. */
export const linesAsked = (mode: Exclude<CreditMode, 'all'>, typed: Typed) =>
  Object.entries(typed).flatMap(([line, text]) =>
    Number(text) > 0 ? [{ line: Number(line), ...(mode === 'quantity' ? { quantity: text } : { net: eur(typedCents(text)) }) }] : [],
  );

interface Props {
  readonly invoice: Schemas['Invoice'];
  readonly mode: Exclude<CreditMode, 'all'>;
  readonly typed: Typed;
  readonly onChange: (typed: Typed) => void;
}

/** How much of each line is credited: pieces at the invoice's price, or an amount without tax. */
export function CreditLines({ invoice, mode, typed, onChange }: Props) {
  const t = useT();
  const { decimal, money } = useFormats();
  const Field = mode === 'quantity' ? DecimalInput : AmountInput;
  return (
    <LinesTable>
      <thead>
        <tr>
          <th scope="col">{t('billing.lines.concept')}</th>
          <th scope="col" className="amount">
            {t('billing.lines.quantity')}
          </th>
          <th scope="col" className="amount">
            {t('billing.credit.left')}
          </th>
          <th scope="col">{t(`billing.credit.take.${mode}`)}</th>
        </tr>
      </thead>
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
              <td className="amount">{money(eur(left))}</td>
              <td>
                <Field
                  aria-label={t('billing.credit.takeOf', { line: line.line, name: line.name })}
                  {...(mode === 'quantity' ? { max: Number(line.quantity), decimalScale: 3 } : { max: left / 100 })}
                  disabled={left === 0}
                  value={typed[line.line] ?? ''}
                  onChange={(text) => onChange({ ...typed, [line.line]: text })}
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
