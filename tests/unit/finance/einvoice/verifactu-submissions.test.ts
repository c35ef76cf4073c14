import { beforeEach, describe, expect, it } from 'vitest';
import { handler as certificates } from '../../../../functions/finance/certificates/secrets.ts';
import { handler as commands } from '../../../../functions/finance/verifactu/commands.ts';
import { handler as queries } from '../../../../functions/finance/verifactu/queries.ts';
import { handler as sign } from '../../../../functions/finance/verifactu/sign-verifactu.event.ts';
import { verifactuMode } from '../../../../shared/domain/finance/einvoice/channels.ts';
import { answerOf } from '../../../../shared/domain/finance/einvoice/verifactu-answer.ts';
import { VerifactuRecords, verifactuId } from '../../../../shared/domain/finance/einvoice/verifactu-record.ts';
import { dateIn } from '../../../../shared/kernel/date.ts';
import { readXml } from '../../../../shared/runtime/xml.ts';
import { call, newTenant } from '../../../support/call.ts';
import { testCertificate } from '../../../support/certificates.ts';
import { batchOf } from '../../../support/changes.ts';
import { newCompany, type TestCompany } from '../../../support/company.ts';
import { einvoicingOf } from '../../../support/einvoicing.ts';
import { useMemoryTable } from '../../../support/memory-table.ts';
import { receivablesOf } from '../../../support/receivables.ts';
import { useSigningKeys } from '../../../support/signing-keys.ts';
import { type AnsweredRecord, enveloped, verifactuAnswer } from '../../../support/verifactu-answers.ts';

const mine = testCertificate('secreto');
useSigningKeys();
const table = useMemoryTable({ openWork: true, lists: true });
const DAY = '10-03-2026';
let company: TestCompany;
let numbers: string[];
let rev = 0;
const REQUEST = { reference: 'REQ-2026-1' };

beforeEach(async () => {
  table.clear();
  const tenant = newTenant();
  company = await newCompany(tenant, {}, 100_000_000);
  await einvoicingOf(tenant).chains();
  numbers = [];
  for (const price of ['100', '200', '300']) numbers.push((await receivablesOf(tenant).invoice(company.customerId, price)).number);
  const body = { file: mine.file.toString('base64'), password: 'secreto' };
  expect((await call(certificates, 'PUT /certificates/own', 'PUT /certificates/own', { tenant, body })).status).toBe(200);
  await chained(1, 2, 3);
});

/** The worker signs records, as it does when they are chained. */
async function chained(...places: readonly number[]) {
  rev += 1;
  const { tenant } = company;
  const { kind } = VerifactuRecords;
  const { batchItemFailures } = await sign(
    batchOf(places.map((place) => ({ tenant, kind, id: verifactuId(place), rev: rev + 1000, after: { date: '' } }))),
  );
  expect(batchItemFailures).toEqual([]);
}
const templateOf = (route: string) => route.replace(/vfb_[A-Z0-9]+/, '{submissionId}');
async function ask(route: string, body?: object) {
  const handler = route.startsWith('GET ') ? queries : commands;
  return call(handler, route, templateOf(route), { tenant: company.tenant, ...(body ? { body } : {}) });
}
const done = async (route: string, body?: object) => {
  const { status, body: answer } = await ask(route, body);
  expect(status, JSON.stringify(answer).slice(0, 300)).toBeLessThan(300);
  return answer;
};
const codeOf = async (route: string, body?: object) => (await ask(route, body)).body.code;
const base64 = (text: string) => Buffer.from(text).toString('base64');
const line = (i: number, more: Partial<AnsweredRecord> = {}): AnsweredRecord => ({ number: numbers[i] ?? '', date: DAY, ...more });
const deliveries = async () =>
  (await done('GET /verifactu/records')).items.map(({ place, delivery }: { place: number; delivery?: { state: string; code?: string } }) =>
    [place, delivery?.state, delivery?.code].filter((each) => each !== undefined).join(' '),
  );

describe('records that a person takes to AEAT', () => {
  it('are prepared, sent and answered, and each says what became of it', async () => {
    expect(await deliveries()).toEqual(['3', '2', '1']);
    const made = await done('POST /verifactu/submissions', { to: 2, reference: 'REQ-2026-1', ends: true });
    expect(made).toMatchObject({ first: 1, last: 2, state: 'prepared', address: expect.stringMatching(/RequerimientoSOAP$/) });
    const { content } = await done(`GET /verifactu/submissions/${made.id}/file`);
    const file = Buffer.from(content, 'base64').toString();
    expect(file).toMatch(
      /<soapenv:Body><sum:RegFactuSistemaFacturacion[\s\S]*<sf:RefRequerimiento>REQ-2026-1<[\s\S]*<sf:FinRequerimiento>S</,
    );
    expect(file.match(/<sum:RegistroFactura>/g)).toHaveLength(2);
    expect(await deliveries()).toEqual(['3', '2 prepared', '1 prepared']);
    await done(`POST /verifactu/submissions/${made.id}/sending`, {});
    expect(await deliveries()).toEqual(['3', '2 sent', '1 sent']);
    const errors = line(1, { state: 'AceptadoConErrores', code: '2000', text: 'El NIF no está identificado' });
    const answer = verifactuAnswer('ParcialmenteCorrecto', [line(0, { state: 'Incorrecto', code: '1100' }), errors]);
    expect(await done(`POST /verifactu/submissions/${made.id}/answer`, { file: base64(enveloped(answer)) })).toMatchObject({
      ...{ state: 'partly', sentOn: dateIn('Europe/Madrid', new Date()) },
      answer: {
        ...{ csv: 'A-7F3K2M9QXYZ', records: 2, on: '2026-12-01T13:00:00+01:00' },
        counts: { accepted: 0, 'accepted-with-errors': 1, rejected: 1, cancelled: 0 },
      },
    });
    expect(await done(`GET /verifactu/submissions/${made.id}/findings`)).toEqual({
      items: [
        { place: 1, state: 'rejected', code: '1100' },
        { place: 2, state: 'accepted-with-errors', code: '2000', text: 'El NIF no está identificado' },
      ],
    });
    expect(await deliveries()).toEqual(['3', '2 accepted-with-errors 2000', '1 rejected 1100']);
    expect(await codeOf(`POST /verifactu/submissions/${made.id}/answer`, { file: base64(answer) })).toBe('verifactu.answered');
    expect(await codeOf(`POST /verifactu/submissions/${made.id}/sending`, {})).toBe('verifactu.answered');
    // The next takes what nobody has taken there.
    const { id } = await done('POST /verifactu/submissions', REQUEST);
    expect(await done('GET /verifactu/submissions')).toMatchObject({ items: [{ id, first: 3, last: 3, state: 'prepared' }, {}] });
    await done(`POST /verifactu/submissions/${id}/sending`, {});
    expect(await codeOf('POST /verifactu/submissions', REQUEST)).toBe('verifactu.none');
    const { items } = await done('GET /verifactu/submissions');
    expect(items.map(({ first, state }: { first: number; state: string }) => [first, state])).toEqual([
      [3, 'sent'],
      [1, 'partly'],
    ]);
  });

  it('is none of VERI*FACTU: without the number of a request there is no file', async () => {
    expect((await ask('POST /verifactu/submissions', {})).status).toBe(400);
    expect((await ask('POST /verifactu/submissions', { reference: '' })).status).toBe(400);
  });

  it('a record that is not signed goes into no file, and the first of them is named', async () => {
    await receivablesOf(company.tenant).invoice(company.customerId, '400');
    const { status, body } = await ask('POST /verifactu/submissions', REQUEST);
    expect({ status, code: body.code, params: body.params }).toEqual({ status: 422, code: 'verifactu.unsigned', params: { place: 4 } });
    expect(await done('POST /verifactu/submissions', { ...REQUEST, to: 3 })).toMatchObject({ first: 1, last: 3 });
    await chained(4);
    expect(await done('POST /verifactu/submissions', REQUEST)).toMatchObject({ first: 1, last: 4 });
  });

  it('one that nobody took there is discarded, and its records are in the next', async () => {
    const { id } = await done('POST /verifactu/submissions', { ...REQUEST, to: 2 });
    const own = `/verifactu/submissions/${id}`;
    expect(await done(`POST ${own}/disposal`, {})).toMatchObject({ state: 'discarded' });
    expect(await deliveries()).toEqual(['3', '2', '1']);
    for (const step of ['disposal', 'sending']) expect(await codeOf(`POST ${own}/${step}`, {})).toBe('verifactu.discarded');
    expect(await codeOf(`POST ${own}/answer`, { file: base64(verifactuAnswer('Incorrecto', [])) })).toBe('verifactu.discarded');
    const again = await done('POST /verifactu/submissions', REQUEST);
    expect(again).toMatchObject({ first: 1, last: 3 });
    await done(`POST /verifactu/submissions/${again.id}/sending`, {});
    expect(await codeOf(`POST /verifactu/submissions/${again.id}/disposal`, {})).toBe('verifactu.sent');
  });

  it('those that AEAT has already are in the state that it has them in', async () => {
    const { id } = await done('POST /verifactu/submissions', REQUEST);
    const lines = ['Correcta', 'AceptadaConErrores', 'Anulada'].map((known, i) => line(i, { state: 'Incorrecto', code: '3000', known }));
    await done(`POST /verifactu/submissions/${id}/answer`, { file: base64(verifactuAnswer('Incorrecto', lines)) });
    expect(await deliveries()).toEqual(['3 cancelled 3000', '2 accepted-with-errors 3000', '1 accepted 3000']);
  });

  it('sent again, the newest submission that was taken there tells', async () => {
    const [first, again] = [
      await done('POST /verifactu/submissions', REQUEST),
      await done('POST /verifactu/submissions', { ...REQUEST, from: 1, to: 1 }),
    ];
    const all = verifactuAnswer('Correcto', [line(0), line(1), line(2)]);
    await done(`POST /verifactu/submissions/${first.id}/answer`, { file: base64(all) });
    expect(await deliveries()).toEqual(['3 accepted', '2 accepted', '1 accepted']);
    await done(`POST /verifactu/submissions/${again.id}/answer`, { file: base64(verifactuAnswer('Incorrecto', [])) });
    expect(await deliveries()).toEqual(['3 accepted', '2 accepted', '1 rejected']);
  });

  it.each<[string, () => string, string]>([
    [
      'of another submission',
      () => verifactuAnswer('Correcto', [line(0), line(1), line(2), { number: 'F2020-000009', date: DAY }]),
      'verifactu.answer',
    ],
    ['of another company', () => verifactuAnswer('Correcto', [line(0), line(1), line(2)], 'B58378431'), 'verifactu.answer'],
    ['that says nothing of a record', () => verifactuAnswer('Correcto', [line(0), line(1)]), 'verifactu.answer'],
    ['that names one twice', () => verifactuAnswer('Correcto', [line(0), line(0), line(1), line(2)]), 'verifactu.answer'],
    ['of a cancellation', () => verifactuAnswer('Correcto', [line(0, { kind: 'Anulacion' }), line(1), line(2)]), 'verifactu.answer'],
    ['whose state is a name of objects', () => verifactuAnswer('constructor' as never, [line(0), line(1), line(2)]), 'verifactu.answer'],
    ['that is none', () => '<Invoice/>', 'verifactu.answer'],
    ['that is no XML', () => 'no', 'verifactu.answer'],
    ['with entities', () => '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', 'verifactu.answer'],
    [
      'that tells a fault',
      () => enveloped('<env:Fault><faultcode>env:Client</faultcode><faultstring>Codigo[4102]</faultstring></env:Fault>'),
      'verifactu.fault',
    ],
  ])('an answer %s is refused whole', async (_, xml, code) => {
    const { id } = await done('POST /verifactu/submissions', REQUEST);
    expect(await codeOf(`POST /verifactu/submissions/${id}/answer`, { file: base64(xml()) })).toBe(code);
    expect(await deliveries()).toEqual(['3 prepared', '2 prepared', '1 prepared']);
  });
});

it('what 500 records are refused with stays below the size of an item', () => {
  const sent = Array.from({ length: 500 }, (_, i) => ({ place: i + 1, kind: 'issue' as const, issuer: 'B12345674', number: `F2026-${i}` }));
  const text = 'Ñ'.repeat(1500);
  const lines = sent.map(({ number }) => ({ number, date: DAY, state: 'Incorrecto' as const, code: '1100', text }));
  const said = (count: number) =>
    answerOf(
      readXml(Buffer.from(verifactuAnswer('Incorrecto', lines.slice(0, count))), { nodes: 60_000, depth: 20 }),
      sent.slice(0, count),
    );
  const { answer, findings } = said(500);
  expect(findings.map((finding) => finding.text?.length)).toEqual(sent.map(() => 300));
  // 500 × 300 letters of two bytes each are 300,000; the table takes 409,600.
  expect(Buffer.byteLength(JSON.stringify(findings))).toBeLessThan(350_000);
  // What a list shows of it stays small, whatever AEAT says.
  expect(answer.counts).toEqual({ accepted: 0, 'accepted-with-errors': 0, rejected: 500, cancelled: 0 });
  expect(JSON.stringify(answer).length).toBeLessThan(300);
});

describe('what the next file takes', () => {
  const sending = async (body: object, answer?: string) => {
    const { id, first, last } = await done('POST /verifactu/submissions', { ...REQUEST, ...body });
    await done(`POST /verifactu/submissions/${id}/sending`, {});
    if (answer) await done(`POST /verifactu/submissions/${id}/answer`, { file: base64(answer) });
    return [first, last];
  };
  const next = async () => {
    const { id, first, last } = await done('POST /verifactu/submissions', REQUEST);
    await done(`POST /verifactu/submissions/${id}/disposal`, {});
    return [first, last];
  };

  it('is what AEAT refused with its whole submission, and then what comes after', async () => {
    await sending({ to: 2 }, verifactuAnswer('Incorrecto', []));
    expect(await next()).toEqual([1, 3]);
    await sending({ from: 3 }, verifactuAnswer('Correcto', [line(2)]));
    expect(await next()).toEqual([1, 2]);
    await sending({}, verifactuAnswer('Correcto', [line(0), line(1)]));
    expect(await codeOf('POST /verifactu/submissions', REQUEST)).toBe('verifactu.none');
  });

  it('begins behind those that AEAT refused because it has them', async () => {
    const known = [line(0, { state: 'Incorrecto', code: '3000', known: 'Correcta' }), line(1, { state: 'Incorrecto', code: '1100' })];
    await sending({ to: 2 }, verifactuAnswer('Incorrecto', known));
    expect(await next()).toEqual([2, 3]);
  });

  it('begins behind those that wait for an answer', async () => {
    await sending({ to: 1 }, verifactuAnswer('Incorrecto', []));
    await sending({ to: 1 });
    expect(await next()).toEqual([2, 3]);
  });
});

it('nothing goes out by itself, so that no invoice bears the legend', async () => {
  const { channels } = await einvoicingOf(company.tenant).done('GET /e-invoicing/settings');
  expect(channels.map(({ id, by }: { id: string; by: string }) => [id, by])).toEqual([
    ['aeat-verifactu', 'person'],
    ['aeat-requirement', 'person'],
    ['public-platform', 'person'],
    ['face', 'person'],
  ]);
  expect(verifactuMode()).toBe('kept');
  expect(verifactuMode([{ id: 'aeat-verifactu', by: 'itself', needs: 'certificate' }])).toBe('verifactu');
});
