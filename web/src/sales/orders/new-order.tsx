import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { api, dataOf, type Schemas, sending } from '../../api/client.ts';
import { today } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { draftCustomer } from '../../lines/customer-field.tsx';
import { useDimensionColumn } from '../../lines/dimension-column.tsx';
import { DocumentEditor, NewDocument, priced } from '../../lines/document-editor.tsx';
import type { Field } from '../../lines/field.tsx';
import type { DraftItem } from '../../lines/item-field.tsx';
import { useDocument } from '../../lines/use-document.ts';
import { numberOf } from '../../record/kinds.ts';
import { useCompany } from '../../session/company.ts';
import { Credit } from './credit.tsx';
import { emptyOrder, type OrderDraft, type OrderLine, orderAgain, orders, pricedOrder } from './order-draft.ts';
import { ShortageNote, useShortages } from './shortages.tsx';
import { UnknownRecipient } from './unknown-recipient.tsx';

interface From {
  readonly copy?: string;
  readonly customerId?: string;
}

/** A new order, by keyboard alone: who, what, how much; Ctrl+Enter places it. */
export function Screen() {
  const t = useT();
  const from = useSearch({ strict: false }) as From;
  const name = from.copy ?? from.customerId ?? '';
  const start = useQuery({ queryKey: ['order-draft', name], queryFn: () => startOf(from), enabled: name !== '', staleTime: 0 });
  return (
    <NewDocument parent={{ to: '/orders', label: t('menu.orders') }} title={t('orders.new.title')} reading={start}>
      <OrderForm key={name} name={`order.${name}`} initial={start.data ?? emptyOrder(today())} />
    </NewDocument>
  );
}

/** What a draft begins with where the address names a customer, or an order to place again. */
async function startOf({ copy, customerId = '' }: From): Promise<OrderDraft> {
  if (copy === undefined)
    return emptyOrder(today(), draftCustomer(dataOf(await api.GET('/customers/{customerId}', { params: { path: { customerId } } }))));
  const order = dataOf(await api.GET('/orders/{orderId}', { params: { path: { orderId: copy } } }));
  const ids = [...new Set(order.lines.map(({ itemId }) => itemId))];
  const items = await Promise.all(ids.map((itemId) => api.GET('/items/{itemId}', { params: { path: { itemId } } }).then(dataOf)));
  return orderAgain(order, items, today());
}

const send = (body: Schemas['PlaceOrder'], how: { dryRun: boolean; key: string }, mode: string) =>
  api.POST('/orders', { params: sending(how), body: mode === 'quote' ? { ...body, quote: true } : body }).then(dataOf);

function OrderForm({ name, initial }: { readonly name: string; readonly initial: OrderDraft }) {
  const t = useT();
  const invoicesAtOnce = useCompany().data?.policies.invoiceOn === 'order';
  const editing = useDocument(orders, {
    name,
    initial,
    fresh: () => emptyOrder(today()),
    faults: 'orders.new.bad',
    send,
    tries: invoicesAtOnce,
    done: ({ id, number, status, invoiceIds: [invoice] }) => ({
      message:
        status === 'quote'
          ? `${t('orders.new.quoted')} ${number}`
          : `${t('orders.new.placed')} ${number}${invoice ? ` · ${t('billing.documents.invoice', { number: numberOf(invoice) })}` : ''}`,
      to: `/orders/${id}`,
    }),
  });
  const { draft } = editing;
  const totals = priced(() => pricedOrder(draft));
  const shortages = useShortages(draft);
  return (
    <DocumentEditor
      editing={editing}
      label={t('orders.new.title')}
      fields={[
        { name: 'customer', path: 'customerId', as: 'customer', label: t('orders.customer'), autoFocus: draft.customer === undefined },
        { name: 'date', as: 'date', label: t('orders.date') },
        { name: 'warehouse', as: 'warehouse', label: t('orders.warehouse') },
        { name: 'reference', as: 'text', label: t('orders.reference'), maxLength: 80 },
      ]}
      columns={useColumns(draft, totals.nets)}
      shortEnter
      note={({ key }) => <ShortageNote shortage={shortages.get(key)} />}
      totals={totals}
      foot={[
        { name: 'notes', as: 'notes', label: t('orders.notes'), maxLength: 500 },
        { name: 'pricesIncludeTax', as: 'switch', label: t('orders.new.pricesIncludeTax') },
      ]}
      buttons={[
        ...(editing.changed ? [{ label: t('orders.new.discard'), run: editing.discard }] : []),
        { label: t('orders.new.quote'), mode: 'quote' },
        { label: t(invoicesAtOnce ? 'orders.new.placeAndInvoice' : 'orders.new.place') },
      ]}
      entries={invoicesAtOnce ? ({ entries }) => entries : undefined}
    >
      {draft.customer && <Credit customerId={draft.customer.id} gross={totals.totals.gross} />}
      {draft.customer && !invoicesAtOnce && <UnknownRecipient customerId={draft.customer.id} draft={draft} gross={totals.totals.gross} />}
    </DocumentEditor>
  );
}

function useColumns({ customer, date, warehouse }: OrderDraft, nets: ReadonlyMap<string, number>): Field<OrderLine>[] {
  const t = useT();
  const dimensions = useDimensionColumn<OrderLine>();
  const disabled = ({ item }: OrderLine) => item === undefined;
  const picked = (item: DraftItem | undefined, { quantity }: OrderLine): Partial<OrderLine> =>
    item
      ? { item, price: item.price, taxCode: item.taxCode, quantity: quantity || '1', description: undefined }
      : { item, price: '', taxCode: '' };
  return [
    {
      name: 'item',
      path: 'itemId',
      as: 'item',
      label: t('orders.item'),
      warehouse,
      set: picked,
      shown: (line) => line.description,
      autoFocus: customer !== undefined,
    },
    { name: 'quantity', as: 'decimal', label: t('orders.quantity'), unit: ({ item }) => item?.unit, disabled },
    { name: 'price', as: 'decimal', label: t('orders.price'), disabled },
    { name: 'discount', as: 'decimal', label: t('orders.discount'), unit: '%', disabled, width: '84px' },
    { name: 'taxCode', as: 'vat', label: t('orders.vat'), date, disabled },
    ...dimensions,
    { name: 'key', as: 'amount', label: t('orders.net'), of: ({ key }) => nets.get(key) },
  ];
}
