import { beforeEach, describe, expect, it } from 'vitest';
import { handler as commands } from '../../../../functions/finance/verifactu/commands.ts';
import { handler as queries } from '../../../../functions/finance/verifactu/queries.ts';
import { verifactuMode } from '../../../../shared/domain/finance/einvoice/channels.ts';
import { dateIn } from '../../../../shared/kernel/date.ts';
import { call, newTenant } from '../../../support/call.ts';
import { newCompany, type TestCompany } from '../../../support/company.ts';
import { einvoicingOf } from '../../../support/einvoicing.ts';
import { useMemoryTable } from '../../../support/memory-table.ts';
import { receivablesOf } from '../../../support/receivables.ts';
import { type AnsweredRecord, enveloped, verifactuAnswer } from '../../../support/verifactu-answers.ts';

const table = useMemoryTable({ openWork: true, lists: true });
const DAY = '10-03-2026';
let company: TestCompany;
let numbers: string[];

beforeEach(async () => {
  table.clear();
  const tenant = newTenant();
  company = await newCompany(tenant, {}, 100_000_000);
  await einvoicingOf(tenant).chains();
  numbers = [];
  for (const price of ['100', '200', '300']) numbers.push((await receivablesOf(tenant).invoice(company.customerId, price)).number);
});

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
      answer: { csv: 'A-7F3K2M9QXYZ', records: 2, on: '2026-12-01T13:00:00+01:00' },
    });
    expect(await deliveries()).toEqual(['3', '2 accepted-with-errors 2000', '1 rejected 1100']);
    expect(await codeOf(`POST /verifactu/submissions/${made.id}/answer`, { file: base64(answer) })).toBe('verifactu.answered');
    expect(await codeOf(`POST /verifactu/submissions/${made.id}/sending`, {})).toBe('verifactu.answered');
    // The next takes what was in none.
    expect(await done('POST /verifactu/submissions', {})).toMatchObject({
      first: 3,
      last: 3,
      address: expect.stringMatching(/VerifactuSOAP$/),
    });
    expect(await codeOf('POST /verifactu/submissions', {})).toBe('verifactu.none');
    const { items } = await done('GET /verifactu/submissions');
    expect(items.map(({ first, state }: { first: number; state: string }) => [first, state])).toEqual([
      [3, 'prepared'],
      [1, 'partly'],
    ]);
  });

  it('sent again, the newest submission tells', async () => {
    const [first, again] = [await done('POST /verifactu/submissions', {}), await done('POST /verifactu/submissions', { from: 1, to: 1 })];
    const all = verifactuAnswer('Correcto', [line(0), line(1), line(2)]);
    await done(`POST /verifactu/submissions/${first.id}/answer`, { file: base64(all) });
    expect(await deliveries()).toEqual(['3 accepted', '2 accepted', '1 prepared']);
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
    const { id } = await done('POST /verifactu/submissions', {});
    expect(await codeOf(`POST /verifactu/submissions/${id}/answer`, { file: base64(xml()) })).toBe(code);
    expect(await deliveries()).toEqual(['3 prepared', '2 prepared', '1 prepared']);
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
