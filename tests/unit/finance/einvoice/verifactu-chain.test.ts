import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { handler as commands } from '../../../../functions/finance/verifactu/commands.ts';
import { handler as queries } from '../../../../functions/finance/verifactu/queries.ts';
import { handler as patchCompany } from '../../../../functions/platform/company/commands.ts';
import { VerifactuRecords, verifactuId } from '../../../../shared/domain/finance/einvoice/verifactu-record.ts';
import { Invoices } from '../../../../shared/domain/finance/receivables/invoice.ts';
import { COMPANY_ID, Companies } from '../../../../shared/domain/platform/company/company.ts';
import { dateIn } from '../../../../shared/kernel/date.ts';
import { update } from '../../../../shared/kernel/record.ts';
import { call, newTenant } from '../../../support/call.ts';
import { newCompany, recordsOf, type TestCompany } from '../../../support/company.ts';
import { einvoicingOf } from '../../../support/einvoicing.ts';
import { useMemoryTable } from '../../../support/memory-table.ts';
import { receivablesOf } from '../../../support/receivables.ts';

const table = useMemoryTable({ openWork: true, lists: true });
const today = () => dateIn('Europe/Madrid', new Date());
const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex').toUpperCase();
const whole = { amount: '121.00', currency: 'EUR' };
let company: TestCompany;
let sales: ReturnType<typeof receivablesOf>;
let einvoices: ReturnType<typeof einvoicingOf>;

beforeEach(async () => begin());
async function begin() {
  table.clear();
  const tenant = newTenant();
  company = await newCompany(tenant, {}, 100_000_000);
  [sales, einvoices] = [receivablesOf(tenant), einvoicingOf(tenant)];
}
const switchOn = () => einvoices.chains();
const ask = async (route: string, query: Record<string, string> = {}) =>
  (await call(queries, route, route.replace(/\d+$/, '{place}'), { tenant: company.tenant, query })).body;
const check = async (body: object = {}) => {
  const route = 'POST /verifactu/checks';
  return (await call(commands, route, route, { tenant: company.tenant, body })).body;
};
const chain = async () => {
  const { length } = await ask('GET /verifactu/records');
  return (
    await recordsOf(company.tenant).getMany(
      VerifactuRecords,
      Array.from({ length }, (_, i) => verifactuId(i + 1)),
    )
  ).map((record) => {
    if (!record) throw new Error('the chain has a gap');
    return record;
  });
};

describe('the chain of a company', () => {
  it('begins when it is switched on: what was issued before has no record, and costs nothing more', async () => {
    expect(await sales.invoice(company.customerId, '100')).not.toHaveProperty('verifactu');
    expect(await ask('GET /verifactu/records')).toEqual({ items: [], length: 0 });
    await switchOn();
    const { id, number } = await sales.invoice(company.customerId, '100');
    const note = await sales.done(`POST /invoices/${id}/credit-notes`, {
      reason: 'Descuento',
      lines: [{ line: 1, net: { ...whole, amount: '40.00' } }],
    });
    const [first, second] = await chain();
    // 100 at 21 %; 40 given back.
    expect(first).toMatchObject({
      number,
      kind: 'issue',
      type: 'F1',
      tax: 21_00,
      total: 121_00,
      previous: '',
      documentId: id,
      issuer: 'B12345674',
    });
    expect(second).toMatchObject({ number: note.number, type: 'R1', tax: -8_40, total: -48_40, previous: first?.hash });
    // As AEAT's detail has it, put together by hand.
    const text = `IDEmisorFactura=B12345674&NumSerieFactura=${number}&FechaExpedicionFactura=10-03-2026&TipoFactura=F1&CuotaTotal=21.00&ImporteTotal=121.00&Huella=&FechaHoraHusoGenRegistro=${first?.at}`;
    expect(first?.hash).toBe(sha256(text));
    expect(await check()).toMatchObject({ what: 'checked', first: 1, last: 2 });
    expect(await check()).not.toHaveProperty('broken');
    const { items } = await ask('GET /verifactu/records');
    expect(items.map(({ place, delivery }: { place: number; delivery?: object }) => [place, delivery])).toEqual([
      [2, undefined],
      [1, undefined],
    ]);
    expect((await ask('GET /verifactu/records/1')).qr).toBe(
      `https://www2.agenciatributaria.gob.es/wlpl/TIKE-CONT/ValidarQRNoVerifactu?nif=B12345674&numserie=${number}&fecha=10-03-2026&importe=121.00`,
    );
    expect((await ask('GET /verifactu/events')).items.map(({ what }: { what: string }) => what)).toEqual([
      'checked',
      'checked',
      'switched-on',
    ]);
  });

  it('has no gap and no fork, however many issue at once and whatever fails between', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 2, max: 10 }), fc.array(fc.boolean(), { minLength: 10, maxLength: 10 }), async (count, fails) => {
        await begin();
        await switchOn();
        const drafts = await Promise.all(Array.from({ length: count }, () => sales.draft(company.customerId, '100')));
        // Some are refused: a day for which there is no period.
        const answers = await Promise.all(
          drafts.map(({ id }, i) => sales.ask(`POST /invoice-drafts/${id}/issue`, fails[i] ? { date: '2019-01-01' } : {})),
        );
        const issued = answers.filter(({ status }) => status < 300).map(({ body }) => body.number);
        expect(issued).toHaveLength(fails.slice(0, count).filter((fail) => !fail).length);
        const records = await chain();
        expect(records.map(({ number }) => number).sort()).toEqual(issued.sort());
        expect(new Set(records.map(({ previous }) => previous)).size).toBe(records.length);
        expect(await check()).not.toHaveProperty('broken');
        for (const [i, { documentId, at }] of records.entries()) {
          expect((await recordsOf(company.tenant).getOrThrow(Invoices, documentId)).verifactu).toBe(i + 1);
          expect(at >= (records[i - 1]?.at ?? '')).toBe(true);
        }
      }),
      { numRuns: 12 },
    );
  });

  it('a repeated request makes no second record, a dry run none', async () => {
    await switchOn();
    const { id } = await sales.draft(company.customerId, '100');
    const issue = () => sales.done(`POST /invoice-drafts/${id}/issue`, {}, { key: 'once' });
    await sales.ask(`POST /invoice-drafts/${id}/issue`, {}, { query: { dryRun: 'true' } });
    expect((await chain()).length).toBe(0);
    await issue();
    await issue();
    expect((await chain()).length).toBe(1);
  });

  it.each([
    ['hash', { total: 121_01 }],
    ['hash', { number: 'F2026-000009' }],
    ['link', { previous: 'A'.repeat(64) }],
  ])('breaks (%s) where %o is changed', async (why, change) => {
    await switchOn();
    for (let i = 0; i < 3; i += 1) await sales.invoice(company.customerId, '100');
    const records = recordsOf(company.tenant);
    const second = await records.getOrThrow(VerifactuRecords, verifactuId(2));
    await records.commit([update(VerifactuRecords, second, { ...second, ...change })]);
    expect(await check()).toMatchObject({ broken: { place: 2, why } });
    // From behind it on, all is well but its link.
    expect(await check({ from: 3 })).not.toHaveProperty('broken');
  });

  it('breaks where an invoice says something else', async () => {
    await switchOn();
    const { id } = await sales.invoice(company.customerId, '100');
    const records = recordsOf(company.tenant);
    const invoice = await records.getOrThrow(Invoices, id);
    await records.commit([update(Invoices, invoice, { ...invoice, totals: { ...invoice.totals, gross: 1 } })]);
    expect(await check()).toMatchObject({ broken: { place: 1, why: 'document' } });
  });
});

describe('what leaves the chain as it is', () => {
  const cancel = (id: string) =>
    call(commands, `POST /verifactu/invoices/${id}/cancellation`, 'POST /verifactu/invoices/{invoiceId}/cancellation', {
      ...{ tenant: company.tenant, body: { reason: 'No hubo venta' } },
    });
  const written = (body: object) => call(commands, 'POST /verifactu/exports', 'POST /verifactu/exports', { tenant: company.tenant, body });

  it('cancels the record of an invoice that is credited in full, with that of its credit note', async () => {
    const before = await sales.invoice(company.customerId, '100');
    expect((await cancel(before.id)).body).toMatchObject({ status: 422, code: 'verifactu.no_record' });
    await switchOn();
    const { id, number } = await sales.invoice(company.customerId, '100');
    expect((await cancel(id)).body).toMatchObject({ status: 422, code: 'verifactu.not_credited' });
    const note = await sales.done(`POST /invoices/${id}/credit-notes`, { reason: 'Error' });
    expect((await cancel(id)).body).toMatchObject({ place: 3, kind: 'cancellation', number, reason: 'No hubo venta' });
    const records = await chain();
    expect(records.map((record) => [record.kind, record.number])).toEqual([
      ['issue', number],
      ['issue', note.number],
      ['cancellation', number],
      ['cancellation', note.number],
    ]);
    const { at, previous, hash } = records[2] as (typeof records)[number];
    const text = `IDEmisorFacturaAnulada=B12345674&NumSerieFacturaAnulada=${number}&FechaExpedicionFacturaAnulada=10-03-2026&Huella=${previous}&FechaHoraHusoGenRegistro=${at}`;
    expect(hash).toBe(sha256(text));
    expect(await check()).not.toHaveProperty('broken');
    expect((await cancel(id)).body.code).toBe('verifactu.cancelled');
  });

  it('cancels for whom it was issued, whoever the company is by now; its tax id stays once the chain has begun', async () => {
    const records = recordsOf(company.tenant);
    const rename = (taxId: string) => call(patchCompany, 'PATCH /company', 'PATCH /company', { tenant: company.tenant, body: { taxId } });
    expect((await rename('B58378431')).status).toBe(200);
    await rename('B12345674');
    await switchOn();
    expect((await rename('B58378431')).body).toMatchObject({ status: 422, code: 'verifactu.issuer', field: 'body.taxId' });
    const { id, number } = await sales.invoice(company.customerId, '100');
    await sales.done(`POST /invoices/${id}/credit-notes`, { reason: 'Error' });
    const own = await records.getOrThrow(Companies, COMPANY_ID);
    await records.commit([update(Companies, own, { ...own, taxId: 'B58378431' })]);
    await cancel(id);
    const cancellation = (await chain())[2];
    expect(cancellation).toMatchObject({ kind: 'cancellation', number, issuer: 'B12345674' });
    expect(await check()).not.toHaveProperty('broken');
    // One that names another issuer, whole in itself: worked out by hand.
    const text = `IDEmisorFacturaAnulada=B58378431&NumSerieFacturaAnulada=${number}&FechaExpedicionFacturaAnulada=10-03-2026&Huella=${cancellation?.previous}&FechaHoraHusoGenRegistro=${cancellation?.at}`;
    const third = await records.getOrThrow(VerifactuRecords, verifactuId(3));
    await records.commit([update(VerifactuRecords, third, { ...third, issuer: 'B58378431', hash: sha256(text) })]);
    expect(await check()).toMatchObject({ broken: { place: 3, why: 'document' } });
  });

  it('is written to a file, record by record', async () => {
    expect((await written({})).body.code).toBe('verifactu.none');
    await switchOn();
    for (let i = 0; i < 3; i += 1) await sales.invoice(company.customerId, '100');
    const { body } = await written({ from: 2 });
    expect(body).toMatchObject({ fileName: 'verifactu-2-3.xml', first: 2, last: 3 });
    const xml = Buffer.from(body.content, 'base64').toString();
    const [first, second] = await chain();
    expect(xml.match(/<sf:RegistroAlta /g)).toHaveLength(2);
    expect(xml.indexOf(first?.hash ?? '?')).toBeLessThan(xml.indexOf(second?.hash ?? '?'));
  });
});

describe('the switch', () => {
  const patch = (verifactuFrom: string | null) => einvoices.refused('PATCH /e-invoicing/settings', { verifactuFrom });
  it('is for a day to come, and once: what was issued this morning has no record', async () => {
    expect(await patch('2026-01-01')).toMatchObject({ status: 422, code: 'verifactu.past', field: 'body.verifactuFrom' });
    expect(await patch(today())).toMatchObject({ status: 422, code: 'verifactu.past' });
    await einvoices.done('PATCH /e-invoicing/settings', { verifactuFrom: '2030-01-01' });
    expect(await einvoices.done('PATCH /e-invoicing/settings', { verifactuFrom: null })).not.toHaveProperty('verifactu');
    await switchOn();
    expect(await patch('2030-01-01')).toMatchObject({ code: 'verifactu.begun' });
  });

  it('does not go on from the past where it has ended', async () => {
    const records = recordsOf(company.tenant);
    const own = await records.getOrThrow(Companies, COMPANY_ID);
    const ended = { from: '2025-03-01', until: '2025-12-31' };
    await records.commit([update(Companies, own, { ...own, einvoicing: { verifactu: ended } })]);
    expect(await patch(ended.from)).toMatchObject({ status: 422, code: 'verifactu.past' });
    // One that ends some day is kept on by the day on which it began.
    const going = await records.getOrThrow(Companies, COMPANY_ID);
    await records.commit([update(Companies, going, { ...going, einvoicing: { verifactu: { from: '2025-03-01', until: '2090-12-31' } } })]);
    const { verifactu } = await einvoices.done('PATCH /e-invoicing/settings', { verifactuFrom: '2025-03-01' });
    expect(verifactu).toEqual({ from: '2025-03-01' });
  });

  it('stays on where the law asks for it from the next year on', async () => {
    await switchOn();
    // A company, on 1 December 2026: a duty from 2027-01-01 on.
    expect(await patch(null)).toMatchObject({ status: 422, code: 'verifactu.duty' });
  });
});
