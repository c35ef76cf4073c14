import { beforeAll, describe, expect, it } from 'vitest';
import { ublFile } from '../../../shared/domain/finance/einvoice/ubl.ts';
import { addDays } from '../../../shared/kernel/date.ts';
import { eventually } from '../../support/cloud.ts';
import { invoiced } from '../../support/einvoices.ts';
import { send, type Tenant } from '../../support/http.ts';
import { inboxOf } from '../../support/inbox.ts';
import { done, foundCompany } from '../../support/trading-company.ts';

const TODAY = new Date().toISOString().slice(0, 10);
const madrid = { street: 'Calle Mayor 1', postalCode: '28013', city: 'Madrid', country: 'ES' };
const US = { name: 'Prueba, S.L.', taxId: 'B12345674', address: madrid };
const eur = (amount: string) => ({ amount, currency: 'EUR' });

describe('bills of electronic invoices', () => {
  let company: Tenant;
  const inbox = inboxOf(() => company);
  const { bring, get, until, post } = inbox;
  const owner = () => company.tokens.owner;

  const SELLER = { name: 'Suministros del Sur, S.L.', taxId: 'B83456780', email: 'a@sur.example', address: madrid };
  /** One line at 21 %. */
  const invoice = (number: string, price: string, more: { readonly iban?: string; readonly seller?: typeof SELLER } = {}) => {
    const issuer = { ...(more.seller ?? SELLER), ...(more.iban ? { iban: more.iban } : {}) };
    return ublFile(invoiced([{ price }], { issuer, buyer: US, date: TODAY, more: { number, dueDate: TODAY } }));
  };
  const supplier = (body: object) => post('/payables/suppliers', { expenseAccount: '602', paymentDays: 0, ...body });

  beforeAll(async () => {
    company = await foundCompany();
    await supplier({ name: SELLER.name, taxId: SELLER.taxId, iban: 'ES9121000418450200051332' });
  });

  it('wait for a person where the company has not said up to what', async () => {
    expect(await bring('aviso.xml', invoice('W-1', '100'))).toMatchObject({ state: 'ready', flags: [] });
  });

  it('are entered by themselves up to the limit, and wait to be approved by somebody', async () => {
    await done(send('PATCH /company', { token: owner(), body: { policies: { automaticBillLimit: eur('121.00') } } }));
    const document = await until((await bring('uno.xml', invoice('A-1', '100'))).id, ['entered']);
    const bill = await done(send(`GET /payables/bills/${document.billId}`, { token: owner() }));
    expect(bill).toMatchObject({ state: 'waiting', needsApproval: true, waitsFor: ['automatic'], documentId: document.id });
    expect(bill.totals.gross).toEqual(eur('121.00'));
    expect(bill.createdBy).toBe('workflow');
    expect(bill.actions.recordSupplierPayment).toMatchObject({ code: 'bill.waiting' });
    // Whoever brought its document has as good as entered it.
    const own = await send(`POST /payables/bills/${bill.id}/approval`, { token: owner() });
    expect(own).toMatchObject({ status: 422, body: { code: 'bill.own_approval' } });
    const approved = await done(send(`POST /payables/bills/${bill.id}/approval`, { token: company.tokens.accountant }));
    expect(approved).toMatchObject({ state: 'open', approval: { on: TODAY } });
  });

  it('wait above the limit, by a cent', async () => {
    expect(await bring('dos.xml', invoice('A-2', '100.01'))).toMatchObject({ state: 'ready' });
  });

  it('wait where anything has to be looked at: a number that was entered, an account that has changed', async () => {
    const again = await bring('tres.xml', `${invoice('A-1', '50')}\n`);
    expect(again).toMatchObject({ state: 'review', flags: [{ code: 'number_taken' }] });
    const other = await bring('cuatro.xml', invoice('A-3', '50', { iban: 'ES7620770024003102575766' }));
    expect(other.flags.map(({ code }: { code: string }) => code)).toEqual(['iban_changed']);
  });

  it('find their supplier by the account or the name where no tax id is known, and say so', async () => {
    await supplier({ name: 'Transportes Ñandú, S.A.', iban: 'ES7620770024003102575766' });
    const byIban = await bring(
      'iban.xml',
      invoice('T-1', '30', { iban: 'ES7620770024003102575766', seller: { ...SELLER, name: 'Otro nombre', taxId: 'A58818501' } }),
    );
    expect(byIban.flags).toEqual([{ code: 'supplier_guessed', field: 'supplier', params: expect.objectContaining({ by: 'iban' }) }]);
    const byName = await bring(
      'nombre.xml',
      invoice('T-2', '30', { seller: { ...SELLER, name: 'TRANSPORTES ÑANDU S.A.', taxId: 'A58818501' } }),
    );
    expect(byName.proposal.supplierId).toBe(byIban.proposal.supplierId);
    // Whoever has another tax id is somebody else.
    const namesake = await bring('tocayo.xml', invoice('T-3', '30', { seller: { ...SELLER, taxId: 'A58818501' } }));
    expect(namesake.flags).toEqual([expect.objectContaining({ code: 'supplier_unknown' })]);
  });

  it('teach what people correct, until that is forgotten; and then not again by themselves', async () => {
    await done(send('PATCH /company', { token: owner(), body: { policies: { automaticBillLimit: null } } }));
    const enter = async (number: string, change: (line: object) => object, more = {}) => {
      const document = await bring(`${number}.xml`, invoice(number, '4000'));
      const { lines, ...proposal } = document.proposal;
      await post('/payables/bills', { ...proposal, ...more, lines: lines.map(change), documentId: document.id });
      await until(document.id, ['entered']);
      return document;
    };
    const first = await enter('L-1', (line) => ({ ...line, account: '628', taxCode: 'INV-G' }));
    expect(first.learned).toEqual([]);
    const { id } = await bring('L-2.xml', invoice('L-2', '5000'));
    const second = await eventually('what the first taught', async () => {
      const document = await get(id);
      return document.learned.length === 2 ? document : undefined;
    });
    expect(second.proposal.lines).toEqual([{ account: '628', net: eur('5000.00'), taxCode: 'INV-G' }]);
    const rules = second.learned;
    expect(rules.map(({ field, value, instead, documentId }: Record<string, string>) => [field, value, instead, documentId])).toEqual([
      ['account', '628', '602', first.id],
      ['taxCode', 'INV-G', 'IVA-G', first.id],
    ]);
    const account = rules.find(({ field }: { field: string }) => field === 'account');
    expect((await done(send(`POST /learned-rules/${account.id}/forgetting`, { token: owner() }))).state).toBe('forgotten');
    expect((await get(second.id)).proposal.lines[0].account).toBe('602');
    // What else it teaches tells that it has been looked at while the account was forgotten.
    await enter('L-3', (line) => ({ ...line, account: '628' }), { dueDate: addDays(TODAY, 20) });
    const known = async () => (await done(send('GET /learned-rules', { token: owner() }))).items;
    await eventually('what the third taught', async () => ((await known()).length === 3 ? true : undefined));
    expect((await get(second.id)).proposal.lines[0].account).toBe('602');
    await done(send(`POST /learned-rules/${account.id}/restoring`, { token: owner() }));
    expect((await get(second.id)).proposal.lines[0].account).toBe('628');
    expect((await known()).map(({ field, times }: { field: string; times: number }) => [field, times])).toEqual([
      ['account', 1],
      ['dueDays', 1],
      ['taxCode', 1],
    ]);
  });
});
