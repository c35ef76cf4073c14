import { BILL_STATES } from '#domain/finance/payables/supplier-bill.ts';
import type { Schemas } from '../../api/client.ts';
import { load } from '../../list/api-list.ts';
import { dayOf, money, number, state, text } from '../../list/columns.tsx';
import { choice, dates, flag, states } from '../../list/filter-kinds.ts';
import { RecordList } from '../../list/record-list.tsx';
import { type ListContext, type ListPlan, useList } from '../../list/use-list.ts';
import { AGES, loadByAge } from '../receivables/ages.ts';
import { supplierFilter } from '../suppliers/supplier-picker.tsx';
import { type PurchaseKind, usePurchaseKind } from './purchase-kinds.ts';

type Row = Schemas['SupplierBillRow'] | Schemas['SupplierCreditNoteRow'];

const dueOf = (row: Row) => ('dueDate' in row ? row.dueDate : undefined);

/** Of bills what is overdue, and what waits for a second person, one click away; of credit notes what is not used. */
const narrowed = ({ credit, kind }: PurchaseKind, { t }: ListContext): Pick<ListPlan<Row>, 'load' | 'filters' | 'views'> =>
  credit
    ? {
        load: load('/payables/credit-notes'),
        filters: [supplierFilter(), dates(), flag('open', t('billing.onlyOpen'))],
        views: [{ name: t('billing.onlyOpen'), search: { open: 'true' } }],
      }
    : {
        load: loadByAge(load('/payables/bills'), 'open,waiting'),
        filters: [
          states(kind, BILL_STATES),
          choice('age', t('billing.ageing.filter'), AGES, (age) => t(`billing.ageing.ages.${age}`)),
          ...[supplierFilter(), dates()],
        ],
        views: (['open', 'overdue', 'waiting', 'paid'] as const).map((name) => ({
          name: t(`payables.bills.views.${name}`),
          search: { state: name === 'open' ? 'open,waiting' : name },
        })),
      };

/** All that suppliers ask for, or have given back. */
export function Screen() {
  const of = usePurchaseKind();
  const { credit, kind, list, menu, texts, create } = of;
  const spec = useList<Row>(
    (context) => ({
      ...{ id: `${kind}s`, title: context.t(menu), href: list, ...narrowed(of, context) },
      columns: [
        number(),
        dayOf('receivedOn', ({ receivedOn }) => receivedOn, { header: context.t('payables.receivedOn'), indexed: true, hide: 'narrow' }),
        text('supplier', ({ supplierName }) => supplierName, { header: context.t('payables.supplier') }),
        text('reference', ({ reference }) => reference, { header: context.t('payables.reference'), hide: 'medium' }),
        state(kind, (row) => row.state, { hide: 'narrow' }),
        ...(credit ? [] : [dayOf('due', dueOf, { header: context.t('billing.dueDate'), hide: 'medium' })]),
        money('gross', ({ totals }) => totals.gross, { hide: 'narrow' }),
        money('open', ({ open }) => open, credit ? { header: context.t('payables.unapplied') } : {}),
      ],
      searchLabel: context.t('payables.bills.search'),
      create: { needs: create, to: `${list}/new`, label: context.t(`${texts}.new`) },
      empty: { title: context.t(`${texts}.empty.title`), text: context.t(`${texts}.empty.text`) },
    }),
    [of],
  );
  return <RecordList key={list} spec={spec} />;
}
