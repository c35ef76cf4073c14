import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { api, dataOf, type Schemas } from '../../api/client.ts';
import { type Formats, useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { RecordList } from '../../list/record-list.tsx';
import type { Column, ListSpec, PageRequest } from '../../list/spec.ts';
import { useCan } from '../../session/session.ts';
import { IconPlus } from '../../ui/icons.ts';

type Customer = Schemas['Customer'];
type T = ReturnType<typeof useT>;

const load = ({ query, order, cursor, limit, signal }: PageRequest) =>
  api.GET('/customers', { params: { query: { ...query, order, limit, ...(cursor ? { cursor } : {}) } as never }, signal }).then(dataOf);

const columnsOf = (t: T, { money }: Formats): Column<Customer>[] => [
  { id: 'name', header: t('customers.name'), cell: ({ name }) => name, value: ({ name }) => name, indexed: true },
  { id: 'taxId', header: t('customers.taxId'), cell: ({ taxId }) => taxId, value: ({ taxId = '' }) => taxId, hide: 'narrow' },
  {
    id: 'city',
    header: t('customers.city'),
    cell: ({ address }) => address?.city,
    value: ({ address }) => address?.city ?? '',
    hide: 'narrow',
  },
  {
    id: 'email',
    header: t('customers.email'),
    cell: ({ email }) => email,
    value: ({ email = '' }) => email,
    hide: 'medium',
  },
  {
    id: 'creditLimit',
    header: t('customers.creditLimit'),
    cell: ({ creditLimit }) => (creditLimit ? money(creditLimit) : <span className="dimmed">{t('customers.noLimit')}</span>),
    value: ({ creditLimit }) => creditLimit?.amount ?? '',
    numeric: true,
  },
];

/** Everybody that is sold to. */
export function Screen() {
  const t = useT();
  const formats = useFormats();
  const can = useCan();
  const spec = useMemo((): ListSpec<Customer> => {
    const first = can('createCustomer') && (
      <Button component={Link} to={'/customers/new' as never} leftSection={<IconPlus size={16} />}>
        {t('customers.new.title')}
      </Button>
    );
    return {
      id: 'customers',
      title: t('shell.nav.customers'),
      load,
      order: 'asc',
      columns: columnsOf(t, formats),
      rowId: ({ id }) => id,
      href: ({ id }) => `/customers/${id}`,
      searchLabel: t('customers.search'),
      actions: first,
      empty: { title: t('customers.empty.title'), text: t('customers.empty.text'), action: first },
    };
  }, [t, formats, can]);
  return <RecordList spec={spec} />;
}
