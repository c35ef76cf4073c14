import { useParams } from '@tanstack/react-router';
import { taxPercent } from '#domain/finance/events.ts';
import { $api, type Schemas } from '../../api/client.ts';
import { today, useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { ItemAdjustments, ItemStock } from '../../inventory/public.ts';
import { DocumentPage } from '../../record/document-page.tsx';
import { Facts, Section } from '../../record/record-page.tsx';
import { ItemDialog } from './item-dialog.tsx';
import { retireItem } from './item-steps.ts';

type Item = Schemas['Item'];

/** One item: what it is sold for, and what there is of it. */
export function Screen() {
  const t = useT();
  const { itemId } = useParams({ strict: false }) as { itemId: string };
  return (
    <DocumentPage
      query={$api.useQuery('get', '/items/{itemId}', { params: { path: { itemId } } })}
      parent={{ to: '/items', label: t('menu.items') }}
      title={({ code, name }) => `${code} · ${name}`}
      actions={({ active }) => [
        {
          id: 'edit',
          label: t('items.edit.action'),
          needs: 'patchItem',
          primary: true,
          key: 'e',
          dialog: (item, onClose) => <ItemDialog item={item} onClose={onClose} />,
        },
        {
          id: 'retire',
          label: t(active ? 'items.retire.action' : 'items.restore.action'),
          needs: 'patchItem',
          danger: active,
          step: (item) => retireItem(item, t),
        },
      ]}
    >
      {(item) => (
        <>
          <ItemFacts item={item} />
          {item.kind === 'stocked' && (
            <>
              <ItemStock itemId={item.id} />
              <ItemAdjustments itemId={item.id} />
            </>
          )}
        </>
      )}
    </DocumentPage>
  );
}

function ItemFacts({ item }: { readonly item: Item }) {
  const t = useT();
  const { price, percent } = useFormats();
  const tax = t(`items.taxCodes.${item.taxCode}` as 'items.taxCodes.IVA-G', { defaultValue: item.taxCode });
  return (
    <Section title={t('items.facts')}>
      <Facts
        facts={[
          [t('items.code'), item.code],
          [t('items.price'), price(item.price)],
          [t('items.unit'), item.unit],
          [t('items.taxCode'), `${tax} · ${percent(taxPercent(item.taxCode, today()))}`],
          [t('items.kind'), t(`items.kinds.${item.kind}`)],
        ]}
      />
    </Section>
  );
}
