import { MANDATE_STATES } from '#domain/finance/treasury/mandate.ts';
import type { Schemas } from '../../api/client.ts';
import { load } from '../../list/api-list.ts';
import { dayOf, number, party, state, text } from '../../list/columns.tsx';
import { customer, states } from '../../list/filter-kinds.ts';
import { RecordList } from '../../list/record-list.tsx';
import { type ListContext, type ListPlan, useList } from '../../list/use-list.ts';

const plan = ({ t }: ListContext): ListPlan<Schemas['MandateRow']> => ({
  id: 'mandates',
  title: t('menu.mandates'),
  load: load('/treasury/mandates'),
  order: 'asc',
  href: '/treasury/mandates',
  columns: [
    number(),
    party({ indexed: true }),
    state('mandate', (mandate) => mandate.state),
    text('reference', ({ reference }) => reference, { header: t('treasury.mandates.reference'), hide: 'medium' }),
    text('scheme', ({ scheme }) => scheme, { header: t('treasury.mandates.scheme'), hide: 'narrow' }),
    text('sequence', ({ sequence }) => sequence, { header: t('treasury.mandates.sequence'), hide: 'medium' }),
    dayOf('signedOn', ({ signedOn }) => signedOn, { header: t('treasury.mandates.signedOn'), hide: 'narrow' }),
    dayOf('collectedOn', ({ collectedOn }) => collectedOn, { header: t('treasury.mandates.collectedOn'), hide: 'medium' }),
    dayOf('expiresOn', ({ expiresOn }) => expiresOn, { header: t('treasury.mandates.expiresOn'), hide: 'medium' }),
  ],
  searchLabel: t('treasury.mandates.search'),
  filters: [states('mandate', MANDATE_STATES), customer()],
  create: { needs: 'createMandate', to: '/treasury/mandates/new', label: t('treasury.mandates.new'), whenEmpty: true },
  empty: t('treasury.mandates.empty', { returnObjects: true }),
});

/** Whose account may be debited, and until when. */
export const Screen = () => <RecordList spec={useList(plan)} />;
