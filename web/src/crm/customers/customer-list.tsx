import type { Schemas } from '../../api/client.ts';
import { load } from '../../list/api-list.ts';
import { money, text } from '../../list/columns.tsx';
import { RecordList } from '../../list/record-list.tsx';
import { type ListContext, type ListPlan, useList } from '../../list/use-list.ts';

const plan = ({ t, formats }: ListContext): ListPlan<Schemas['CustomerRow']> => ({
  id: 'customers',
  title: t('menu.customers'),
  load: load('/customers'),
  order: 'asc',
  href: '/customers',
  columns: [
    text('name', ({ name }) => name, { indexed: true }),
    text('taxId', ({ taxId }) => taxId, { header: t('customers.taxId'), hide: 'narrow' }),
    text('city', ({ address }) => address?.city, { header: t('customers.city'), hide: 'narrow' }),
    text('email', ({ email }) => email, { header: t('customers.email'), hide: 'medium' }),
    money('creditLimit', ({ creditLimit }) => creditLimit, {
      header: t('customers.creditLimit'),
      cell: ({ creditLimit }) => (creditLimit ? formats.money(creditLimit) : <span className="dimmed">{t('customers.noLimit')}</span>),
    }),
  ],
  searchLabel: t('customers.search'),
  create: { needs: 'createCustomer', to: '/customers/new', label: t('customers.new.title'), whenEmpty: true },
  empty: { title: t('customers.empty.title'), text: t('customers.empty.text') },
});

/** Everybody that is sold to. */
export const Screen = () => <RecordList spec={useList(plan)} />;
