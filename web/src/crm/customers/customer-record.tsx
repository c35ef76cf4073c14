import { Alert } from '@mantine/core';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { $api, type Schemas } from '../../api/client.ts';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import type { RecordAction } from '../../record/record-actions.tsx';
import { Facts, RecordPage, Section } from '../../record/record-page.tsx';
import { Timeline } from '../../record/timeline.tsx';
import styles from './customer.module.css';
import { CustomerBalance } from './customer-balance.tsx';
import { CustomerCredit } from './customer-credit.tsx';
import { CustomerDialog } from './customer-dialog.tsx';
import { CustomerHistory } from './customer-history.tsx';

type Customer = Schemas['Customer'];

/** One customer: who it is, what it owes, what it bought. */
export function Screen() {
  const t = useT();
  const navigate = useNavigate();
  const { customerId } = useParams({ strict: false }) as { customerId: string };
  const query = $api.useQuery('get', '/customers/{customerId}', { params: { path: { customerId } } });
  const [editing, setEditing] = useState(false);
  const { data: customer } = query;
  const actions: RecordAction[] = [
    {
      id: 'order',
      label: t('customers.newOrder'),
      needs: 'placeOrder',
      primary: true,
      key: 'o',
      start: () => void navigate({ to: '/orders/new', search: { customerId } } as never),
    },
    { id: 'edit', label: t('customers.edit.action'), needs: 'patchCustomer', key: 'e', start: () => setEditing(true) },
  ];
  return (
    <RecordPage
      query={query}
      parent={{ to: '/customers', label: t('menu.customers') }}
      title={customer?.name ?? ''}
      subtitle={customer?.taxId}
      actions={actions}
      aside={
        customer && (
          <>
            <CustomerCredit customer={customer} />
            <CustomerBalance customerId={customer.id} />
            <Timeline id={customer.id} />
          </>
        )
      }
    >
      {customer && (
        <>
          {customer.warnings?.map(({ code, params }) => (
            <Alert key={code} color="yellow">
              {t('customers.sameTaxId', params)}
            </Alert>
          ))}
          <CustomerFacts customer={customer} />
          <CustomerHistory customerId={customer.id} />
          {editing && <CustomerDialog customer={customer} onClose={() => setEditing(false)} />}
        </>
      )}
    </RecordPage>
  );
}

function CustomerFacts({ customer }: { readonly customer: Customer }) {
  const t = useT();
  const { country, date } = useFormats();
  const { address } = customer;
  return (
    <Section title={t('customers.facts')}>
      <Facts
        facts={[
          [t('customers.taxId'), customer.taxId],
          [
            t('customers.email'),
            customer.email && (
              <a key="email" href={`mailto:${customer.email}`}>
                {customer.email}
              </a>
            ),
          ],
          [
            t('customers.address'),
            address && (
              <span key="address" className={styles.address}>
                {`${address.street}\n${address.postalCode} ${address.city}${address.province ? ` (${address.province})` : ''}\n${country(address.country)}`}
              </span>
            ),
          ],
          [t('customers.country'), address || !customer.country ? undefined : country(customer.country)],
          [t('customers.paymentDays'), t('customers.days', { count: customer.paymentDays })],
          [
            t('customers.offices.title'),
            customer.offices && [customer.offices.accounting, customer.offices.managing, customer.offices.processing].join(' · '),
          ],
          [t('customers.externalRef'), customer.externalRef],
          [t('customers.since'), date(customer.createdAt.slice(0, 10))],
        ]}
      />
    </Section>
  );
}
