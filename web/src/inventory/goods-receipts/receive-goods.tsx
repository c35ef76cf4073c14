import { useSearch } from '@tanstack/react-router';
import { $api, api, dataOf, sending } from '../../api/client.ts';
import { euros } from '../../api/money.ts';
import { SupplierPicker } from '../../finance/public.ts';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { DocumentEditor, NewDocument } from '../../lines/document-editor.tsx';
import type { Field } from '../../lines/field.tsx';
import { draftItem } from '../../lines/item-field.tsx';
import { useDocument } from '../../lines/use-document.ts';
import type { Search } from '../../list/address.ts';
import { useCan } from '../../session/session.ts';
import { goodsReceipts, lineCost, newReceipt, type ReceiptDraft } from './receipt-draft.ts';

/** Goods that come in, from nothing or of one item (`?itemId=itm_…`), with the entry that they make. */
export function Screen() {
  const t = useT();
  const { itemId = '' } = useSearch({ strict: false }) as Search;
  const query = $api.useQuery('get', '/items/{itemId}', { params: { path: { itemId } } }, { enabled: itemId !== '' });
  return (
    <NewDocument parent={{ to: '/goods-receipts', label: t('menu.goodsReceipts') }} title={t('goodsReceipts.new.title')} reading={query}>
      <ReceiptForm key={itemId} name={`goods-receipt.${itemId}`} initial={newReceipt(query.data && draftItem(query.data))} />
    </NewDocument>
  );
}

function ReceiptForm({ name, initial }: { readonly name: string; readonly initial: ReceiptDraft }) {
  const t = useT();
  const { money } = useFormats();
  const editing = useDocument(goodsReceipts, {
    name,
    initial,
    fresh: newReceipt,
    faults: 'goodsReceipts.faults',
    tries: true,
    send: (body, how) => api.POST('/goods-receipts', { params: sending(how), body }).then(dataOf),
    done: ({ id }) => ({ message: t('goodsReceipts.new.done'), to: `/goods-receipts/${id}` }),
  });
  const { draft, change, discard } = editing;
  const can = useCan();
  const pick = (supplier: ReceiptDraft['supplier']) => change((now) => ({ ...now, supplier }));
  const origins = (['supplier', 'opening'] as const).map((value) => ({ value, label: t(`goodsReceipts.origins.${value}`) }));
  return (
    <DocumentEditor
      editing={editing}
      label={t('goodsReceipts.new.title')}
      fields={[
        { name: 'warehouse', as: 'warehouse', label: t('stock.warehouse'), required: true },
        { name: 'date', as: 'date', label: t('actions.date'), required: true },
        { name: 'origin', as: 'choice', label: t('goodsReceipts.origin'), choices: origins },
        ...(draft.origin === 'supplier' && can('listSuppliers')
          ? [
              {
                name: 'supplier',
                path: 'supplierId',
                as: 'own',
                label: t('payables.supplier'),
                hint: t('goodsReceipts.supplierHint'),
                input: ({ value: _value, onChange: _change, ...looks }) => (
                  <SupplierPicker key={draft.supplier?.id ?? ''} {...looks} value={draft.supplier} onChange={pick} path="supplierId" />
                ),
              } satisfies Field<ReceiptDraft>,
            ]
          : []),
        { name: 'reference', as: 'text', label: t('goodsReceipts.reference'), maxLength: 80 },
      ]}
      columns={[
        { name: 'item', path: 'itemId', as: 'item', label: t('stock.item'), warehouse: draft.warehouse, autoFocus: true },
        { name: 'quantity', as: 'decimal', label: t('stock.quantity'), unit: ({ item }) => item?.unit },
        { name: 'unitCost', as: 'decimal', label: t('stock.unitCost'), unit: '€', width: '116px' },
        { name: 'key', as: 'amount', label: t('goodsReceipts.cost'), of: lineCost },
      ]}
      below={
        <p className="amount" role="status">
          {t('stock.total')}: <b>{money(euros(draft.lines.reduce((sum, line) => sum + (lineCost(line) ?? 0), 0)))}</b>
        </p>
      }
      entries={({ entry }) => (entry ? [entry] : [])}
      buttons={[{ label: t('goodsReceipts.new.discard'), run: discard }, { label: t('goodsReceipts.new.confirm') }]}
    />
  );
}
