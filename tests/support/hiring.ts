import { handler as equipmentCommands } from '../../functions/hr/equipment/commands.ts';
import { handler as equipmentQueries } from '../../functions/hr/equipment/queries.ts';
import { handler as commands } from '../../functions/hr/onboarding/commands.ts';
import { handler as queries } from '../../functions/hr/onboarding/queries.ts';
import { handler as payCommands } from '../../functions/hr/payroll/commands.ts';
import { handler as peopleCommands } from '../../functions/hr/people/commands.ts';
import { handler as peopleQueries } from '../../functions/hr/people/queries.ts';
import { handler as recruitingCommands } from '../../functions/hr/recruiting/commands.ts';
import { handler as recruitingQueries } from '../../functions/hr/recruiting/queries.ts';
import { addDays, dateIn } from '../../shared/kernel/date.ts';
import { enlistTenant } from '../../shared/runtime/tenants.ts';
import { type Answer, call, newTenant } from './call.ts';
import { newCompany } from './company.ts';

/** As the company counts it: in the last hour of a day in UTC it is the next one in Madrid. */
export const today = dateIn('Europe/Madrid', new Date());
const HANDLERS: Readonly<Record<string, readonly [typeof commands, typeof commands]>> = {
  onboarding: [commands, queries],
  people: [peopleCommands, peopleQueries],
  payroll: [payCommands, queries],
  equipment: [equipmentCommands, equipmentQueries],
  recruiting: [recruitingCommands, recruitingQueries],
} as never;
/** Ids in a route, by what they are called in its template. */
const NAMES: Readonly<Record<string, string>> = {
  emp: 'employeeId',
  onb: 'onboardingId',
  otk: 'taskId',
  otp: 'templateId',
  vac: 'vacancyId',
  apl: 'applicationId',
  eqp: 'equipmentId',
};

interface Asking {
  readonly query?: Readonly<Record<string, string>>;
  readonly key?: string;
}

/** A company with HR people, a payroll person and a lead, who ask by their names: `hr`, `hr2`, `payroll`, `lead`, `clerk`. */
export async function hiringCompany() {
  const tenant = newTenant();
  const { records } = await newCompany(tenant);
  await enlistTenant(tenant);
  const ROLES: Readonly<Record<string, readonly string[]>> = {
    ...{ hr: ['hr'], hr2: ['hr'], payroll: ['payroll'], lead: ['manager'], clerk: ['employee'], owner: ['owner'] },
  };
  const at = (name: string) => `${name}@${tenant}.example`;
  const ask = (by: string, route: string, body?: unknown, { query, key }: Asking = {}): Promise<Answer> => {
    const [method, path = ''] = route.split(' ');
    const template = path
      .replaceAll(/\b(emp|onb|otk|otp|vac|apl|eqp)_[0-9A-Z]{26}/g, (_, prefix: string) => `{${NAMES[prefix]}}`)
      .replace(/\/interviews\/\d+/, '/interviews/{no}');
    const [write, read] = HANDLERS[path.split('/')[1] ?? ''] ?? [commands, queries];
    const writes = method !== 'GET' || /\/(personal|filings)$/.test(path);
    return call((writes ? write : read) as never, route, `${method} ${template}`, {
      ...{ tenant, email: at(by) },
      ...(ROLES[by] ? { roles: ROLES[by] } : {}),
      ...(body === undefined ? {} : { body }),
      ...(query ? { query } : {}),
      ...(key ? { key } : {}),
    });
  };
  const done = async (by: string, route: string, body?: unknown, asking?: Asking) => {
    const answer = await ask(by, route, body, asking);
    if (answer.status >= 300) throw new Error(`${route}: ${answer.status} ${JSON.stringify(answer.body).slice(0, 400)}`);
    return answer.body;
  };
  const refused = async (by: string, route: string, body?: unknown) => {
    const answer = await ask(by, route, body);
    return [answer.status, answer.body.code];
  };
  /** An employee whose first day is so many days from today. */
  const employ = async (email: string | undefined, inDays: number, more: object = {}): Promise<string> => {
    const body = { givenName: 'Ana', familyName: 'Vega', startDate: addDays(today, inDays), position: 'Ventas', ...more };
    return (await done('hr', 'POST /people/employees', { ...body, ...(email ? { email } : {}) })).id;
  };
  const get = (id: string) => done('hr', `GET /onboarding/onboardings/${id}`);
  const taskOf = async (id: string, key: string) => (await get(id)).tasks.find((task: { key: string }) => task.key === key);
  return { tenant, records, at, ask, done, refused, employ, get, taskOf };
}
export type HiringCompany = Awaited<ReturnType<typeof hiringCompany>>;

export const PERSONAL = { taxId: '12345678Z', birthDate: '1990-05-04', family: [] };
const eur = (amount: string) => ({ amount, currency: 'EUR' });
export const termsFrom = (from: string) => ({
  ...{ from, group: '7', contract: 'indefinite', annual: eur('24000.00'), extraMonths: [6, 12], accrual: 'half-year' },
  accident: { percent: '1.50', source: 'TGSS' },
});
