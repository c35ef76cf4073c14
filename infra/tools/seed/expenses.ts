import { addDays, type IsoDate } from '../../../shared/kernel/date.ts';
import type { Api } from './api.ts';

const eur = (amount: string) => ({ amount, currency: 'EUR' });
const HOTEL = { issuer: 'Hotel Plaza del Arenal, S.A.', taxId: 'A58818501', number: 'H-2026/0118', taxCode: 'IVA-R' };

interface Claim {
  readonly id: string;
}

/** What two people have paid for the company: a journey that was approved, and is owed; one to approve; and one that lacked its receipt. */
export async function claimExpenses(api: Api, today: IsoDate): Promise<void> {
  const { items } = await api.get<{ items: Claim[] }>('accountant', '/expense-claims');
  if (items.length > 0) return;
  const submit = (by: 'sales' | 'warehouse', name: string, body: object) =>
    api.post<Claim>(by, '/expense-claims', `demo.expenses.${name}`, body);
  const iban = { sales: 'ES9121000418450200051332', warehouse: 'ES7921000813610123456789' };
  const fair = await submit('sales', 'fair', {
    ...{ text: 'Feria del sector en Valencia', iban: iban.sales },
    lines: [
      { date: addDays(today, -5), kind: 'mileage', text: 'Ida y vuelta', km: '712' },
      { date: addDays(today, -4), kind: 'lodging', amount: eur('110.00'), invoice: HOTEL },
      { date: addDays(today, -4), kind: 'meals', text: 'Cena', amount: eur('31.50') },
    ],
  });
  await api.post('accountant', `/expense-claims/${fair.id}/approval`, 'demo.expenses.approval', {});
  const taxi = { date: addDays(today, -2), kind: 'travel', text: 'Taxi', amount: eur('18.40') };
  await submit('warehouse', 'taxi', { text: 'Recogida urgente en aduana', iban: iban.warehouse, lines: [taxi] });
  const lunch = { date: addDays(today, -3), kind: 'meals', amount: eur('64.00') };
  const rejected = await submit('sales', 'lunch', { text: 'Comida con un cliente', lines: [lunch] });
  await api.post('accountant', `/expense-claims/${rejected.id}/rejection`, 'demo.expenses.rejection', { reason: 'Falta el tique' });
}
