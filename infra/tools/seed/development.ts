import { addDays, type IsoDate } from '../../../shared/kernel/date.ts';
import type { Role } from '../../../shared/kernel/permission.ts';
import type { Api } from './api.ts';

interface Person {
  readonly id: string;
  readonly email?: string;
  readonly position: string;
  readonly state: string;
}
interface Made {
  readonly id: string;
}

const eur = (amount: string) => ({ amount, currency: 'EUR' });
/** The course that whoever comes to the warehouse takes, before the others are made. */
export const forkliftCourse = (api: Api): Promise<Made> =>
  api.post<Made>('owner', '/development/courses', 'demo.course.forklift', {
    ...{ title: 'Carretilla elevadora', provider: 'Instituto de Formación Logística', hours: '8', cost: eur('140.00') },
    ...{ certifies: true, validMonths: 60 },
  });

const SKILLS = [
  ['Excel y facturación', 'Oficina'],
  ['Negociación', 'Ventas'],
  ['Atención al cliente', 'Ventas'],
  ['Carretilla elevadora', 'Almacén'],
  ['Inventario', 'Almacén'],
] as const;
/** What positions ask for, by the places of {@link SKILLS}. */
const ASKED: Readonly<Record<string, readonly (readonly [skill: number, level: number])[]>> = {
  Contable: [[0, 4]],
  Comercial: [
    [1, 3],
    [2, 3],
    [0, 2],
  ],
  'Encargado de almacén': [
    [3, 3],
    [4, 4],
  ],
  'Moza de almacén': [
    [3, 2],
    [4, 2],
  ],
};
const LEVELS: Readonly<Record<string, readonly number[]>> = {
  Contable: [4],
  Comercial: [2, 3, 2],
  'Encargado de almacén': [3, 3],
  'Moza de almacén': [1, 2],
};

/** Skills with what positions ask for and what people have of it. */
async function skills(api: Api, people: readonly Person[], today: IsoDate): Promise<void> {
  const ids: string[] = [];
  for (const [i, [name, group]] of SKILLS.entries())
    ids.push((await api.post<Made>('owner', '/development/skills', `demo.skill.${i}`, { name, group })).id);
  for (const [position, asked] of Object.entries(ASKED)) {
    const wanted = asked.map(([skill, level]) => ({ skillId: ids[skill], level }));
    await api.put('owner', '/development/positions', { position, from: '2025-01-01', skills: wanted });
  }
  for (const { id, position } of people) {
    const had = ASKED[position]?.map(([skill], i) => ({ skillId: ids[skill], level: LEVELS[position]?.[i] ?? 1 }));
    if (had)
      await api.post('owner', `/development/employees/${id}/skills`, `demo.assessed.${id}`, { on: addDays(today, -60), skills: had });
  }
}

/** Courses that people take, and a certificate that ends soon. */
async function training(api: Api, people: readonly Person[], forklift: string, today: IsoDate): Promise<void> {
  const excel = await api.post<Made>('owner', '/development/courses', 'demo.course.excel', {
    ...{ title: 'Excel avanzado', provider: 'Academia Norte', hours: '20', cost: eur('180.00') },
  });
  await api.post<Made>('owner', '/development/courses', 'demo.course.first-aid', {
    ...{ title: 'Primeros auxilios', provider: 'Mutua', hours: '4', certifies: true, validMonths: 24 },
  });
  const of = (position: string) => people.find((one) => one.position === position)?.id;
  const enrol = async (key: string, position: string, courseId: string, on: IsoDate) => {
    const employeeId = of(position);
    return (
      employeeId && (await api.post<Made>('owner', '/development/enrolments', `demo.enrolment.${key}`, { employeeId, courseId, on })).id
    );
  };
  await enrol('planned', 'Comercial', excel.id, addDays(today, 30));
  const ordered = await enrol('ordered', 'Contable', excel.id, addDays(today, 14));
  if (ordered) await api.post('owner', `/development/enrolments/${ordered}/order`, 'demo.enrolment.order', {});
  const done = await enrol('done', 'Moza de almacén', forklift, addDays(today, -20));
  const result = { result: 'done', on: addDays(today, -19), number: 'CE-1042' };
  if (done) await api.post('owner', `/development/enrolments/${done}/completion`, 'demo.enrolment.completion', result);
  const keeper = of('Encargado de almacén');
  if (keeper)
    await api.post('owner', '/development/certificates', 'demo.certificate', {
      ...{ employeeId: keeper, title: 'Carretilla elevadora', courseId: forklift, number: 'CE-0311' },
      ...{ issuedOn: addDays(today, -1790), expiresOn: addDays(today, 35) },
    });
}

/** A cycle of reviews in which people write, with what each has for goals. */
async function reviews(api: Api, people: readonly Person[], today: IsoDate): Promise<void> {
  const cycle = await api.post<Made>('owner', '/development/cycles', 'demo.cycle', {
    ...{ title: 'Evaluación anual', from: `${today.slice(0, 4)}-01-01`, to: today, due: addDays(today, 21) },
  });
  const self = (role: Role) => people.find(({ email }) => email === api.people.find((one) => one.role === role)?.email);
  const seller = self('sales');
  if (!seller) return;
  const of = `/development/cycles/${cycle.id}/reviews/${seller.id}`;
  const goal = { employeeId: seller.id, kind: 'result', title: 'Abrir diez cuentas nuevas', due: addDays(today, 120) };
  const { id } = await api.post<Made>('sales', '/development/goals', 'demo.goal', goal);
  await api.patch('sales', `/development/goals/${id}`, { progress: 40 });
  const learns = { ...goal, kind: 'development', title: 'Mejorar en negociación', due: addDays(today, 200) };
  await api.post('owner', '/development/goals', 'demo.goal.development', learns);
  await api.put('sales', `${of}/self`, { achievements: 'Siete cuentas nuevas y dos ferias.', rating: 4, handedIn: true });
  // Neither whose review it is nor whoever asks, and nobody who has left.
  const asker = self('owner');
  const peers = people.filter((one) => one.id !== seller.id && one.id !== asker?.id && one.state === 'active').map((one) => one.id);
  if (peers.length >= 3) await api.post('owner', `${of}/peers`, 'demo.peers', { peers: peers.slice(0, 3) });
}

/** Courses, skills, certificates, goals and a cycle of reviews. */
export async function develop(api: Api, today: IsoDate): Promise<void> {
  const { items } = await api.get<{ items: Person[] }>('owner', '/people/employees');
  const forklift = await forkliftCourse(api);
  await skills(api, items, today);
  await training(api, items, forklift.id, today);
  await reviews(api, items, today);
}
