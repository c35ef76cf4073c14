import { beforeAll, describe, expect, it } from 'vitest';
import { handler as people } from '../../../functions/hr/people/commands.ts';
import { handler as commands } from '../../../functions/hr/time/commands.ts';
import { handler as queries } from '../../../functions/hr/time/queries.ts';
import { handler as home } from '../../../functions/insights/home/queries.ts';
import { addDays } from '../../../shared/kernel/date.ts';
import { type Call, call, newTenant } from '../../support/call.ts';
import { newCompany } from '../../support/company.ts';

const tenant = newTenant();
const at = (name: string) => `${name}@${tenant}.example`;
type Who = Pick<Call, 'roles' | 'email'>;
const HR: Who = { roles: ['hr'], email: at('hr') };
const BOSS: Who = { roles: ['manager'], email: at('boss') };
const CLERK: Who = { roles: ['employee'], email: at('clerk') };
const OTHER: Who = { roles: ['employee'], email: at('other') };

const ask = (handler: unknown, template: string, who: Who, path: Record<string, string> = {}, rest: Partial<Call> = {}) => {
  const route = Object.entries(path).reduce((text, [name, value]) => text.replace(`{${name}}`, value), template);
  return call(handler as never, route, template, { tenant, ...who, ...rest });
};
const enter = async (givenName: string, email: string, more: object = {}) =>
  (
    await ask(
      people,
      'POST /people/employees',
      HR,
      {},
      {
        body: { givenName, familyName: 'Vega', email, startDate: '2020-01-01', position: 'Ventas', workplace: 'Getafe', ...more },
      },
    )
  ).body.id as string;

/** Next year, whatever year it is: nothing of it is past. */
const year = String(new Date().getUTCFullYear() + 1);
const ids = { boss: '', clerk: '', other: '' };
const request = (who: Who, body: object, rest: Partial<Call> = {}) => ask(commands, 'POST /time/leave', who, {}, { body, ...rest });
const holiday = (from: string, to: string, more: object = {}) => ({
  employeeId: ids.clerk,
  kind: 'holiday',
  from: `${year}-${from}`,
  to: `${year}-${to}`,
  ...more,
});
const balance = async (who: Who = CLERK) =>
  (await ask(queries, 'GET /time/employees/{employeeId}/leave-balance', who, { employeeId: ids.clerk }, { query: { year } })).body;
const approve = (who: Who, leaveId: string) => ask(commands, 'POST /time/leave/{leaveId}/approval', who, { leaveId });
const reject = (who: Who, leaveId: string) =>
  ask(commands, 'POST /time/leave/{leaveId}/rejection', who, { leaveId }, { body: { reason: 'Inventario' } });
const withdraw = (who: Who, leaveId: string) => ask(commands, 'POST /time/leave/{leaveId}/withdrawal', who, { leaveId });
const cancel = (who: Who, leaveId: string) =>
  ask(commands, 'POST /time/leave/{leaveId}/cancellation', who, { leaveId }, { body: { reason: 'Cambio de planes' } });
const revoke = (who: Who, leaveId: string) =>
  ask(commands, 'POST /time/leave/{leaveId}/revocation', who, { leaveId }, { body: { reason: 'Inventario' } });
const get = (who: Who, leaveId: string) => ask(queries, 'GET /time/leave/{leaveId}', who, { leaveId });

beforeAll(async () => {
  await newCompany(tenant);
  ids.boss = await enter('Berta', at('boss'));
  ids.clerk = await enter('Clara', at('clerk'), { managerId: ids.boss });
  ids.other = await enter('Óscar', at('other'));
});

describe('leave', () => {
  it('is asked for, decided by whoever leads, and taken from the balance', async () => {
    const asked = await request(CLERK, holiday('08-02', '08-15'), { key: 'summer' });
    expect(asked.body).toMatchObject({ state: 'requested', days: '14', article: 'ET 38', requestedBy: at('clerk') });
    // The same request again is the same leave.
    expect((await request(CLERK, holiday('08-02', '08-15'), { key: 'summer' })).body.id).toBe(asked.body.id);
    expect(await balance()).toMatchObject({ entitled: '30', taken: '0', requested: '14', count: 'natural' });
    expect((await get(BOSS, asked.body.id)).body.actions).toMatchObject({ approveLeave: null, rejectLeave: null });
    expect((await get(CLERK, asked.body.id)).body.actions).toMatchObject({ withdrawLeave: null });
    expect((await approve(CLERK, asked.body.id)).body.code).toBe('role.not_allowed');
    expect((await approve(BOSS, asked.body.id)).body).toMatchObject({ state: 'approved', decided: { by: at('boss') } });
    expect((await approve(BOSS, asked.body.id)).body.code).toBe('leave.state');
    expect(await balance()).toMatchObject({ taken: '14', requested: '0' });
  });

  it('is refused over the balance, over another, and out of a permit’s days', async () => {
    // What is left of this year may come over: more than both years have is too much.
    expect((await request(CLERK, holiday('09-01', '11-30'))).body).toMatchObject({ status: 422, code: 'leave.over_balance' });
    expect((await request(CLERK, holiday('08-15', '08-16'))).body.code).toBe('leave.overlaps');
    expect((await request(CLERK, { ...holiday('06-01', '06-16'), kind: 'marriage' })).body.code).toBe('leave.over_limit');
    expect((await request(CLERK, holiday('06-02', '06-01'))).body.code).toBe('leave.dates');
    expect((await request(CLERK, { ...holiday('06-01', '06-02'), kind: 'sickness' })).body).toMatchObject({
      status: 403,
      code: 'leave.entered',
    });
    expect((await request(CLERK, { employeeId: ids.clerk, kind: 'holiday', from: '2019-12-31', to: '2019-12-31' })).body.code).toBe(
      'leave.not_employed',
    );
  });

  it('of two that pass each other by, one is refused: the account holds both', async () => {
    const both = await Promise.all([request(CLERK, holiday('04-05', '04-06')), request(CLERK, holiday('04-06', '04-07'))]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([201, 422]);
    const made = both.find(({ status }) => status === 201);
    expect((await withdraw(CLERK, made?.body.id)).body.state).toBe('withdrawn');
    expect(await balance()).toMatchObject({ requested: '0' });
  });

  it('gives its days back as it is rejected, withdrawn or cancelled', async () => {
    const first = (await request(CLERK, holiday('10-04', '10-05', { untilNoon: true }))).body;
    expect(first.days).toBe('1.5');
    expect((await withdraw(OTHER, first.id)).body.code).toBe('leave.not_found');
    expect((await withdraw(BOSS, first.id)).body.code).toBe('leave.not_found');
    expect((await withdraw(HR, first.id)).body.code).toBe('leave.not_own');
    expect((await reject(BOSS, first.id)).body).toMatchObject({ state: 'rejected', decided: { reason: 'Inventario' } });
    const second = (await request(CLERK, holiday('10-04', '10-05'))).body;
    await approve(BOSS, second.id);
    expect((await cancel(CLERK, second.id)).body).toMatchObject({ state: 'cancelled', ended: { by: at('clerk') } });
    const third = (await request(CLERK, holiday('10-04', '10-05'))).body;
    await approve(BOSS, third.id);
    expect((await revoke(CLERK, third.id)).body.code).toBe('role.not_allowed');
    expect((await revoke(BOSS, third.id)).body).toMatchObject({ state: 'cancelled', ended: { by: at('boss'), reason: 'Inventario' } });
    expect(await balance()).toMatchObject({ taken: '14', requested: '0' });
  });

  it('is seen by whose it is, whoever leads them, and HR', async () => {
    const names = async (who: Who) => {
      const { body } = await ask(queries, 'GET /time/leave', who, {}, { query: { from: `${year}-01-01`, state: 'approved' } });
      return body.items.map(({ name, from }: { name: string; from: string }) => [name, from]);
    };
    const summer = ['Clara Vega', `${year}-08-02`];
    expect([await names(CLERK), await names(BOSS), await names(HR), await names(OTHER)]).toEqual([[summer], [summer], [summer], []]);
    const month = async (who: Who) =>
      (await ask(queries, 'GET /time/team-calendar', who, {}, { query: { month: `${year}-08` } })).body.items.map(
        ({ name, leave }: { name: string; leave: object[] }) => [name, leave.length],
      );
    expect(await month(BOSS)).toEqual([
      ['Berta Vega', 0],
      ['Clara Vega', 1],
    ]);
    expect(await month(OTHER)).toEqual([['Óscar Vega', 0]]);
    expect((await get(OTHER, (await request(CLERK, holiday('12-20', '12-20'))).body.id)).body.code).toBe('leave.not_found');
    const waiting = async (who: Who) => (await ask(home, 'GET /home', who)).body.waiting;
    expect([(await waiting(BOSS)).leaveToDecide.count, (await waiting(CLERK)).leaveToDecide]).toEqual([1, undefined]);
  });

  it('that is entered by HR for others needs no decision; nobody decides on their own', async () => {
    const sick = await request(HR, { employeeId: ids.other, kind: 'sickness', from: `${year}-03-01`, to: `${year}-03-10` });
    expect(sick.body).toMatchObject({ state: 'approved', article: 'LGSS 169–173' });
    const own = await request(BOSS, { employeeId: ids.boss, kind: 'holiday', from: `${year}-05-03`, to: `${year}-05-04` });
    expect((await approve(BOSS, own.body.id)).body.code).toBe('leave.own_decision');
    expect((await approve(HR, own.body.id)).body.state).toBe('approved');
  });
});

describe('calendars, balances and deadlines', () => {
  const put = (who: Who, body: object) => ask(commands, 'PUT /time/calendars', who, {}, { body });
  it('days of work leave out what the town has published', async () => {
    // The first Monday of February of that year.
    const monday =
      Array.from({ length: 7 }, (_, i) => `${year}-02-0${i + 1}`).find((day) => new Date(`${day}T00:00:00Z`).getUTCDay() === 1) ?? '';
    const body = { workplace: 'Getafe', town: 'Getafe', source: 'BOCM', holidays: [{ date: monday, name: 'Fiesta local', scope: 'town' }] };
    expect((await put(CLERK, body)).body.code).toBe('role.not_allowed');
    expect((await put(HR, body)).status).toBe(200);
    const days = async (employeeId: string) => {
      const asked = await request(
        HR,
        { employeeId, kind: 'illness-of-relative', from: monday, to: addDays(monday, 1) },
        { query: { dryRun: 'true' } },
      );
      return asked.body.days;
    };
    expect(await days(ids.other)).toBe('1');
    const { body: list } = await ask(queries, 'GET /time/calendars', CLERK);
    expect(list.items.map(({ workplace }: { workplace: string }) => workplace)).toEqual(['Getafe']);
    const kinds = (await ask(queries, 'GET /time/leave-kinds', CLERK)).body.items;
    expect(kinds.find(({ kind }: { kind: string }) => kind === 'marriage')).toMatchObject({ article: 'ET 37.3.a', days: 15 });
  });

  it('holiday is brought forward by hand, as leave is first kept', async () => {
    const body = { year: Number(year), halves: 7, reason: 'Programa anterior' };
    const brought = await ask(commands, 'PUT /time/employees/{employeeId}/leave-opening', HR, { employeeId: ids.other }, { body });
    expect(brought.body).toMatchObject({ carried: '3.5', entitled: '30', available: '33.5' });
  });

  it('what ends is told from its day on until somebody has dealt with it', async () => {
    const today = new Date().toISOString().slice(0, 10);
    const note = (days: number) =>
      ask(commands, 'POST /time/deadlines', HR, {}, { body: { employeeId: ids.clerk, kind: 'trial', on: addDays(today, days) } });
    const [soon, later] = [await note(20), await note(60)];
    expect(later.status).toBe(201);
    const count = async () => (await ask(home, 'GET /home', HR)).body.waiting.staffDeadlines.count;
    expect(await count()).toBe(1);
    const list = (who: Who) => ask(queries, 'GET /time/deadlines', who, {}, { query: { state: 'open' } });
    expect((await list(HR)).body.items.map(({ id }: { id: string }) => id)).toEqual([soon.body.id, later.body.id]);
    expect((await list(BOSS)).body.code).toBe('role.not_allowed');
    const close = () => ask(commands, 'POST /time/deadlines/{deadlineId}/closing', HR, { deadlineId: soon.body.id }, { body: {} });
    expect((await close()).body.state).toBe('done');
    expect((await close()).body.code).toBe('staff_deadline.done');
    expect(await count()).toBe(0);
  });
});

describe('a file of a badge reader', () => {
  it('is taken in row by row, once, and says what is wrong with the others', async () => {
    const day = addDays(new Date().toISOString().slice(0, 10), -20);
    const shown = day.split('-').reverse().join('/');
    const text = [
      'Empleado;Fecha;Hora;Tipo',
      `${at('clerk')};${shown};9:00;Entrada`,
      `${ids.clerk};${day};17:30;salida`,
      `${at('nobody')};${day};09:00;entrada`,
      `${at('clerk')};2026-02-30;09:00;entrada`,
      `${at('clerk')};${day};25:00;entrada`,
      `${at('clerk')};2020-03-02;09:00;entrada`,
    ].join('\r\n');
    const bring = (who: Who, content: string) =>
      ask(commands, 'POST /time/badge-files', who, {}, { body: { fileName: 'puerta.csv', text: content } });
    const first = (await bring(HR, text)).body;
    expect(first).toMatchObject({ rows: 6, created: 2, known: 0 });
    expect(first.refused).toEqual([
      { line: 4, fault: 'employee' },
      { line: 5, fault: 'day' },
      { line: 6, fault: 'hour' },
      { line: 7, fault: 'age' },
    ]);
    expect((await bring(HR, text)).body).toMatchObject({ created: 0, known: 2 });
    // An employee brings their own alone.
    expect((await bring(OTHER, text)).body).toMatchObject({ created: 0, known: 0 });
    expect((await bring(HR, 'a;b\n1;2')).body.code).toBe('badge_file.heading');
    const register = await ask(
      queries,
      'GET /time/employees/{employeeId}/register',
      CLERK,
      { employeeId: ids.clerk },
      { query: { month: day.slice(0, 7) } },
    );
    const worked = register.body.days.find(({ date }: { date: string }) => date === day);
    expect(worked.minutes).toBe(510);
    expect(register.body.entries.find(({ date }: { date: string }) => date === day)).toMatchObject({ source: 'file', late: true });
  });
});
