import { Progress } from '@mantine/core';
import { Link, useLocation } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { Schemas } from '../../api/client.ts';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { kindOf, numberOf } from '../../record/kinds.ts';
import { Facts, Section } from '../../record/record-page.tsx';
import styles from './orders.module.css';

/** How much of the order has gone out, and each shipment with its tracking and what it held. */
export function OrderShipments({ order }: { readonly order: Schemas['Order'] }) {
  const t = useT();
  const { date, whole } = useFormats();
  const { hash } = useLocation();
  useEffect(() => {
    if (kindOf(hash) === 'shipment') document.getElementById(hash)?.scrollIntoView({ block: 'center' });
  }, [hash]);
  if (order.status === 'quote' || (order.status === 'cancelled' && order.shipments.length === 0)) return null;
  const ordered = order.lines.reduce((sum, line) => sum + Number(line.quantity), 0);
  const out = order.lines.reduce((sum, line) => sum + Math.min(Number(line.shipped), Number(line.quantity)), 0);
  const percent = ordered === 0 ? 100 : Math.floor((100 * out) / ordered);
  return (
    <Section title={t('orders.delivery')}>
      <div className={styles.progress}>
        <Progress value={percent} aria-label={t('orders.delivery')} className={styles.bar ?? ''} />
        <span>{t('orders.delivered', { percent: whole(percent) })}</span>
      </div>
      {order.shipments.map((shipment) => (
        <section key={shipment.id} id={shipment.id} className={styles.shipment} data-current={hash === shipment.id || undefined}>
          <h3>{t('orders.shipmentOf', { date: date(shipment.date) })}</h3>
          <ShipmentFacts order={order} shipment={shipment} />
        </section>
      ))}
    </Section>
  );
}

function ShipmentFacts({ order, shipment }: { readonly order: Schemas['Order']; readonly shipment: Schemas['Shipment'] }) {
  const t = useT();
  const { decimal, money } = useFormats();
  const { tracking, invoiceId, cost } = shipment;
  return (
    <>
      <ul className={styles.shipped}>
        {shipment.lines.map(({ line, quantity }) => (
          <li key={line}>
            {decimal(quantity)} × <b>{order.lines[line - 1]?.code}</b> {order.lines[line - 1]?.name}
          </li>
        ))}
      </ul>
      <Facts
        facts={[
          [t('orders.ship.tracking'), tracking],
          // Of no concern to who gets the paper.
          [t('orders.cost'), money(cost), 'no-print'],
          [
            t('orders.invoice.one'),
            invoiceId ? (
              <Link key={invoiceId} to={`/invoices/${invoiceId}` as never}>
                {numberOf(invoiceId)}
              </Link>
            ) : (
              t('orders.notInvoiced')
            ),
          ],
        ]}
      />
    </>
  );
}
