import { Button } from '@mantine/core';
import { useState } from 'react';
import { StepDialog } from '../../actions/step-dialog.tsx';
import type { Schemas } from '../../api/client.ts';
import { load } from '../../list/api-list.ts';
import { dayOf, money, state, text, useWords } from '../../list/columns.tsx';
import { RecordList } from '../../list/record-list.tsx';
import { type ListContext, type ListPlan, useList } from '../../list/use-list.ts';
import { useCan } from '../../session/session.ts';
import { CheckBooks } from './asset-tie.tsx';
import { depreciate } from './steps.ts';

/** What is due of all assets, posted at once. */
function Depreciate() {
  const words = useWords();
  const can = useCan();
  const [open, setOpen] = useState(false);
  if (!can('depreciateAssets')) return null;
  return (
    <>
      <Button variant="default" onClick={() => setOpen(true)}>
        {words.t('assets.depreciate.action')}
      </Button>
      {open && <StepDialog {...depreciate(words)} onClose={() => setOpen(false)} />}
    </>
  );
}

const plan = ({ t }: ListContext): ListPlan<Schemas['FixedAssetRow']> => ({
  id: 'assets',
  title: t('menu.fixedAssets'),
  load: load('/assets'),
  order: 'asc',
  href: '/assets',
  columns: [
    text('name', ({ name }) => name, { header: t('assets.name'), indexed: true }),
    state('fixed-asset', ({ state: of }) => of),
    text('account', ({ account }) => account, { header: t('assets.account'), hide: 'medium' }),
    dayOf('inUseOn', ({ inUseOn }) => inUseOn, { header: t('assets.inUseOn'), hide: 'medium' }),
    dayOf('until', ({ until }) => until, { header: t('assets.until'), hide: 'medium' }),
    money('cost', ({ cost }) => cost, { header: t('assets.cost'), hide: 'narrow' }),
    money('bookValue', ({ bookValue }) => bookValue, { header: t('assets.bookValue') }),
  ],
  searchLabel: t('assets.search'),
  filters: [],
  create: { needs: 'registerAsset', to: '/assets/new', label: t('assets.new'), whenEmpty: true },
  actions: (
    <>
      <CheckBooks />
      <Depreciate />
    </>
  ),
  empty: t('assets.empty', { returnObjects: true }),
});

/** What the company owns to work with. */
export const Screen = () => <RecordList spec={useList(plan)} />;
