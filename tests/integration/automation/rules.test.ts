import { beforeAll, describe, expect, it } from 'vitest';
import { dateIn } from '../../../shared/kernel/date.ts';
import { BANK_IBAN, norma43 } from '../../support/bank-samples.ts';
import { eventually, invokeWorker, mailsTo } from '../../support/cloud.ts';
import { refusal, send, type Tenant } from '../../support/http.ts';
import { done, foundCompany } from '../../support/trading-company.ts';

const eur = (amount: string) => ({ amount, currency: 'EUR' });
const today = new Date().toISOString().slice(0, 10);

interface Run {
  readonly id: string;
  readonly subject: string;
  readonly state: string;
}

describe('rules that work by themselves', () => {
  let company: Tenant;
  let customerId: string;
  let itemId: string;
  const owner = () => company.tokens.owner;
  const ask = (route: string, body?: object, token = owner()) => done(send(route, { token, ...(body ? { body } : {}) }));

  /** An order of so many at 10 euros each and 21 % of VAT. */
  const order = async (quantity: string): Promise<string> => (await ask('POST /orders', { customerId, lines: [{ itemId, quantity }] })).id;
  const written = (over: string, more: object = {}) => ({
    name: 'Pedidos grandes',
    trigger: 'order.placed',
    conditions: { match: 'all', items: [{ field: 'amount', op: 'over', value: over }] },
    effects: [
      { do: 'tag', tags: ['grande'] },
      { do: 'note', text: 'Pedido de {{customer}} por {{amount}}' },
    ],
    ...more,
  });
  const switchedOn = async (body: object, token = owner()) => {
    const { id } = await ask('POST /automation/rules', body, token);
    return ask(`POST /automation/rules/${id}/activation`, {}, token);
  };
  const switchOff = (id: string) => ask(`POST /automation/rules/${id}/pause`, {});
  const runsOf = async (ruleId: string): Promise<Run[]> => (await ask(`GET /automation/runs?rule=${ruleId}`)).items;
  const runAbout = (ruleId: string, subject: string, state = 'done') =>
    eventually(`a run about ${subject}`, async () => {
      const run = (await runsOf(ruleId)).find((one) => one.subject === subject && one.state === state);
      return run && ask(`GET /automation/runs/${run.id}`);
    });
  const statesOf = (run: { effects: { state: string }[] }) => run.effects.map(({ state }) => state);

  const report = (addresses: readonly string[]) => ({ do: 'report', report: 'receivables-ageing', format: 'csv', members: [], addresses });

  beforeAll(async () => {
    company = await foundCompany();
    const address = { street: 'Gran Vía 12', postalCode: '28013', city: 'Madrid', country: 'ES' };
    const named = { name: 'Librería Cervantes, S.L.', taxId: 'B58378431', address, creditLimit: eur('90000.00') };
    customerId = (await ask('POST /customers', named)).id;
    itemId = (await ask('POST /items', { code: 'TAZA-01', name: 'Taza de loza', price: '10', taxCode: 'IVA-G', kind: 'service' })).id;
  });

  it('a large order is tagged and noted by the rule, a small one is not, and it can be undone', async () => {
    const { id, state, enabledBy } = await switchedOn(written('100.00'));
    expect([state, enabledBy]).toEqual(['active', company.people.owner.email]);
    const [small, large] = [await order('8'), await order('9')];
    const run = await runAbout(id, large);
    // 9 × 10.00 and 21 % of it.
    expect(run).toMatchObject({ amount: eur('108.90'), version: 2, trigger: 'order.placed', chain: [], actions: { undoRun: null } });
    expect(run.values).toContainEqual({ field: 'amount', type: 'money', value: '108.90' });
    expect(statesOf(run)).toEqual(['done', 'done']);
    const activity = await ask(`GET /activity?record=${large}`);
    expect(activity.tags).toEqual(['grande']);
    expect(activity.notes.map(({ text }: { text: string }) => text)).toEqual(['Pedido de Librería Cervantes, S.L. por 108.90 EUR']);
    expect(activity.notes[0].createdBy).toBe(`${id.slice(4).toLowerCase()}@rules.trastienda.invalid`);
    expect((await runsOf(id)).map(({ subject }) => subject)).toEqual([large]);
    expect((await ask(`GET /activity?record=${small}`)).tags).toEqual([]);
    await ask(`POST /automation/runs/${run.id}/undo`);
    expect(statesOf(await runAbout(id, large, 'undone'))).toEqual(['undone', 'undone']);
    const after = await ask(`GET /activity?record=${large}`);
    expect([after.tags, after.notes]).toEqual([[], []]);
    await switchOff(id);
  });

  it('holds what passes a limit, and counts no further', async () => {
    const byAmount = await switchedOn(written('0.00', { limits: { perDay: 100, amountPerRun: eur('100.00') } }));
    const byNumber = await switchedOn(written('0.00', { limits: { perDay: 1 } }));
    const first = await order('1');
    await runAbout(byNumber.id, first);
    const second = await order('9');
    expect((await runAbout(byAmount.id, second, 'held')).limit).toBe('amountPerRun');
    expect((await runAbout(byNumber.id, second, 'held')).limit).toBe('perDay');
    expect(statesOf(await runAbout(byNumber.id, second, 'held'))).toEqual(['planned', 'planned']);
    await switchOff(byAmount.id);
    await switchOff(byNumber.id);
  });

  it('one rule may start another, which the run tells', async () => {
    const invoicing = await switchedOn(
      written('500.00', { name: 'Facturar', trigger: 'order.shipped', effects: [{ do: 'invoiceOrder' }] }),
    );
    const noting = await switchedOn({ name: 'Anotar', trigger: 'invoice.issued', effects: [{ do: 'note', text: 'Sola: {{number}}' }] });
    const placed = await order('50');
    await ask(`POST /orders/${placed}/shipments`, { invoice: false });
    const invoiceId = (await runAbout(invoicing.id, placed)).effects[0].record;
    // 50 × 10.00 and 21 % of it.
    expect((await ask(`GET /invoices/${invoiceId}`)).totals.gross).toEqual(eur('605.00'));
    expect((await runAbout(noting.id, invoiceId)).chain).toEqual([invoicing.id]);
    const refused = await send(`POST /automation/runs/${(await runAbout(invoicing.id, placed)).id}/undo`, { token: owner() });
    expect(refusal(refused)).toEqual({ status: 422, code: 'run.kept', field: 'path.runId' });
    await switchOff(invoicing.id);
    await switchOff(noting.id);
  });

  it('pauses by itself when who switched it on may not do it any more, and tells them', async () => {
    const token = company.tokens.accountant;
    const { id } = await switchedOn(written('0.00'), token);
    const members = (await ask('GET /members')).items;
    const { id: memberId } = members.find(({ email }: { email: string }) => email === company.people.accountant.email);
    await ask(`PATCH /members/${memberId}`, { roles: ['auditor'] });
    const run = await runAbout(id, await order('2'), 'failed');
    expect(run.effects.map(({ state, code }: { state: string; code?: string }) => [state, code])).toEqual([
      ['failed', 'role.not_allowed'],
      ['planned', undefined],
    ]);
    expect(await ask(`GET /automation/rules/${id}`)).toMatchObject({ state: 'paused', pausedFor: 'permission', stuck: 'role.not_allowed' });
    const told = await eventually('the accountant to be told', async () => (await ask('GET /notifications', undefined, token)).items[0]);
    expect(told).toMatchObject({ recordId: id, reason: 'mention' });
  });

  it('shows what it would have done in the past, and changes nothing', async () => {
    // The company's day: in the last hour of UTC it is the next.
    const to = dateIn('Europe/Madrid', new Date());
    const range = { from: `${to.slice(0, 4)}-01-01`, to };
    const one = await order('3');
    const rule = written('30.00', { limits: { perDay: 1000, amountPerRun: eur('100.00') } });
    const seen = await ask('POST /automation/dry-run', { ...range, rule });
    const orders = (await ask('GET /orders?limit=100')).items.map(({ totals }: { totals: { gross: { amount: string } } }) =>
      Number(totals.gross.amount),
    );
    const over = orders.filter((gross: number) => gross > 30);
    expect([seen.examined, seen.matched, seen.held]).toEqual([
      orders.length,
      over.length,
      over.filter((gross: number) => gross > 100).length,
    ]);
    expect(seen.items.find(({ subject }: { subject: string }) => subject === one).texts).toEqual([
      '#grande',
      'Pedido de Librería Cervantes, S.L. por 36.30 EUR',
    ]);
    const { id } = await ask('POST /automation/rules', { ...rule, limits: { perDay: 1 } });
    expect(await ask(`POST /automation/rules/${id}/dry-run`, range)).toMatchObject({ runs: 1, matched: over.length });
    expect((await ask(`GET /activity?record=${one}`)).tags).toEqual([]);
    const backwards = await send('POST /automation/dry-run', { token: owner(), body: { from: range.to, to: '2020-01-01', rule } });
    expect(refusal(backwards)).toEqual({ status: 400, code: 'rule.range', field: 'body.from' });
    const weekly = { name: 'x', trigger: 'clock.rings', schedule: { every: 'week', on: 1, hour: 8 }, effects: [report(['a@b.example'])] };
    const november = { from: '2026-11-01', to: '2026-11-30' };
    // The Mondays of November 2026: 2, 9, 16, 23, 30.
    expect((await ask('POST /automation/dry-run', { ...november, rule: weekly })).runs).toBe(5);
  });

  it('tells once when cash falls below a level, by the clock', async () => {
    const people = (await ask('GET /members')).items;
    const me = people.find(({ email }: { email: string }) => email === company.people.owner.email).id;
    const { id } = await switchedOn({
      ...{ name: 'Poca caja', trigger: 'cash.level' },
      conditions: {
        items: [
          { field: 'account', op: 'is', value: '57' },
          { field: 'balance', op: 'under', value: '5000.00' },
        ],
      },
      effects: [{ do: 'mail', members: [me], subject: 'Poca caja: {{balance}}', text: 'Mire la tesorería.' }],
    });
    await invokeWorker('ringRules');
    const run = await eventually('the run', async () => (await ask(`GET /automation/runs?rule=${id}&state=done`)).items[0]);
    expect(run.values).toEqual([
      { field: 'account', type: 'text', value: '57' },
      { field: 'name', type: 'text', value: '' },
      { field: 'balance', type: 'money', value: '0.00' },
    ]);
    expect((await mailsTo(company.people.owner.email)).filter((mail) => mail.includes('Poca caja: 0.00 EUR'))).toHaveLength(1);
    await invokeWorker('ringRules');
    expect(await runsOf(id)).toHaveLength(1);
    await switchOff(id);
  });

  it('takes groups of conditions, and tells everybody who has a role', async () => {
    const grouped = {
      match: 'all',
      items: [
        { field: 'amount', op: 'over', value: '20.00' },
        { match: 'none', items: [{ field: 'customer', op: 'contains', value: 'cervantes' }] },
      ],
    };
    const never = await switchedOn(written('0', { conditions: grouped }));
    const roles = { do: 'tell', members: [], roles: ['sales'], text: 'Nuevo pedido de {{customer}}' };
    const told = await switchedOn(written('20.00', { effects: [roles] }));
    const id = await order('4');
    expect(statesOf(await runAbout(told.id, id))).toEqual(['done']);
    const seen = await eventually('the salesperson to be told', async () => {
      const { items } = await ask('GET /notifications', undefined, company.tokens.sales);
      return items.find(({ recordId }: { recordId: string }) => recordId === id);
    });
    expect(seen).toMatchObject({ reason: 'mention' });
    expect(await runsOf(never.id)).toEqual([]);
    await switchOff(never.id);
    await switchOff(told.id);
    const nobody = { ...roles, roles: ['rol_01JDG8ZK5T7QWERTY2MNPQRSTV'] };
    expect(refusal(await send('POST /automation/rules', { token: owner(), body: written('1.00', { effects: [nobody] }) }))).toEqual({
      status: 422,
      code: 'rule.members',
      field: 'body.effects.0.roles.0',
    });
  });

  /** Asks an address outside of the company, and gives the link that its mail has. */
  const askedBy = async (address: string): Promise<string> => {
    await ask('PUT /automation/mail-recipients', { address });
    const mail = await eventually(`a mail to ${address}`, async () => (await mailsTo(address))[0]);
    return /mail-consents\/([a-z0-9-]+\.[0-9A-Z]{26}\.[A-Za-z0-9_-]{43})/.exec(mail)?.[1] ?? '';
  };
  const stateOf = async (address: string) =>
    (await ask('GET /automation/mail-recipients')).items.find((one: { address: string }) => one.address === address).state;

  it('mails nothing to an address outside until it has said yes, and nothing more once it says no', async () => {
    const address = `gestor@${company.name}.example`;
    const rule = await ask('POST /automation/rules', written('20.00', { effects: [report([address])] }));
    const activate = () => send(`POST /automation/rules/${rule.id}/activation`, { token: owner() });
    expect(refusal(await activate())).toMatchObject({ status: 422, code: 'rule.unconfirmed' });
    const token = await askedBy(address);
    // A program that looks at the mail opens the link: that is no answer.
    const page = await send(`GET /mail-consents/${token}`);
    expect([page.status, page.type, page.text.includes(address)]).toEqual([200, 'text/html; charset=utf-8', true]);
    expect([await stateOf(address), refusal(await activate()).code]).toEqual(['asked', 'rule.unconfirmed']);
    expect((await send(`POST /mail-consents/${token}?answer=yes`, { key: null })).status).toBe(200);
    expect((await activate()).status).toBe(200);
    const before = (await mailsTo(address)).length;
    expect(statesOf(await runAbout(rule.id, await order('3')))).toEqual(['done']);
    expect(await mailsTo(address)).toHaveLength(before + 1);
    // As a mail program unsubscribes by one click (RFC 8058).
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const oneClick = { key: null, headers, body: 'List-Unsubscribe=One-Click' };
    expect((await send(`POST /mail-consents/${token}`, oneClick)).status).toBe(200);
    const run = await runAbout(rule.id, await order('3'));
    expect(run.effects[0]).toMatchObject({ state: 'done', code: 'mail.unconfirmed', mails: [{ to: address, state: 'unconfirmed' }] });
    expect(await mailsTo(address)).toHaveLength(before + 1);
    const again = await send('PUT /automation/mail-recipients', { token: owner(), body: { address } });
    expect(refusal(again)).toEqual({ status: 422, code: 'recipient.stopped', field: 'body.address' });
    const forged = `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`;
    for (const wrong of [forged, token.replace(company.name, 'demo')])
      expect(await send(`GET /mail-consents/${wrong}`)).toMatchObject({ status: 404, body: { code: 'consent.not_found' } });
    await switchOff(rule.id);
  });

  it('mails a report as a file to members and to others, keeps it, and stops where that is not wanted', async () => {
    const outside = `asesor@${company.name}.example`;
    await send(`POST /mail-consents/${await askedBy(outside)}?answer=yes`, { key: null });
    const { id } = await switchedOn(written('70.00', { effects: [report([outside])] }));
    const run = await runAbout(id, await order('7'));
    expect(run.effects[0]).toMatchObject({ state: 'done', file: expect.stringMatching(/\.csv$/) });
    // The one that asked, and the report.
    expect(await mailsTo(outside)).toHaveLength(2);
    const { url } = await ask(`GET /automation/runs/${run.id}/file`);
    expect(await (await fetch(url)).text()).toContain('Librería Cervantes');
    const salesperson = company.tokens.sales;
    const stop = (address: string, token: string) => send('PUT /automation/mail-stops', { token, body: { address, stopped: true } });
    expect(refusal(await stop(outside, salesperson))).toEqual({ status: 403, code: 'mail_stop.other', field: 'body.address' });
    expect((await stop(company.people.sales.email, salesperson)).status).toBe(200);
    expect((await stop(outside.toUpperCase(), owner())).status).toBe(200);
    expect((await ask('GET /automation/mail-stops')).addresses).toEqual([outside, company.people.sales.email]);
    await runAbout(id, await order('7'));
    expect(await mailsTo(outside)).toHaveLength(2);
    await switchOff(id);
    const plain = (await ask('GET /automation/runs?state=done')).items.find(({ effects }: { effects: { effect: { do: string } }[] }) =>
      effects.every(({ effect }) => effect.do !== 'report'),
    );
    expect(await send(`GET /automation/runs/${plain.id}/file`, { token: owner() })).toMatchObject({
      status: 422,
      body: { code: 'run.no_file' },
    });
  });

  it('says of each fault which and where', async () => {
    const wrong = async (body: object) => refusal(await send('POST /automation/rules', { token: owner(), body }));
    const item = (one: object) => written('1.00', { conditions: { items: [one] } });
    const at = (code: string, field: string) => ({ status: 400, code, field });
    expect(await wrong({ ...written('1.00'), trigger: 'order.eaten' })).toEqual(at('rule.trigger', 'body.trigger'));
    expect(await wrong(item({ field: 'constructor', op: 'is', value: 'x' }))).toEqual(at('rule.field', 'body.conditions.items.0.field'));
    expect(await wrong(item({ field: 'amount', op: 'contains', value: '1' }))).toEqual(at('rule.operator', 'body.conditions.items.0.op'));
    expect(await wrong(item({ field: 'amount', op: 'over', value: '1e9' }))).toEqual(at('rule.value', 'body.conditions.items.0.value'));
    expect(await wrong(written('1.00', { effects: [{ do: 'note', text: '{{iban}}' }] }))).toEqual(at('rule.field', 'body.effects.0.text'));
    expect(await wrong(written('1.00', { effects: [{ do: 'keepDocument' }] }))).toEqual(at('rule.effect', 'body.effects.0.do'));
    expect(await wrong(written('1.00', { effects: [report([])] }))).toEqual(at('rule.nobody', 'body.effects.0.members'));
    expect(await wrong({ ...written('1.00'), schedule: { every: 'day', hour: 8 } })).toEqual(at('rule.schedule', 'body.schedule'));
    const nobody = { do: 'tell', members: ['mem_01JDG8ZK5T7QWERTY2MNPQRSTV'], text: 'x' };
    expect(await wrong(written('1.00', { effects: [nobody] }))).toEqual({
      status: 422,
      code: 'rule.members',
      field: 'body.effects.0.members.0',
    });
  });

  it('is written, changed and thrown away; a change switches it off', async () => {
    const { triggers } = await ask('GET /automation/options');
    expect(triggers.find(({ name }: { name: string }) => name === 'order.placed').effects).toContain('invoiceOrder');
    const { id } = await switchedOn(written('70000.00', { name: 'Enormes' }));
    expect((await ask('GET /automation/rules?q=enorm&state=active')).items.map((rule: { id: string }) => rule.id)).toEqual([id]);
    expect(refusal(await send(`DELETE /automation/rules/${id}`, { token: owner() }))).toMatchObject({ status: 422, code: 'rule.active' });
    expect((await ask(`PATCH /automation/rules/${id}`, { name: 'Enormísimos' })).state).toBe('active');
    expect(await ask(`PATCH /automation/rules/${id}`, { limits: { perDay: 3 } })).toMatchObject({ state: 'paused', version: 3 });
    expect((await ask(`DELETE /automation/rules/${id}`)).deleted).toBe(true);
  });

  it('is told of lines of the bank that nothing has matched, once the statement was looked through', async () => {
    const { id: accountId } = await ask('POST /banking/accounts', { name: 'CaixaBank', iban: BANK_IBAN, account: '572' });
    const fees = { conditions: { direction: 'out', texts: ['comision'] }, action: { entry: { lines: [{ account: '626' }] } } };
    const { id: feeRule } = await ask('POST /banking/rules', { name: 'Comisiones', ...fees });
    const { id: testId } = await ask(`POST /banking/rules/${feeRule}/back-test`, {});
    await eventually('the test of the rule', async () => (await ask(`GET /banking/back-tests/${testId}`)).state === 'done' || undefined);
    await ask(`POST /banking/rules/${feeRule}/on`, {});
    const { memberId } = await ask('GET /me');
    const { id } = await switchedOn({
      ...{ name: 'Sin conciliar', trigger: 'bank.line', conditions: { items: [{ field: 'matched', op: 'is', value: false }] } },
      effects: [{ do: 'tell', members: [memberId], text: '{{text}}: {{amount}}' }],
    });
    const text = norma43(
      [
        { date: today, amount: -350, text: 'COMISION MANTENIMIENTO' },
        { date: today, amount: -2000, text: 'COMPRA TARJETA' },
      ],
      { opening: 100_000, from: today, to: today },
    );
    const file = await ask('POST /banking/files', { fileName: 'hoy.n43', bytes: Buffer.byteLength(text) });
    expect((await fetch(file.upload.url, { method: 'PUT', body: text })).ok).toBe(true);
    const lines: { id: string; state: string; amount: object }[] = await eventually('both lines', async () => {
      const { items } = await ask(`GET /banking/lines?bankAccountId=${accountId}`);
      return items.some(({ state }: { state: string }) => state === 'matched') ? items : undefined;
    });
    const card = lines.find(({ state }) => state === 'open');
    expect(card?.amount).toEqual(eur('-20.00'));
    await runAbout(id, card?.id ?? '');
    expect((await runsOf(id)).map(({ subject }) => subject)).toEqual([card?.id]);
    await switchOff(id);
  });

  it('keeps rules and runs of a company to itself, and from who may not see them', async () => {
    const [rule] = (await ask('GET /automation/rules')).items;
    const [run] = (await ask('GET /automation/runs')).items;
    const other = await foundCompany();
    for (const [route, code] of [
      [`GET /automation/rules/${rule.id}`, 'automation-rule.not_found'],
      [`GET /automation/runs/${run.id}`, 'rule-run.not_found'],
      [`POST /automation/rules/${rule.id}/activation`, 'automation-rule.not_found'],
      [`POST /automation/runs/${run.id}/undo`, 'rule-run.not_found'],
    ] as const)
      expect(await send(route, { token: other.tokens.owner })).toMatchObject({ status: 404, body: { code } });
    expect(await send('GET /automation/runs', { token: company.tokens.warehouse })).toMatchObject({ status: 403 });
    expect(await send('POST /automation/rules', { token: company.tokens.auditor, body: written('1.00') })).toMatchObject({ status: 403 });
  });
});
