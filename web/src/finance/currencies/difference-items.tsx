import type { Schemas } from '../../api/client.ts';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { amounts, LinesTable } from '../../record/lines-table.tsx';
import { DocumentLink } from '../receivables/documents.tsx';

/** The documents of a difference: in their currency, in the books before, and what they came to or are worth. */
export function DifferenceItems({ items }: { readonly items: Schemas['ExchangeDifference']['items'] }) {
  const t = useT();
  const { money } = useFormats();
  return (
    <LinesTable
      heads={[
        t('billing.document'),
        ...amounts(t('currencies.inCurrency'), t('currencies.before'), t('currencies.after'), t('currencies.result')),
      ]}
    >
      <tbody>
        {items.map(({ document, by, foreign, before, after, result }) => (
          <tr key={`${document} ${by ?? ''}`}>
            <td>
              <DocumentLink id={document} />
              {by && (
                <>
                  {' '}
                  ← <DocumentLink id={by} />
                </>
              )}
            </td>
            <td className="amount">{money(foreign)}</td>
            <td className="amount">{money(before)}</td>
            <td className="amount">{money(after)}</td>
            <td className="amount">{money(result)}</td>
          </tr>
        ))}
      </tbody>
    </LinesTable>
  );
}
