import { beforeEach, describe, expect, it } from 'vitest';
import { handler as taxCommands } from '../../../functions/finance/tax/commands.ts';
import { handler as taxQueries } from '../../../functions/finance/tax/queries.ts';
import { PeriodSequences, sequenceId } from '../../../shared/domain/finance/ledger/period-sequence.ts';
import {
  refusalOfDomestic,
  refusalOfInputTax,
  refusalOfTaxCode,
  refusalOfTerritory,
} from '../../../shared/domain/finance/tax/recipient.ts';
import { returnWarnings } from '../../../shared/domain/finance/tax/return-warnings.ts';
import { update } from '../../../shared/kernel/record.ts';
import { call, newTenant } from '../../support/call.ts';
import { newCompany, recordsOf } from '../../support/company.ts';
import { books, line } from '../../support/ledger.ts';
import { useMemoryTable } from '../../support/memory-table.ts';
import { billBody, of, payablesOf, payBody } from '../../support/payables.ts';
import { projectCompany } from '../../support/projection.ts';
import { exampleQuarter } from '../../support/quarter.ts';
import { eur } from '../../support/receivables.ts';

const table = useMemoryTable({ openWork: true, lists: true });
let tenant = '';
let api: ReturnType<typeof payablesOf>;
/** ana enters, bea approves and pays. */
beforeEach(async () => {
  table.clear();
  tenant = newTenant();
  await newCompany(tenant, { billApprovalLimit: 1000_00 });
  api = payablesOf(tenant);
  for (const by of ['ana', 'bea']) await api.ask(by, 'GET /payables', undefined, { roles: ['accountant'] });
});

type Lines = readonly (readonly [account: string, amount: string])[];
/** Status, code and field with which a manual entry is refused. */
async function refusedEntry(lines: Lines, date = '2026-03-10') {
  const { status, body } = await books(tenant, 'postEntry', {
    body: { date, text: 'Prueba', lines: lines.map(([account, amount]) => line(account, amount)) },
  });
  return [status, body.code, body.field ?? body.errors?.[0]?.field];
}
const RENT: Lines = [
  ['621', '10.00'],
  ['572', '-10.00'],
];

describe('an entry by hand is refused', () => {
  it.each<[string, Lines, string, string]>([
    [
      'where it does not balance',
      [
        ['621', '10.00'],
        ['572', '-9.99'],
      ],
      'entry.unbalanced',
      'body.lines',
    ],
    [
      'of one side',
      [
        ['621', '10.00'],
        ['629', '5.00'],
      ],
      'entry.unbalanced',
      'body.lines',
    ],
    [
      'on an account that documents keep',
      [
        ['430', '10.00'],
        ['572', '-10.00'],
      ],
      'account.control',
      'body.lines.0.account',
    ],
    [
      'on an account that the chart lacks',
      [
        ['699', '10.00'],
        ['572', '-10.00'],
      ],
      'account.unknown',
      'body.lines.0.account',
    ],
  ])('%s', async (_, lines, code, field) => {
    expect((await refusedEntry(lines)).slice(1)).toEqual([code, field]);
  });

  it('of nothing, of one line, and with both sides on a line', async () => {
    const post = async (lines: object[]) => (await books(tenant, 'postEntry', { body: { date: '2026-03-10', text: 'x', lines } })).body;
    expect((await post([line('621', '0.00'), line('572', '0.00')])).code).toBe('entry.side');
    expect((await post([line('621', '10.00')])).status).toBe(400);
    expect(await post([{ account: '621', debit: eur('1.00'), credit: eur('1.00') }, line('572', '-1.00')])).toMatchObject({
      ...{ code: 'entry.side', params: { why: 'both', line: 1 } },
    });
  });

  it('in a closed or locked period, and where the VAT of its period is filed', async () => {
    const records = recordsOf(tenant);
    const set = async (more: object) => {
      for (const shard of [0, 1, 2, 3]) {
        const sequence = await records.getOrThrow(PeriodSequences, sequenceId('2026-02', shard));
        await records.commit([update(PeriodSequences, sequence, { ...sequence, ...more })]);
      }
    };
    await set({ state: 'locked' });
    expect(await refusedEntry(RENT, '2026-02-10')).toEqual([422, 'period.locked', 'body.date']);
    await set({ state: 'open', filed: 'txr_303.2026-02.0' });
    expect(
      await refusedEntry(
        [
          ['472', '2.10'],
          ['572', '-2.10'],
        ],
        '2026-02-10',
      ),
    ).toEqual([422, 'period.tax_filed', 'body.date']);
    expect((await refusedEntry(RENT, '2026-02-10'))[0]).toBe(201);
    expect(await refusedEntry(RENT, '2010-01-11')).toEqual([422, 'period.not_open', 'body.date']);
  });

  it('its reversal is taken back by nothing, and what a document posted by its document alone', async () => {
    const made = await books(tenant, 'postEntry', {
      body: { date: '2026-03-10', text: 'Alquiler', lines: RENT.map(([a, b]) => line(a, b)) },
    });
    const undo = (id: string) => books(tenant, 'reverseEntry', { path: [id], body: { reason: 'Error' } });
    const back = await undo(made.body.id);
    expect(back.status, JSON.stringify(back.body)).toBe(201);
    expect((await undo(made.body.id)).body.code).toBe('entry.reversed');
    expect((await undo(back.body.id)).body.code).toBe('entry.is_reversal');
    const { id: supplierId } = await api.supplier();
    const bill = await api.bill(supplierId, 'A-1', '100.00');
    expect((await undo(`je_${bill.id}`)).body).toMatchObject({ code: 'entry.of_document', params: { document: bill.id } });
  });
});

describe('a bill is refused', () => {
  const enter = (supplierId: string, more: object = {}, net = '100.00') =>
    api.refused('ana', 'POST /payables/bills', billBody(supplierId, 'B-1', net, more));

  it('twice, with another total, of nothing, and without a rate of its day', async () => {
    const { id } = await api.supplier();
    await api.bill(id, 'A-1', '100.00');
    expect(await api.refused('ana', 'POST /payables/bills', billBody(id, 'a / 1', '100.00'))).toEqual([
      422,
      'bill.twice',
      'body.reference',
    ]);
    expect((await enter(id, { total: eur('120.00') }))[1]).toBe('bill.total');
    expect((await enter(id, { lines: [{ net: eur('5.00') }, { net: eur('-5.00') }] }))[1]).toBe('bill.zero');
    const usd = { lines: [{ net: { amount: '10.00', currency: 'USD' }, taxCode: 'EXENTO' }] };
    expect(await enter(id, usd)).toEqual([422, 'rate.missing', 'body.rate']);
    // Each kind of tax has the rate of its day: no bill of 2026 has one of 2024.
    expect((await enter(id, { lines: [{ net: eur('5.00'), taxCode: 'IVA-5' }] }))[0]).toBe(400);
  });

  it('under cash accounting, of a company’s own tax id, and of a tax id that is none', async () => {
    const { id } = await api.supplier();
    expect(await enter(id, { cashBasis: true })).toEqual([422, 'tax.cash_basis', 'body.cashBasis']);
    const supplier = (more: object) => api.refused('ana', 'POST /payables/suppliers', { name: 'Otro', account: '410', ...more });
    expect(await supplier({ taxId: 'B58378432' })).toEqual([400, 'supplier.tax_id', 'body.taxId']);
    expect(await supplier({ taxId: '12345678A' })).toEqual([400, 'supplier.tax_id', 'body.taxId']);
  });

  it('approved by who entered it, paid by who approved it, paid twice, and reversed once it is paid', async () => {
    const { id } = await api.supplier();
    const large = await api.bill(id, 'A-2', '2000.00');
    expect((await api.refused('ana', `POST /payables/bills/${large.id}/approval`, {}))[1]).toBe('bill.own_approval');
    expect((await api.refused('bea', 'POST /payables/payments', payBody(id, '2420.00', [of(large.id, '2420.00')])))[1]).toBe(
      'bill.waiting',
    );
    const small = await api.bill(id, 'A-3', '100.00');
    const pay = () => api.refused('bea', 'POST /payables/payments', payBody(id, '121.00', [of(small.id, '121.00')]));
    expect((await api.refused('ana', 'POST /payables/payments', payBody(id, '121.00', [of(small.id, '121.00')])))[1]).toBe(
      'payment.same_person',
    );
    expect((await pay())[0]).toBe(201);
    expect((await pay())[1]).toBe('allocation.nothing_open');
    expect((await api.refused('ana', `POST /payables/bills/${small.id}/reversal`, { reason: 'x' }))[1]).toBe('document.settled');
  });
});

describe('a place or a party that a tax is not for', () => {
  const LAS_PALMAS = { address: { country: 'ES', postalCode: '35001' } };
  it('is told with what to do instead', () => {
    expect(refusalOfTerritory({ country: 'ES', postalCode: '48001' })).toMatchObject({
      code: 'tax_return.territory',
      field: 'body.period',
    });
    expect(refusalOfTerritory({ country: 'ES', postalCode: '28001' })).toBeUndefined();
    const recipient = (why: string) => ({ code: 'tax.recipient', field: 'body.lines.0.taxCode', params: { why } });
    expect(
      refusalOfTaxCode('INTRA', { taxId: 'B58378431', address: { country: 'FR', postalCode: '75001' } }, 'body.lines.0'),
    ).toMatchObject(recipient('intra'));
    expect(refusalOfTaxCode('EXPORT', { address: { country: 'FR', postalCode: '75001' } }, 'body.lines.0')).toMatchObject(
      recipient('export'),
    );
    expect(refusalOfDomestic('IVA-G', LAS_PALMAS, 'body.lines.0')).toMatchObject(recipient('outside'));
    expect(refusalOfInputTax('IVA-G', LAS_PALMAS, 'body.lines.0')).toMatchObject({ code: 'tax.supplier', params: { why: 'islands' } });
  });

  it('is warned of where nothing here can tell: VIES, and the tax id of a company among people', () => {
    const line349 = { party: 'Porto Lda', taxId: 'PT123456789', key: 'E', base: 2_500_00 };
    expect(returnWarnings('349', { boxes: [], lines: [line349] })).toMatchObject([{ code: 'vies', params: { amount: '2500.00' } }]);
    expect(returnWarnings('303', { boxes: [{ box: '59', amount: 2_500_00 }], lines: [] })).toMatchObject([{ code: 'vies' }]);
    expect(returnWarnings('303', { boxes: [{ box: '59', amount: 0 }], lines: [] })).toEqual([]);
    const person = { party: 'Ana Ruiz', taxId: '12345678Z', key: 'G01', base: 1_000_00, amount: 150_00 };
    const company = { ...person, party: 'Robla, S.L.', taxId: 'B58378431' };
    expect(returnWarnings('190', { boxes: [], lines: [person, company] })).toMatchObject([
      { code: 'recipient-kind', params: { party: 'Robla, S.L.', taxId: 'B58378431' } },
    ]);
  });
});

describe('a return is refused', () => {
  it('before its period is over, out of its order, and where an earlier one of its period is not named', async () => {
    const { tenant: of303 } = await exampleQuarter();
    await projectCompany(of303);
    const file = async (period: string, more: object = {}) =>
      (
        await call(taxCommands, 'POST /tax-returns/303/filings', 'POST /tax-returns/{form}/filings', {
          ...{ tenant: of303, body: { period, justificante: '3032026000017', ...more } },
        })
      ).body;
    expect(await file('2036-4T')).toMatchObject({ code: 'tax_return.not_over', field: 'body.period' });
    expect(await file('2026-2T', { follows: 'txr_303.2026-2T.0' })).toMatchObject({ code: 'tax_return.follows', field: 'body.follows' });
    const draft = (query: Record<string, string>) =>
      call(taxQueries, 'GET /tax-returns/303', 'GET /tax-returns/{form}', { tenant: of303, query });
    const { body } = await draft({ period: '2026-2T', consistent: 'true' });
    expect(body.warnings).toMatchObject([{ code: 'vies', params: { amount: '2500.00' } }]);
    expect((await file('2026-2T')).id).toBe('txr_303.2026-2T.0');
    expect(await file('2026-06')).toMatchObject({ code: 'tax_return.filed', field: 'body.period' });
  });
});
