import { handler as commands } from '../../functions/hr/payroll/commands.ts';
import { handler as queries } from '../../functions/hr/payroll/queries.ts';
import { calculatePortion, freezePeople, proposePayRun } from '../../functions/hr/payroll/run-calculation.ts';
import { postPayRun } from '../../functions/hr/payroll/run-posting.ts';
import { handler as peopleCommands } from '../../functions/hr/people/commands.ts';
import { PayrollRuns } from '../../shared/domain/hr/payroll/payroll-run.ts';
import { call } from './call.ts';
import { recordsOf } from './company.ts';
import { peopleOf } from './people.ts';

const templateOf = (route: string): string =>
  route
    .replace(/pyn_[0-9A-Z]+/, '{runId}')
    .replace(/emp_[0-9A-Z]+/, '{employeeId}')
    .replace(/slips\/[\d.-]+/, 'slips/{place}')
    .replace(/ppy_[0-9A-Z]+/, '{paymentId}')
    .replace(/slt_[0-9A-Z]+/, '{tableId}')
    .replace(/inputs\/[\d-]+/, 'inputs/{month}');

export const COMPANY_IBAN = 'ES9121000418450200051332';
const euros = (amount: string) => ({ amount, currency: 'EUR' });

interface NewEmployee {
  readonly givenName: string;
  readonly familyName?: string;
  readonly taxId: string;
  readonly annual?: string;
  readonly email?: string;
  readonly department?: string;
  readonly managerId?: string;
  readonly iban?: string;
  readonly startDate?: string;
  readonly terms?: object;
  readonly personal?: object;
}

/** The pay of one company, through its Lambda handlers: `hana` hires, `pia` prepares pay, `ana` and `bea` approve it. */
export function payrollOf(tenant: string) {
  const { ask, done, refused } = peopleOf(tenant, { commands, queries }, templateOf);
  const hire = async (body: object): Promise<string> => {
    const route = 'POST /people/employees';
    const { body: made } = await call(peopleCommands, route, route, { tenant, email: `hana@${tenant}.example`, roles: ['hr'], body });
    return made.id as string;
  };
  const putPersonal = (employeeId: string, body: object) =>
    call(peopleCommands, `PUT /people/employees/${employeeId}/personal`, 'PUT /people/employees/{employeeId}/personal', {
      ...{ tenant, email: `hana@${tenant}.example`, roles: ['hr'], body },
    });
  const setTerms = (employeeId: string, terms: object) =>
    done('pia', `POST /payroll/employees/${employeeId}/terms`, { ...TERMS, ...terms });
  const employ = async ({ taxId, annual = '24000.00', iban, terms, personal, ...person }: NewEmployee): Promise<string> => {
    const startDate = person.startDate ?? '2024-01-01';
    const id = await hire({ familyName: 'Vega', position: 'Ventas', ...person, startDate });
    await putPersonal(id, { taxId, birthDate: '1990-05-04', family: [], ...(iban ? { iban } : {}), ...personal });
    await setTerms(id, { from: startDate, annual: euros(annual), ...terms });
    return id;
  };
  /** Everybody who takes part is a member with their role. */
  const letIn = async () => {
    await ask('pia', 'GET /payroll/runs', undefined, { roles: ['payroll'] });
    for (const by of ['ana', 'bea']) await ask(by, 'GET /payroll/runs', undefined, { roles: ['owner'] });
  };
  const runOf = (runId: string) => recordsOf(tenant).getOrThrow(PayrollRuns, runId);
  /** What the workflow does until the run waits for its approvals. */
  const calculate = async (runId: string) => {
    const run = await freezePeople(recordsOf(tenant), await runOf(runId));
    for (let no = 1; no <= (run.portions ?? 0); no += 1) await calculatePortion(recordsOf(tenant), run, no);
    return proposePayRun(recordsOf(tenant), await runOf(runId));
  };
  const propose = async (month: string, body: object = {}) => {
    const { id } = await done('pia', 'POST /payroll/runs', { month, iban: COMPANY_IBAN, ...body });
    await calculate(id);
    return done('pia', `GET /payroll/runs/${id}`);
  };
  const approve = (by: string, runId: string) => done(by, `POST /payroll/runs/${runId}/approval`);
  /** What the workflow does once a run is approved. */
  const finish = async (runId: string) => postPayRun(recordsOf(tenant), await runOf(runId), new Date().toISOString().slice(0, 10));
  /** A run from its proposal to its posting. */
  const pay = async (month: string, body: object = {}) => {
    const { id } = await propose(month, body);
    for (const by of ['ana', 'bea']) await approve(by, id);
    await finish(id);
    return done('pia', `GET /payroll/runs/${id}`);
  };
  const peopleIn = async (runId: string) => (await done('pia', `GET /payroll/runs/${runId}/people`)).items;
  const slip = (by: string, employeeId: string, place: string) => done(by, `GET /payroll/employees/${employeeId}/slips/${place}`);
  const put = (employeeId: string, month: string, body: object) =>
    done('pia', `PUT /payroll/employees/${employeeId}/inputs/${month}`, body);
  return { ask, done, refused, employ, putPersonal, setTerms, letIn, calculate, propose, approve, finish, pay, peopleIn, slip, put, runOf };
}

const TERMS = {
  ...{ group: '7', contract: 'indefinite', extraMonths: [6, 12], accrual: 'half-year' },
  accident: { percent: '1.50', source: 'TGSS' },
};
