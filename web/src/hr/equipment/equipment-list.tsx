import { EQUIPMENT_STATES } from '#domain/hr/equipment/equipment.ts';
import type { Schemas } from '../../api/client.ts';
import { load } from '../../list/api-list.ts';
import { dayOf, state, text } from '../../list/columns.tsx';
import { states } from '../../list/filter-kinds.ts';
import { RecordList } from '../../list/record-list.tsx';
import { type ListContext, type ListPlan, useList } from '../../list/use-list.ts';

const plan = ({ t }: ListContext): ListPlan<Schemas['EquipmentItemRow']> => ({
  id: 'equipment',
  title: t('menu.equipment'),
  load: load('/equipment'),
  order: 'asc',
  href: '/people/equipment',
  columns: [
    text('name', ({ name }) => name, { header: t('equipment.name'), indexed: true }),
    text('type', ({ type }) => t(`equipment.types.${type}`), { header: t('equipment.type'), hide: 'medium' }),
    text('number', ({ number }) => number, { header: t('equipment.number') }),
    text('holder', ({ holder }) => holder, { header: t('equipment.holder') }),
    dayOf('since', ({ since }) => since, { header: t('equipment.since'), hide: 'narrow' }),
    state('equipment', (row) => row.state),
  ],
  filters: [states('equipment', EQUIPMENT_STATES)],
  views: [{ name: t('equipment.views.out'), search: { state: 'handed-over' } }],
  searchLabel: t('equipment.search'),
  create: { needs: 'createEquipment', to: '/people/equipment/new', label: t('equipment.new'), whenEmpty: true },
  empty: t('equipment.empty', { returnObjects: true }),
});

/** Things that are handed to employees, and who has them. */
export const Screen = () => <RecordList spec={useList(plan)} />;
