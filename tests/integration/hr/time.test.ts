import { beforeAll, describe, expect, it } from 'vitest';
import { handler as people } from '../../../functions/hr/people/commands.ts';
import { handler as commands } from '../../../functions/hr/time/commands.ts';
import { handler as print } from '../../../functions/hr/time/print.ts';
import { handler as queries } from '../../../functions/hr/time/queries.ts';
import { type Call, call, newTenant } from '../../support/call.ts';
import { newCompany } from '../../support/company.ts';
import { readPdf } from '../../support/pdf.ts';

const tenant = newTenant();
const at = (name: string) => `${name}@${tenant}.example`;
type Who = Pick<Call, 'roles' | 'email'>;
const HR: Who = { roles: ['hr'], email: at('hr') };
const BOSS: Who = { roles: ['manager'], email: at('boss') };
const CLERK: Who = { roles: ['employee'], email: at('clerk') };
const OTHER: Who = { roles: ['employee'], email: at('other') };
const AUDITOR: Who = { roles: ['auditor'], email: at('auditor') };

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
        body: { givenName, familyName: 'Vega', email, startDate: '2024-01-01', position: 'Ventas', ...more },
      },
    )
  ).body.id as string;

const ids = { boss: '', clerk: '', other: '', hr: '' };
/** Yesterday, as the service has it, at an hour of UTC. */
const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
const month = yesterday.slice(0, 7);
const tell = (who: Who, employeeId: string, kind: string, time: string, rest: Partial<Call> = {}) =>
  ask(commands, 'POST /time/entries', who, {}, { body: { employeeId, kind, at: `${yesterday}T${time}:00Z` }, ...rest });
const register = (who: Who, employeeId: string) =>
  ask(queries, 'GET /time/employees/{employeeId}/register', who, { employeeId }, { query: { month } });
const day = async (employeeId: string) =>
  (await register(HR, employeeId)).body.days.find(({ date }: { date: string }) => date === yesterday);
const file = (who: Who, query: Record<string, string>) => ask(print, 'GET /time/register/file', who, {}, { query: { month, ...query } });
const textOf = (content: string) => Buffer.from(content, 'base64').toString('utf8');

beforeAll(async () => {
  await newCompany(tenant);
  ids.boss = await enter('Berta', at('boss'));
  ids.clerk = await enter('Clara', at('clerk'), { managerId: ids.boss });
  ids.other = await enter('Óscar', at('other'));
});

describe('the register', () => {
  it('takes what a clock tells in any order and as often as it comes, and counts it once', async () => {
    for (const [kind, time] of [
      ['out', '16:00'],
      ['resume', '11:30'],
      ['in', '07:00'],
      ['break', '11:00'],
      ['out', '16:00'],
    ] as const)
      expect((await tell(CLERK, ids.clerk, kind, time)).status).toBe(201);
    // 07:00 to 16:00 less half an hour.
    expect((await day(ids.clerk)).minutes).toBe(510);
    expect((await register(CLERK, ids.clerk)).body.entries).toHaveLength(4);
  });

  it('refuses a time to come, one of long ago, and one before the employment', async () => {
    const refused = async (instant: string) =>
      (await ask(commands, 'POST /time/entries', CLERK, {}, { body: { employeeId: ids.clerk, kind: 'in', at: instant } })).body;
    expect(await refused('2199-01-01T00:00:00Z')).toMatchObject({ status: 400, code: 'clock.future' });
    expect(await refused('2026-01-01T00:00:00Z')).toMatchObject({ status: 400, code: 'clock.too_old' });
    const later = await enter('Nora', at('nora'), { startDate: '2099-01-01' });
    expect((await tell(HR, later, 'in', '07:00')).body).toMatchObject({ status: 422, code: 'clock.not_employed' });
  });

  it('knows how the clock of whoever asks stands, and says so to whoever is no employee', async () => {
    expect((await ask(queries, 'GET /time/clock', CLERK)).body).toMatchObject({ employeeId: ids.clerk, state: 'off', name: 'Clara Vega' });
    const nobody = (await ask(queries, 'GET /time/clock', HR)).body;
    expect([nobody.employeeId, nobody.state]).toEqual([undefined, 'off']);
  });
});

describe('who sees and clocks for whom', () => {
  it('is oneself, whom one leads as of now, or everybody for HR; of others as of nobody', async () => {
    for (const who of [CLERK, BOSS, HR]) expect((await register(who, ids.clerk)).status).toBe(200);
    expect((await register(OTHER, ids.clerk)).body.code).toBe('employee.not_found');
    expect((await register(BOSS, ids.other)).body.code).toBe('employee.not_found');
    expect((await register(AUDITOR, ids.clerk)).body.code).toBe('role.not_allowed');
    expect((await tell(OTHER, ids.clerk, 'in', '05:00')).body.code).toBe('employee.not_found');
    expect((await tell(BOSS, ids.clerk, 'in', '05:00')).body.code).toBe('employee.not_found');
    expect((await tell(HR, ids.other, 'in', '08:00')).status).toBe(201);
  });

  it('ends when somebody is led by another', async () => {
    const moved = { from: yesterday, position: 'Ventas', managerId: ids.boss };
    const move = (body: object) => ask(people, 'POST /people/employees/{employeeId}/assignments', HR, { employeeId: ids.other }, { body });
    await move(moved);
    expect((await register(BOSS, ids.other)).status).toBe(200);
    await move({ from: yesterday, position: 'Ventas' });
    expect((await register(BOSS, ids.other)).body.code).toBe('employee.not_found');
  });
});

describe('corrections', () => {
  const correct = (who: Who, body: object) =>
    ask(commands, 'POST /time/corrections', who, {}, { body: { reason: 'Olvidé fichar', ...body } });
  const decide = (who: Who, correctionId: string, how: 'approval' | 'rejection') =>
    how === 'approval'
      ? ask(commands, 'POST /time/corrections/{correctionId}/approval', who, { correctionId })
      : ask(commands, 'POST /time/corrections/{correctionId}/rejection', who, { correctionId }, { body: { reason: 'No consta' } });
  const wrong = async () =>
    (await register(HR, ids.clerk)).body.entries.find(
      (each: { kind: string; replacedBy?: string }) => each.kind === 'out' && !each.replacedBy,
    );

  it('of one’s own wait for the manager, keep what was told, and count once approved', async () => {
    const { id } = await wrong();
    const asked = await correct(CLERK, { employeeId: ids.clerk, replaces: id, entry: { kind: 'out', at: `${yesterday}T15:00:00Z` } });
    expect(asked.body).toMatchObject({ state: 'requested', was: { kind: 'out' }, requestedBy: at('clerk') });
    expect((await day(ids.clerk)).minutes).toBe(510);
    const list = (who: Who) => ask(queries, 'GET /time/corrections', who);
    const seen = async (who: Who) => (await list(who)).body.items.map((each: { id: string }) => each.id);
    expect([await seen(BOSS), await seen(OTHER)]).toEqual([[asked.body.id], []]);
    expect((await list(CLERK)).body.items[0].actions).toEqual({});
    expect((await decide(CLERK, asked.body.id, 'approval')).body.code).toBe('role.not_allowed');
    expect((await decide(BOSS, asked.body.id, 'approval')).body).toMatchObject({ state: 'approved', decided: { by: at('boss') } });
    expect((await day(ids.clerk)).minutes).toBe(450);
    const kept = (await register(CLERK, ids.clerk)).body.entries.find((each: { id: string }) => each.id === id);
    expect(kept.replacedBy).toBe(asked.body.id);
    expect((await decide(BOSS, asked.body.id, 'rejection')).body.code).toBe('clock_correction.decided');
    // What was corrected is not corrected twice: what stands in its place is.
    expect((await correct(HR, { employeeId: ids.clerk, replaces: id })).body.code).toBe('clock_correction.replaced');
  });

  it('of another count at once for whoever decides for them; nobody decides on their own', async () => {
    const { id } = await wrong();
    const done = await correct(BOSS, { employeeId: ids.clerk, replaces: id, entry: { kind: 'out', at: `${yesterday}T15:30:00Z` } });
    expect(done.body.state).toBe('approved');
    expect((await day(ids.clerk)).minutes).toBe(480);
    ids.hr = await enter('Hilda', at('hilda'));
    const HILDA: Who = { roles: ['hr'], email: at('hilda') };
    const own = await correct(HILDA, { employeeId: ids.hr, entry: { kind: 'in', at: `${yesterday}T07:00:00Z` } });
    expect(own.body.state).toBe('requested');
    expect((await decide(HILDA, own.body.id, 'approval')).body).toMatchObject({ status: 403, code: 'clock_correction.own' });
    expect((await decide(BOSS, own.body.id, 'approval')).body.code).toBe('clock-correction.not_found');
    expect((await decide(HR, own.body.id, 'rejection')).body.state).toBe('rejected');
  });

  it('name an entry of that employee, and something to correct', async () => {
    const { id } = await wrong();
    expect((await correct(HR, { employeeId: ids.clerk })).body.code).toBe('clock_correction.empty');
    expect((await correct(HR, { employeeId: ids.other, replaces: id })).body.code).toBe('clock_correction.entry');
    expect((await correct(OTHER, { employeeId: ids.clerk, replaces: id })).body.code).toBe('employee.not_found');
  });
});

describe('the file for the inspection', () => {
  it('has each person’s days with their total, and only of whom one may see', async () => {
    const lines = async (who: Who) => textOf((await file(who, { language: 'es' })).body.content).split('\r\n');
    const all = await lines(HR);
    expect(all[0]).toContain('Persona;NIF;Fecha;Entrada;Salida;Pausas;Horas;Observaciones');
    const shown = yesterday.split('-').reverse().join('/');
    // Of the company's time zone, which is Madrid's.
    expect(all.find((line) => line.startsWith('Clara Vega') && line.includes(shown))).toMatch(/;8:00;.*15:|;8:00;.*16:/);
    expect(all.some((line) => line.includes('Total del mes: 8:00'))).toBe(true);
    expect(all.at(-2)).toMatch(/^Huella SHA-256 de las líneas;[0-9a-f]{64}$/);
    expect((await lines(CLERK)).filter((line) => /^(Berta|Óscar|Hilda)/.test(line))).toEqual([]);
    expect((await file(OTHER, { employeeId: ids.clerk })).body.code).toBe('employee.not_found');
  });

  it('prints with a place for both signatures', async () => {
    const { body } = await file(BOSS, { employeeId: ids.clerk, format: 'pdf', language: 'es' });
    expect(body.contentType).toBe('application/pdf');
    const { text } = await readPdf(Buffer.from(body.content, 'base64'));
    for (const words of ['REGISTRO DE JORNADA', 'Clara Vega', 'Total del mes: 8:00', 'Firma de la persona', 'Firma de la empresa'])
      expect(text).toContain(words);
  });
});
