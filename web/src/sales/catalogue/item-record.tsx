import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { taxPercent } from '#domain/finance/events.ts';
import { StepDialog } from '../../actions/step-dialog.tsx';
import { $api, type Schemas } from '../../api/client.ts';
import { today, useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { ItemAdjustments, ItemStock } from '../../inventory/public.ts';
import type { RecordAction } from '../../record/record-actions.tsx';
import { Facts, RecordPage, Section } from '../../record/record-page.tsx';
import { Timeline } from '../../record/timeline.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { ItemDialog } from './item-dialog.tsx';
import { retireItem } from './item-steps.ts';

type Item = Schemas['Item'];
type DialogName = 'edit' | 'retire';

const actionsOf = ({ active }: Item, t: ReturnType<typeof useT>, start: (what: DialogName) => void): RecordAction[] => [
  { id: 'edit', label: t('items.edit.action'), needs: 'patchItem', primary: true, key: 'e', start: () => start('edit') },
  {
    id: 'retire',
    label: t(active ? 'items.retire.action' : 'items.restore.action'),
    needs: 'patchItem',
    danger: active,
    start: () => start('retire'),
  },
];

/** One item: what it is sold for, and what there is of it. */
export function Screen() {
  const t = useT();
  const { itemId } = useParams({ strict: false }) as { itemId: string };
  const query = $api.useQuery('get', '/items/{itemId}', { params: { path: { itemId } } });
  const [activeDialog, setActiveDialog] = useState<DialogName>();
  const { data: item } = query;
  const close = () => setActiveDialog(undefined);
  return (
    <RecordPage
      query={query}
      parent={{ to: '/items', label: t('menu.items') }}
      title={item ? `${item.code} · ${item.name}` : ''}
      badges={item && <StateBadge kind="item" state={item.state} />}
      answered={item?.actions}
      actions={item ? actionsOf(item, t, setActiveDialog) : []}
      aside={item && <Timeline id={item.id} />}
    >
      {item && (
        <>
          <ItemFacts item={item} />
          {item.kind === 'stocked' && (
            <>
              <ItemStock itemId={item.id} />
              <ItemAdjustments itemId={item.id} />
            </>
          )}
          {activeDialog === 'edit' && <ItemDialog item={item} onClose={close} />}
          {activeDialog === 'retire' && <StepDialog {...retireItem(item, t)} onClose={close} />}
        </>
      )}
    </RecordPage>
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
