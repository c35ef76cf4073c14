import { VAT_ES } from '#domain/finance/tax/vat-es.ts';
import type { Schemas } from '../../api/client.ts';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { LinesTable } from '../../record/lines-table.tsx';
import { TotalRows } from '../../record/totals.tsx';
import { totalsNow, typedOf } from './draft-form.ts';

/** The lines of a draft as they were issued. */
export function DraftLinesRead({ draft }: { readonly draft: Schemas['Draft'] }) {
  const t = useT();
  const { decimal, money, percent, price } = useFormats();
  const typed = typedOf(draft);
  const value = totalsNow(typed);
  return (
    <LinesTable>
      <thead>
        <tr>
          <th scope="col">{t('billing.lines.concept')}</th>
          {(['quantity', 'price', 'discount'] as const).map((name) => (
            <th key={name} scope="col" className="amount">
              {t(`billing.lines.${name}`)}
            </th>
          ))}
          <th scope="col" className="amount">
            {t('billing.lines.vat')}
          </th>
          <th scope="col" className="amount">
            {t('billing.lines.net')}
          </th>
        </tr>
      </thead>
      <tbody>
        {typed.lines.map((line) => {
          const net = value?.nets.get(line.key);
          return (
            <tr key={line.key}>
              <td>
                {line.code && <b>{line.code} </b>}
                {line.name}
              </td>
              <td className="amount">{decimal(line.quantity)}</td>
              <td className="amount">{price(line.price)}</td>
              <td className="amount">{line.discount ? percent(line.discount) : ''}</td>
              <td className="amount">{VAT_ES.find(({ code }) => code === line.taxCode)?.name}</td>
              <td className="amount">{net && money(net)}</td>
            </tr>
          );
        })}
      </tbody>
      <TotalRows totals={draft.totals} span={5} />
    </LinesTable>
  );
}
