import { Alert } from '@mantine/core';
import { refusalOfRecipient } from '#domain/finance/events.ts';
import { $api } from '../../api/client.ts';
import { useCompany } from '../../session/company.ts';
import { refusalText } from '../../ui/problem-text.ts';
import type { OrderDraft } from './order-draft.ts';

interface Props {
  readonly customerId: string;
  readonly draft: OrderDraft;
  /** What the order comes to, in minor units. */
  readonly gross: number;
}

/** Told while the customer is there: the invoice will need a tax id that they have not given. */
export function UnknownRecipient({ customerId, draft: { date, lines }, gross }: Props) {
  const { data: issuer } = useCompany();
  const { data: customer } = $api.useQuery('get', '/customers/{customerId}', { params: { path: { customerId } } });
  const why = customer && issuer && refusalOfRecipient({ customer, lines, totals: { gross }, issuer }, date, 'customerId');
  return why ? <Alert color="yellow">{refusalText(why)}</Alert> : null;
}
