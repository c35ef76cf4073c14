import { Button } from '@mantine/core';
import { allocatedBy } from '#domain/finance/open-items/open-item.ts';
import { minorText } from '#kernel/money.ts';
import type { Schemas } from '../../api/client.ts';
import { centsOf } from '../../api/money.ts';
import { useFormats } from '../../i18n/format.ts';
import type { MoneyText } from '../../i18n/formats.ts';
import { useT } from '../../i18n/i18n.ts';
import { kindOf } from '../../record/kinds.ts';
import { amounts, LinesTable } from '../../record/lines-table.tsx';
import { Section } from '../../record/record-page.tsx';
import { inBoth } from '../currencies/in-both.tsx';
import { DocumentLink, documentName } from './documents.tsx';

type Allocation = Pick<Schemas['SupplierBill']['allocations'][number], 'with' | 'date' | 'amount' | 'foreign'>;

/** What each document has paid in the end, in euros: an allocation that was removed is gone. */
export const appliedBy = (allocations: readonly Allocation[]): readonly { readonly id: string; readonly amount: string }[] =>
  [...allocatedBy({ allocations: allocations.map(({ foreign: _, ...each }) => ({ ...each, amount: centsOf(each.amount) })) })].map(
    ([id, cents]) => ({
      id,
      amount: minorText(cents),
    }),
  );

interface Props {
  readonly title: string;
  readonly allocations: readonly Allocation[];
  readonly open: Schemas['Money'];
  /** In its own currency, where that is another. */
  readonly foreignOpen?: MoneyText | undefined;
  readonly openLabel: string;
  readonly none: string;
  /** Takes an allocation back; absent where the person or the state does not allow it. */
  readonly onRemove?: ((invoiceId: string) => void) | undefined;
}

/** What paid an invoice, or what a receipt or a credit note has paid: each step, and what is left. */
export function Allocations({ title, allocations, open, foreignOpen, openLabel, none, onRemove }: Props) {
  const t = useT();
  const formats = useFormats();
  const { date } = formats;
  const removable = onRemove ? removableRows(allocations) : new Set<number>();
  return (
    <Section title={title}>
      {allocations.length === 0 && <p className="dimmed">{none}</p>}
      <LinesTable
        heads={
          allocations.length > 0
            ? [
                t('billing.document'),
                t('billing.date'),
                ...amounts(t('billing.amount')),
                removable.size > 0 && [t('billing.allocations.remove'), 'unseen'],
              ]
            : []
        }
      >
        <tbody>
          {allocations.map((each, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: allocations are only ever added at the end.
            <tr key={index}>
              <td>
                <DocumentLink id={each.with} />
              </td>
              <td className="nowrap">{date(each.date)}</td>
              <td className="amount">{inBoth(each.amount, each.foreign, formats)}</td>
              {removable.size > 0 && (
                <td className="amount">
                  {removable.has(index) && (
                    <Button
                      size="compact-sm"
                      variant="default"
                      aria-label={t('billing.allocations.removeOf', { document: documentName(each.with, t) })}
                      onClick={() => onRemove?.(each.with)}
                    >
                      {t('billing.allocations.remove')}
                    </Button>
                  )}
                </td>
              )}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={allocations.length > 0 ? 2 : 1}>
              {openLabel}
            </th>
            <td className="amount">{inBoth(open, foreignOpen, formats)}</td>
            {removable.size > 0 && <td />}
          </tr>
        </tfoot>
      </LinesTable>
    </Section>
  );
}

const CHARGES: readonly string[] = ['invoice', 'supplier-bill'];

/** The last step of each invoice that is still paid by this document: a removal takes all of it back at once. */
function removableRows(allocations: readonly Allocation[]): ReadonlySet<number> {
  const standing = appliedBy(allocations).filter(({ id }) => CHARGES.includes(kindOf(id)));
  return new Set(standing.map(({ id }) => allocations.findLastIndex((each) => each.with === id)));
}
