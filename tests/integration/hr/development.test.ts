import { beforeAll, describe, expect, it } from 'vitest';
import { handler as commands } from '../../../functions/hr/development/commands.ts';
import { handler as queries } from '../../../functions/hr/development/queries.ts';
import { handler as people } from '../../../functions/hr/people/commands.ts';
import { handler as home } from '../../../functions/insights/home/queries.ts';
import { handler as audit } from '../../../functions/platform/audit/queries.ts';
import { handler as search } from '../../../functions/platform/search/queries.ts';
import { addDays } from '../../../shared/kernel/date.ts';
import { type Call, call, newTenant } from '../../support/call.ts';
import { newCompany } from '../../support/company.ts';

const tenant = newTenant();
const at = (name: string) => `${name}@${tenant}.example`;
type Who = Pick<Call, 'roles' | 'email'>;
const HR: Who = { roles: ['hr'], email: at('hr') };
const OWNER: Who = { roles: ['owner'], email: at('owner') };
const BOSS: Who = { roles: ['manager'], email: at('boss') };
const NEXT: Who = { roles: ['manager'], email: at('next') };
const CLERK: Who = { roles: ['employee'], email: at('clerk') };
const PEERS = ['paula', 'pedro', 'pilar', 'pablo'] as const;
const peer = (name: (typeof PEERS)[number]): Who => ({ roles: ['employee'], email: at(name) });

const ids: Record<string, string> = {};
const today = new Date().toISOString().slice(0, 10);
const yesterday = addDays(today, -1);

const ask = (handler: unknown, template: string, who: Who, path: Record<string, string> = {}, rest: Partial<Call> = {}) => {
  const route = Object.entries(path).reduce((text, [name, value]) => text.replace(`{${name}}`, value), template);
  return call(handler as never, route, template, { tenant, ...who, ...rest });
};
const post = (template: string, who: Who, path: Record<string, string>, body: object = {}) => ask(commands, template, who, path, { body });
const get = (template: string, who: Who, path: Record<string, string> = {}, query: Record<string, string> = {}) =>
  ask(queries, template, who, path, { query });
const enter = async (name: string, more: object = {}) => {
  const body = { givenName: name, familyName: 'Vega', email: at(name), startDate: '2020-01-01', position: 'Dependienta', ...more };
  // Nobody gives themselves an employee.
  ids[name] = (await ask(people, 'POST /people/employees', name === 'hr' ? OWNER : HR, {}, { body })).body.id;
};

beforeAll(async () => {
  await newCompany(tenant);
  await enter('hr');
  await enter('boss');
  await enter('next');
  await enter('clerk', { managerId: ids.boss });
  for (const name of PEERS) await enter(name);
});

const of = (name: string) => ({ employeeId: ids[name] ?? '' });

describe('courses and certificates', () => {
  const course = {
    title: 'Carretillas',
    provider: 'Mutua',
    hours: '8',
    cost: { amount: '120.00', currency: 'EUR' },
    certifies: true,
    validMonths: 12,
  };
  let courseId = '';

  it('are set up by HR, and seen by everybody who works here', async () => {
    expect((await post('POST /development/courses', BOSS, {}, course)).body.code).toBe('role.not_allowed');
    courseId = (await post('POST /development/courses', HR, {}, course)).body.id;
    expect((await get('GET /development/courses/{courseId}', CLERK, { courseId })).body).toMatchObject({ ...course, state: 'offered' });
    await ask(commands, 'PATCH /development/courses/{courseId}', HR, { courseId }, { body: { state: 'withdrawn' } });
    expect((await post('POST /development/enrolments', CLERK, {}, { ...of('clerk'), courseId, on: today })).body.code).toBe(
      'course.withdrawn',
    );
    await ask(commands, 'PATCH /development/courses/{courseId}', HR, { courseId }, { body: { state: 'offered' } });
    expect((await get('GET /development/courses', CLERK)).body.items).toHaveLength(1);
  });

  it('are planned by whom they concern, ordered by HR, and end with a certificate', async () => {
    expect((await post('POST /development/enrolments', CLERK, {}, { ...of('paula'), courseId, on: today })).body.code).toBe(
      'employee.not_found',
    );
    const planned = (await post('POST /development/enrolments', CLERK, {}, { ...of('clerk'), courseId, on: yesterday })).body;
    expect(planned).toMatchObject({ state: 'planned', cost: { amount: '120.00' }, hours: '8' });
    const enrolmentId = planned.id;
    expect((await get('GET /development/enrolments/{enrolmentId}', peer('paula'), { enrolmentId })).status).toBe(404);
    expect((await get('GET /development/enrolments', peer('paula'))).body.items).toEqual([]);
    expect((await get('GET /development/enrolments', BOSS)).body.items).toHaveLength(1);
    const ordered = await post(
      'POST /development/enrolments/{enrolmentId}/order',
      HR,
      { enrolmentId },
      { cost: { amount: '95.00', currency: 'EUR' } },
    );
    expect(ordered.body).toMatchObject({ state: 'ordered', cost: { amount: '95.00' } });
    expect((await post('POST /development/enrolments/{enrolmentId}/cancellation', CLERK, { enrolmentId }, { reason: 'x' })).body.code).toBe(
      'enrolment.ordered_by_others',
    );
    const done = await post(
      'POST /development/enrolments/{enrolmentId}/completion',
      HR,
      { enrolmentId },
      { result: 'done', on: yesterday, number: 'C-1' },
    );
    expect(done.body).toMatchObject({ state: 'done', endedOn: yesterday });
    const { items } = (await get('GET /development/certificates', CLERK)).body;
    expect(items).toMatchObject([{ title: 'Carretillas', number: 'C-1', issuedOn: yesterday, state: 'valid' }]);
    expect((await get('GET /development/certificates', peer('pedro'))).body.items).toEqual([]);
  });

  it('are renewed by the next of the same course, and told until they are', async () => {
    const body = { ...of('clerk'), courseId, title: 'Carretillas', issuedOn: '2020-01-01', expiresOn: addDays(today, 20) };
    const old = (await post('POST /development/certificates', HR, {}, body)).body;
    const states = async () =>
      Object.fromEntries(
        (await get('GET /development/certificates', HR, {}, of('clerk'))).body.items.map((one: { id: string; state: string }) => [
          one.id,
          one.state,
        ]),
      );
    // It came later, so what the course gave is renewed by it.
    expect(await states()).toMatchObject({ [old.id]: 'valid' });
    const other = (
      await post(
        'POST /development/certificates',
        HR,
        {},
        { ...of('paula'), title: 'Alimentos', issuedOn: '2020-01-01', expiresOn: addDays(today, 5) },
      )
    ).body;
    const count = async () => (await ask(home, 'GET /home', HR)).body.waiting.staffDeadlines.count;
    const before = await count();
    await post('POST /development/certificates/{certificateId}/closing', HR, { certificateId: other.id }, {});
    expect(await count()).toBe(before - 1);
    expect((await post('POST /development/certificates/{certificateId}/closing', HR, { certificateId: other.id }, {})).body.code).toBe(
      'certificate.settled',
    );
  });
});

describe('skills', () => {
  it('stand beside what the position asks for, and nobody assesses themselves', async () => {
    const till = (await post('POST /development/skills', HR, {}, { name: 'Caja', group: 'Tienda' })).body.id;
    const stock = (await post('POST /development/skills', HR, {}, { name: 'Inventario' })).body.id;
    await ask(commands, 'PATCH /development/skills/{skillId}', HR, { skillId: stock }, { body: { group: 'Almacén' } });
    expect((await get('GET /development/skills', CLERK)).body.items.map(({ name }: { name: string }) => name)).toEqual([
      'Inventario',
      'Caja',
    ]);
    const wanted = {
      position: 'dependienta',
      from: '2020-01-01',
      skills: [
        { skillId: till, level: 3 },
        { skillId: stock, level: 1 },
      ],
    };
    await ask(commands, 'PUT /development/positions', HR, {}, { body: wanted });
    expect((await get('GET /development/positions', CLERK)).body.items).toHaveLength(1);
    const assess = (who: Who, employeeId = ids.clerk ?? '') =>
      post('POST /development/employees/{employeeId}/skills', who, { employeeId }, { on: today, skills: [{ skillId: till, level: 1 }] });
    expect((await assess(CLERK)).body.code).toBe('skill.own');
    expect((await assess(peer('paula'))).body.code).toBe('employee.not_found');
    expect((await assess(BOSS)).body.skills).toContainEqual({ skillId: till, level: 1, required: 3, gap: 2 });
    const matrix = (who: Who, query = {}) => get('GET /development/skills-matrix', who, {}, query);
    expect((await matrix(CLERK)).body.items).toMatchObject([{ name: 'clerk Vega', gap: 3 }]);
    expect((await matrix(BOSS)).body.items).toHaveLength(2);
    expect((await matrix(CLERK, of('paula'))).body.code).toBe('employee.not_found');
    expect((await matrix(HR, { on: '2019-12-31' })).body.items).toEqual([]);
  });
});

describe('goals and talks', () => {
  it('goals are of oneself and of whom one leads', async () => {
    const goal = { ...of('clerk'), kind: 'development', title: 'Aprender la caja', due: addDays(today, 90) };
    const goalId = (await post('POST /development/goals', CLERK, {}, goal)).body.id;
    expect((await post('POST /development/goals', peer('paula'), {}, goal)).body.code).toBe('employee.not_found');
    const patch = (who: Who) => ask(commands, 'PATCH /development/goals/{goalId}', who, { goalId }, { body: { progress: 40 } });
    expect((await patch(peer('paula'))).status).toBe(404);
    expect((await patch(BOSS)).body.progress).toBe(40);
    expect((await get('GET /development/employees/{employeeId}/goals', CLERK, of('clerk'))).body.items).toMatchObject([{ progress: 40 }]);
    expect((await get('GET /development/employees/{employeeId}/goals', NEXT, of('clerk'))).status).toBe(404);
    expect((await post('POST /development/goals/{goalId}/closing', BOSS, { goalId }, { result: 'reached' })).body).toMatchObject({
      state: 'reached',
      progress: 100,
    });
    expect((await patch(CLERK)).body.code).toBe('goal.closed');
  });

  it('talks are seen by the two alone: neither HR nor an owner, by no way', async () => {
    const talk = (await post('POST /development/employees/{employeeId}/talks', BOSS, of('clerk'), { on: today, topics: 'SECRETO' })).body;
    const notes = 'POST /development/employees/{employeeId}/talks/{place}/notes';
    const path = { ...of('clerk'), place: talk.place };
    expect((await post(notes, CLERK, path, { text: 'Quiero aprender la caja' })).body.notes).toHaveLength(1);
    for (const who of [HR, OWNER, NEXT, peer('paula')]) {
      expect((await get('GET /development/talks', who)).body.items, who.email ?? '').toEqual([]);
      expect((await post(notes, who, path, { text: 'x' })).status, who.email ?? '').toBe(404);
      const record = `oto_${ids.clerk?.slice(4)}/${talk.place}`;
      expect((await ask(audit, 'GET /audit', who, {}, { query: { record } })).status, who.email ?? '').toBeGreaterThanOrEqual(400);
    }
    expect((await get('GET /development/talks', CLERK)).body.items).toMatchObject([{ topics: 'SECRETO', managerName: 'boss Vega' }]);
    expect((await post('POST /development/employees/{employeeId}/talks', HR, of('clerk'), { on: today })).body.code).toBe(
      'one_to_one.nobody',
    );
  });
});

describe('reviews', () => {
  let cycleId = '';
  const path = (name = 'clerk') => ({ cycleId, ...of(name) });
  const REVIEW = 'GET /development/cycles/{cycleId}/reviews/{employeeId}';
  const put = (part: string, who: Who, body: object, name = 'clerk') =>
    ask(commands, `PUT /development/cycles/{cycleId}/reviews/{employeeId}/${part}`, who, path(name), { body });
  const advance = (phase: string) => post('POST /development/cycles/{cycleId}/phase', HR, { cycleId }, { phase });
  const requestOf = async (who: Who) => (await get('GET /development/peer-requests', who)).body.items[0]?.id as string;
  const answerBy = async (name: (typeof PEERS)[number], asked?: string) => {
    const peerRequestId = asked ?? (await requestOf(peer(name)));
    const body = { rating: 4, strengths: `Opinión ${PEERS.indexOf(name)}` };
    return post('POST /development/peer-requests/{peerRequestId}/answer', peer(name), { peerRequestId }, body);
  };

  it('are begun by HR; each writes their part, which others read once it is handed in', async () => {
    const body = { title: 'Evaluación', from: '2020-01-01', to: today, due: addDays(today, 30) };
    expect((await post('POST /development/cycles', BOSS, {}, body)).body.code).toBe('role.not_allowed');
    cycleId = (await post('POST /development/cycles', HR, {}, body)).body.id;
    expect((await get('GET /development/cycles', CLERK)).body.items).toMatchObject([{ phase: 'writing' }]);
    await put('self', CLERK, { achievements: 'BORRADOR' });
    expect((await get(REVIEW, BOSS, path())).body.self).toBeUndefined();
    expect((await get(REVIEW, CLERK, path())).body.self).toMatchObject({ achievements: 'BORRADOR', handedIn: false });
    await put('self', CLERK, { achievements: 'Vendí más', rating: 4, handedIn: true });
    expect((await get(REVIEW, BOSS, path())).body.self).toMatchObject({ achievements: 'Vendí más' });
    expect((await put('manager', CLERK, { achievements: 'x' })).body.code).toBe('review.not_yours');
    expect((await put('manager', NEXT, { achievements: 'x' })).body.code).toBe('employee.not_found');
    await put('manager', BOSS, { achievements: 'OCULTO', rating: 2, handedIn: true });
    const own = (await get(REVIEW, CLERK, path())).body;
    expect(JSON.stringify(own)).not.toContain('OCULTO');
    expect(own).toMatchObject({ state: 'writing', actions: { putSelfReview: null } });
  });

  it('ask peers, three at least, whom nobody learns of; answers are shown from three on, once writing has ended', async () => {
    const asking = (who: Who, peers: readonly string[]) =>
      post('POST /development/cycles/{cycleId}/reviews/{employeeId}/peers', who, path(), { peers: peers.map((name) => ids[name]) });
    expect((await asking(BOSS, ['paula', 'pedro'])).status).toBe(400);
    expect((await asking(BOSS, ['paula', 'pedro', 'clerk'])).body.code).toBe('peer_request.peers');
    expect((await asking(CLERK, PEERS)).body.code).toBe('review.not_yours');
    expect((await asking(BOSS, PEERS)).body).toEqual({ asked: true });
    // Who was asked before is not asked again, and nobody is told that they were.
    expect((await asking(HR, PEERS)).body).toEqual({ asked: true });
    expect((await get('GET /development/peer-requests', peer('paula'))).body.items).toHaveLength(1);
    const ofPilar = await requestOf(peer('pilar'));
    for (const who of [HR, OWNER, BOSS, CLERK])
      expect(
        (
          await post(
            'POST /development/peer-requests/{peerRequestId}/answer',
            who,
            { peerRequestId: ofPilar },
            { rating: 1, strengths: 'x' },
          )
        ).body.code,
      ).toBe('peer-request.not_found');
    expect((await answerBy('paula')).body).toEqual({ answered: true });
    expect((await answerBy('pedro')).status).toBe(200);
    expect((await get(REVIEW, HR, path())).body.peers).toBeUndefined();
    expect((await answerBy('pilar')).status).toBe(200);
    // Three have answered: whoever looks now and after the fourth would know whose is the fourth.
    expect((await get(REVIEW, HR, path())).body.peers).toBeUndefined();
    expect((await get('GET /development/peer-requests', peer('pilar'))).body.items).toEqual([]);
  });

  it('never tell a peer by history, search, lists, counts or errors', async () => {
    const requestId = await requestOf(peer('pablo'));
    const tail = `${cycleId.slice(4)}.${ids.clerk?.slice(4)}`;
    for (const who of [HR, OWNER, BOSS, CLERK]) {
      for (const record of [`pan_${tail}`, requestId, `rvp_${tail}.manager`])
        expect((await ask(audit, 'GET /audit', who, {}, { query: { record } })).body.code, `${who.email} ${record}`).toBe(
          'record.not_found',
        );
      const texts = JSON.stringify([
        (await get(REVIEW, who, path())).body,
        (await get('GET /development/cycles/{cycleId}/reviews', who, { cycleId })).body.items.filter(
          ({ employeeId }: { employeeId: string }) => employeeId === ids.clerk,
        ),
        (await ask(audit, 'GET /audit', who, {}, { query: { record: `rev_${tail}` } })).body,
        (await ask(search, 'GET /search', who, {}, { query: { q: 'Opinión' } })).body,
        (await ask(home, 'GET /home', who)).body,
      ]);
      for (const name of PEERS) expect(texts, `${who.email} ${name}`).not.toMatch(new RegExp(`${name}@|${ids[name]}|Opinión`));
    }
    // Others’ requests and the same that is not there are refused alike.
    const refusal = async (id: string) => {
      const { body } = await post(
        'POST /development/peer-requests/{peerRequestId}/answer',
        HR,
        { peerRequestId: id },
        { rating: 1, strengths: 'x' },
      );
      return JSON.stringify(body)
        .replaceAll(id, '')
        .replace(/"requestId":"[^"]*"/, '');
    };
    expect(await refusal(requestId)).toBe(await refusal('pfr_01JDG8ZK5T7QWERTY2MNPQRSTV'));
  });

  it('are calibrated, released and signed', async () => {
    expect((await put('calibration', HR, { rating: 3, reason: 'x' })).body.code).toBe('review.phase');
    expect((await advance('released')).body.code).toBe('review_cycle.phase');
    const late = await requestOf(peer('pablo'));
    expect((await advance('calibration')).body.phase).toBe('calibration');
    expect((await get('GET /development/peer-requests', peer('pablo'))).body.items).toEqual([]);
    expect((await answerBy('pablo', late)).body.code).toBe('review.phase');
    expect((await get(REVIEW, BOSS, path())).body.peers).toMatchObject({ rating: '4.0', answers: [{}, {}, {}] });
    expect((await get(REVIEW, CLERK, path())).body.peers).toBeUndefined();
    expect((await put('self', CLERK, { achievements: 'tarde' })).body.code).toBe('review.phase');
    expect((await put('calibration', BOSS, { rating: 3, reason: 'x' })).body.code).toBe('role.not_allowed');
    expect((await put('calibration', HR, { rating: 3, reason: 'Como las demás tiendas' })).body.calibration).toMatchObject({ rating: 3 });
    // HR never calibrates its own.
    expect((await put('calibration', HR, { rating: 5, reason: 'x' }, 'hr')).body.code).toBe('review.not_yours');
    const rows = (await get('GET /development/cycles/{cycleId}/reviews', HR, { cycleId })).body.items;
    expect(rows.find(({ employeeId }: { employeeId: string }) => employeeId === ids.clerk)).toMatchObject({ rating: 2, calibrated: 3 });
    expect((await get('GET /development/cycles/{cycleId}/reviews', CLERK, { cycleId })).body.items).toMatchObject([{ name: 'clerk Vega' }]);
    expect((await advance('released')).body.phase).toBe('released');
    const shown = (await get(REVIEW, CLERK, path())).body;
    expect(shown).toMatchObject({
      manager: { achievements: 'OCULTO' },
      calibration: { rating: 3 },
      state: 'to-sign',
      actions: { signReview: null },
    });
    expect(shown.peers.answers).toHaveLength(3);
    const signature = 'POST /development/cycles/{cycleId}/reviews/{employeeId}/signature';
    expect((await post(signature, BOSS, path(), {})).body.code).toBe('review.not_yours');
    expect((await post(signature, CLERK, path(), { comment: 'Leída' })).body).toMatchObject({
      state: 'signed',
      signed: { comment: 'Leída' },
    });
    expect((await get('GET /development/cycles/{cycleId}', HR, { cycleId })).body.actions).toEqual({ advanceReviewCycle: null });
  });

  it('are seen by whoever leads them as of now', async () => {
    await ask(people, 'POST /people/employees/{employeeId}/assignments', HR, of('clerk'), {
      body: { from: today, position: 'Dependienta', managerId: ids.next },
    });
    expect((await get(REVIEW, BOSS, path())).status).toBe(404);
    expect((await get(REVIEW, NEXT, path())).body.manager).toMatchObject({ rating: 2 });
  });
});
