import { addDays } from '../../../shared/kernel/date.ts';
import type { Role } from '../../../shared/kernel/permission.ts';
import type { Api } from './api.ts';
import { forkliftCourse } from './development.ts';

interface Person {
  readonly givenName: string;
  readonly familyName: string;
  /** Who signs in as that role. */
  readonly role?: Role;
  readonly startDate: string;
  readonly position: string;
  readonly department: string;
  readonly taxId: string;
  readonly socialSecurityNumber: string;
  readonly iban: string;
  readonly birthDate: string;
  readonly annual: string;
  readonly group: string;
  readonly children?: readonly number[];
}

/** Whoever stands first leads the others. */
const PEOPLE: readonly Person[] = [
  {
    ...{ givenName: 'Elena', familyName: 'Robles Ibáñez', role: 'owner', startDate: '2019-03-01', position: 'Gerente' },
    ...{
      department: 'Dirección',
      taxId: '11111111H',
      socialSecurityNumber: '281023456737',
      iban: 'ES5221000813610123450000',
      birthDate: '1978-05-14',
      annual: '48000.00',
      group: '1',
      children: [2012, 2015],
    },
  },
  {
    ...{ givenName: 'Andrés', familyName: 'Molina Soto', role: 'accountant', startDate: '2020-09-15', position: 'Contable' },
    ...{
      department: 'Administración',
      taxId: '22222222J',
      socialSecurityNumber: '281024567890',
      iban: 'ES2821000813610123451111',
      birthDate: '1985-11-02',
      annual: '29400.00',
      group: '3',
    },
  },
  {
    ...{ givenName: 'Lucía', familyName: 'Vega Ramos', role: 'sales', startDate: '2022-02-01', position: 'Comercial' },
    ...{
      department: 'Ventas',
      taxId: '33333333P',
      socialSecurityNumber: '281025678946',
      iban: 'ES0421000813610123452222',
      birthDate: '1990-05-04',
      annual: '24000.00',
      group: '7',
    },
  },
  {
    ...{ givenName: 'Iñaki', familyName: 'Otero Lamas', role: 'warehouse', startDate: '2023-06-12', position: 'Encargado de almacén' },
    ...{
      department: 'Almacén',
      taxId: '44444444A',
      socialSecurityNumber: '281026790002',
      iban: 'ES7721000813610123453333',
      birthDate: '1988-01-23',
      annual: '25200.00',
      group: '5',
      children: [2024],
    },
  },
  {
    ...{ givenName: 'Noa', familyName: 'Prieto Cid', startDate: '2026-01-08', position: 'Moza de almacén' },
    ...{
      department: 'Almacén',
      taxId: '87654321X',
      socialSecurityNumber: '281027901155',
      iban: 'ES5321000813610123454444',
      birthDate: '2001-08-30',
      annual: '17600.00',
      group: '8',
    },
  },
];

/** The people of a company, who leads whom, and what they earn. @returns their ids, in order. */
export async function employ(api: Api): Promise<string[]> {
  const ids = await employPeople(api);
  const { items } = await api.get<{ items: { id: string }[] }>('owner', '/people/employees');
  if (items.length <= ids.length) await beginOnboardings(api);
  return ids;
}

/** Their contribution account, and what the gestoría calls them. */
async function settle(api: Api, ids: readonly string[]): Promise<void> {
  const employees = Object.fromEntries(ids.map((id, i) => [id, `000${i + 1}`]));
  const concepts = { salary: '001', 'extra-pay': '004', 'sick-pay': '060', bonus: '010', worker: '990', withheld: '991', net: '999' };
  await api.put('payroll', '/payroll/settings', {
    contributionAccounts: [{ number: '011128123456742' }],
    gestoria: { name: 'Gestoría Robles', company: '0417', employees, concepts },
  });
}

/** What the company asks of its people beside what every company does. */
const OWN_FIELDS = [
  { name: 'Talla de ropa', kind: 'choice', choices: ['S', 'M', 'L', 'XL'], seenBy: ['manager', 'own'] },
  { name: 'Matrícula', kind: 'text', seenBy: ['own'] },
  { name: 'Taquilla', kind: 'number', seenBy: ['manager', 'own'] },
];

/** The table of an agreement as an example: what it says is no agreement's. @returns its id. */
async function enterSalaryTable(api: Api): Promise<string> {
  const row = (group: string, amount: string) => ({ group, annual: { amount, currency: 'EUR' } });
  const { id } = await api.post<{ id: string }>('owner', '/payroll/salary-tables', 'demo.salary-table', {
    ...{ name: 'Convenio de ejemplo (comercio)', code: '00000000000000', source: 'Ejemplo, sin publicar', from: '2019-01-01' },
    ...{ weeklyHours: '40', rows: [row('Encargado', '22000.00'), row('Comercial', '19500.00'), row('Mozo de almacén', '17300.00')] },
  });
  return id;
}
const GROUPS: Readonly<Record<string, string>> = {
  Comercial: 'Comercial',
  'Encargado de almacén': 'Encargado',
  'Moza de almacén': 'Mozo de almacén',
};

async function employPeople(api: Api): Promise<string[]> {
  const { fields } = await api.get<{ fields: object[] }>('owner', '/people/fields');
  if (fields.length === 0) await api.put('owner', '/people/fields', { fields: OWN_FIELDS });
  const tableId = await enterSalaryTable(api);
  const ids: string[] = [];
  let managerId: string | undefined;
  for (const [i, { role, taxId, socialSecurityNumber, iban, birthDate, annual, group, children = [], ...person }] of PEOPLE.entries()) {
    const email = api.people.find((known) => known.role === role)?.email;
    const { id } = await api.post<{ id: string }>('owner', '/people/employees', `demo.employee.${i}`, {
      ...person,
      ...(role && email ? { email } : {}),
      ...(managerId ? { managerId } : {}),
      fields: { f1: i % 2 === 0 ? 'M' : 'L', f3: String(i + 1) },
    });
    managerId ??= id;
    ids.push(id);
    const descendants = children.map((birthYear) => ({ birthYear, whole: false }));
    const family = [{ from: person.startDate, situation: '3', descendants, ascendants: [] }];
    await api.put('owner', `/people/employees/${id}/personal`, { taxId, socialSecurityNumber, iban, birthDate, family });
    await api.post('owner', `/payroll/employees/${id}/terms`, `demo.tabled-terms.${i}`, {
      ...{ from: person.startDate, group, contract: 'indefinite', annual: { amount: annual, currency: 'EUR' } },
      ...{ extraMonths: [6, 12], accrual: 'half-year', accident: { percent: '1.50', source: 'TGSS, informe de la cuenta de cotización' } },
      ...(GROUPS[person.position] ? { table: { tableId, group: GROUPS[person.position] } } : {}),
    });
  }
  await settle(api, ids);
  return ids;
}

/** Somebody who comes in ten days, by a template of the warehouse, and what is done of it. */
async function beginOnboardings(api: Api): Promise<void> {
  const startDate = addDays(new Date().toISOString().slice(0, 10), 10);
  const forklift = await forkliftCourse(api);
  await api.post('owner', '/onboarding/templates', 'demo.template', {
    ...{ name: 'Almacén', flow: 'joining', position: 'Moza de almacén' },
    tasks: [
      {
        key: 'botas',
        title: 'Entregar calzado de seguridad y chaleco',
        owner: 'manager',
        due: { days: -1, unit: 'workdays' },
        undo: 'Recoger calzado y chaleco',
      },
      {
        key: 'carretilla',
        title: 'Curso de carretilla elevadora',
        owner: 'machine',
        act: 'course',
        courseIds: [forklift.id],
        due: { days: 10, unit: 'workdays' },
      },
      { key: 'cuenta', title: 'Cuenta bancaria para la nómina', owner: 'self', due: { days: 5, unit: 'workdays' }, act: 'bank-account' },
    ],
  });
  const { id: employeeId } = await api.post<{ id: string }>('owner', '/people/employees', 'demo.employee.new', {
    ...{ givenName: 'Marta', familyName: 'Salas Rey', startDate, position: 'Moza de almacén', department: 'Almacén' },
  });
  const personal = { taxId: '12345678Z', birthDate: '1999-03-11', family: [] };
  await api.put('owner', `/people/employees/${employeeId}/personal`, personal);
  const begun = { employeeId, contract: 'indefinite', trialMonths: 2 };
  const { tasks } = await api.post<{ tasks: { id: string; key: string }[] }>('owner', '/onboarding/onboardings', 'demo.onboarding', begun);
  const prevention = tasks.find(({ key }) => key === 'prevention')?.id;
  const text = { text: 'Curso en línea del servicio de prevención, 2 h' };
  await api.post('owner', `/onboarding/tasks/${prevention}/completion`, 'demo.onboarding.prevention', text);
}
