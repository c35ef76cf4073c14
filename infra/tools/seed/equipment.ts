import { addDays, type IsoDate } from '../../../shared/kernel/date.ts';
import type { Api } from './api.ts';

interface Made {
  readonly id: string;
}
const THINGS = [
  ['laptop', 'Portátil 14"', 'PT-0031'],
  ['laptop', 'Portátil 14"', 'PT-0032'],
  ['phone', 'Teléfono de empresa', 'TF-0107'],
  ['vehicle', 'Furgoneta de reparto', '4711 KLM'],
  ['key', 'Llaves del almacén', 'LL-03'],
  ['card', 'Tarjeta de acceso', 'TA-0219'],
] as const;

/** Things that people have, one that came back, and one that is retired. */
export async function equip(api: Api, today: IsoDate): Promise<void> {
  const { items } = await api.get<{ items: { readonly id: string; readonly state: string }[] }>('owner', '/people/employees');
  const people = items.filter(({ state }) => state === 'active');
  const ids: string[] = [];
  for (const [i, [type, name, number]] of THINGS.entries())
    ids.push((await api.post<Made>('owner', '/equipment', `demo.equipment.${i}`, { type, name, number })).id);
  const step = (i: number, what: string, body: object) =>
    api.post('owner', `/equipment/${ids[i]}/${what}`, `demo.equipment.${i}.${what}.${JSON.stringify(body).length}`, body);
  for (const [i, days] of [300, 200, 150, 90].entries()) {
    const employeeId = people[i % people.length]?.id;
    if (employeeId) await step(i, 'handover', { employeeId, on: addDays(today, -days), condition: 'Nuevo' });
  }
  await step(1, 'return', { on: addDays(today, -20), condition: 'Batería gastada' });
  await step(5, 'retirement', { reason: 'No funciona en el torno' });
}
