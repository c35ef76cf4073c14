import { yearOf } from '../../../shared/kernel/date.ts';
import type { Api } from './api.ts';
import type { Profile } from './profile.ts';
import { euros } from './step.ts';

const CENTRES = {
  name: 'Centro de coste',
  values: [
    { code: 'TIENDA', name: 'Tienda' },
    { code: 'ALMACEN', name: 'Almacén' },
    { code: 'OFICINA', name: 'Oficina' },
  ],
};

/** The cost centres that bills are told of, and what the company means to earn and spend this year. */
export async function setAnalysis(api: Api, { rent, payroll }: Profile, today: string): Promise<void> {
  await api.put('accountant', '/dimensions/centro', CENTRES);
  const line = (account: string, month: number, more: object = {}) => ({
    account,
    ...more,
    months: Array.from({ length: 12 }, () => euros(month)),
  });
  const at = (value: string) => ({ dimension: 'centro', value });
  const lines = [
    line('70', payroll * 6),
    line('60', payroll * 3),
    line('621', rent, at('TIENDA')),
    line('628', 300_00, at('ALMACEN')),
    line('629', 250_00, at('OFICINA')),
    line('64', Math.round(payroll * 1.314)),
  ];
  await api.put('accountant', `/budgets/${yearOf(today)}`, { lines });
}
