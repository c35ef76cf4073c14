import { addDays, type IsoDate } from '../../../shared/kernel/date.ts';
import { isWorkday } from '../../../shared/kernel/workday.ts';
import type { Api } from './api.ts';

interface Person {
  readonly id: string;
  readonly email?: string;
  readonly startDate: string;
}
const DAYS = 30;
const two = (count: number): string => String(count).padStart(2, '0');

/** What the reader at the door told of a day: everybody comes a little later than the one before; one forgets to go, once. */
function dayOf(people: readonly Person[], day: IsoDate, forgets: boolean): string[] {
  return people.flatMap(({ id }, i) => {
    const late = two((i * 7 + Number(day.slice(8))) % 20);
    const told = [
      `08:${late};entrada`,
      '14:00;salida',
      `15:${late};entrada`,
      ...(forgets && i === people.length - 1 ? [] : [`18:${late};salida`]),
    ];
    return told.map((row) => `${id};${day};${row}`);
  });
}

/** A month of working time by the file of a badge reader, leave that was approved and leave that waits, and a trial that ends. */
export async function keepTime(api: Api, today: IsoDate): Promise<void> {
  const { items } = await api.get<{ items: Person[] }>('owner', '/people/employees');
  const days = Array.from({ length: DAYS }, (_, i) => addDays(today, i - DAYS)).filter((day) => isWorkday(day));
  const rows = days.flatMap((day, i) => dayOf(items, day, i === days.length - 2));
  const text = `empleado;fecha;hora;tipo\n${rows.join('\n')}\n`;
  await api.post('owner', '/time/badge-files', 'demo.time.badges', { fileName: 'puerta.csv', text });
  const ofRole = (role: 'sales' | 'warehouse') => items.find(({ email }) => email === api.people.find((one) => one.role === role)?.email);
  const ask = async (role: 'sales' | 'warehouse', from: IsoDate, to: IsoDate) => {
    const employee = ofRole(role);
    return (
      employee &&
      api.post<{ id: string }>(role, '/time/leave', `demo.leave.${role}`, { employeeId: employee.id, kind: 'holiday', from, to })
    );
  };
  await ask('sales', addDays(today, 20), addDays(today, 24));
  const approved = await ask('warehouse', addDays(today, 7), addDays(today, 9));
  if (approved) await api.post('owner', `/time/leave/${approved.id}/approval`, 'demo.leave.approval', {});
  const last = items.at(-1);
  if (!last) return;
  await api.post('owner', '/time/deadlines', 'demo.deadline', {
    ...{ employeeId: last.id, kind: 'certificate', on: addDays(today, 12), text: 'Carné de carretillero' },
  });
  const keep = (key: string, body: object) => api.post('owner', `/people/employees/${last.id}/documents`, `demo.document.${key}`, body);
  await keep('permit', {
    ...{ type: 'work-permit', number: 'E01234567', issuer: 'Oficina de Extranjería' },
    ...{ issuedOn: addDays(today, -335), expiresOn: addDays(today, 30) },
  });
  await keep('licence', { type: 'driving-licence', number: '87654321X', expiresOn: addDays(today, 3250) });
}
