import type { Entry } from '../../shared/domain/finance/ledger/entry.ts';
import { piecesOf, project } from '../../shared/domain/finance/ledger/projection.ts';
import { taxTotals } from '../../shared/domain/finance/ledger/tax-fold.ts';
import type { TaxSum } from '../../shared/domain/finance/tax/m303.ts';
import { kindOf, taxesOf } from '../../shared/domain/kinds.ts';
import { assertDefined } from '../../shared/kernel/assert.ts';
import type { RecordType } from '../../shared/kernel/record.ts';
import { recordsOf } from './company.ts';
import { payablesOf } from './payables.ts';
import { newSeller } from './seller.ts';
import { eur } from './shop.ts';

/**
 * The second quarter of 2026 of example 1 (developers' half of the worked examples), entered through the handlers.
 * @returns ids of the documents that posted.
 */
export async function exampleQuarter() {
  const s = await newSeller([]);
  const ids: string[] = [];
  const portugal = await s.done('createCustomer', {
    body: {
      name: 'Porto Lda',
      taxId: 'PT123456789',
      vies: { valid: true, on: '2026-04-01' },
      address: { street: 'Rua 1', postalCode: '4000-001', city: 'Porto', country: 'PT' },
    },
  });
  const invoice = async (price: string, taxCode: string, customerId = s.customerId) => {
    const lines = [{ name: 'Asesoría', quantity: '1', price, taxCode }];
    const { id } = await s.done('createDraft', { body: { customerId, date: '2026-04-15', lines } });
    const issued = await s.done('issueDraft', { path: [id], body: {} });
    ids.push(issued.id);
    return issued;
  };
  const plain = await invoice('20000', 'IVA-G');
  await invoice('3000', 'IVA-R');
  await invoice('500', 'IVA-S');
  const surcharged = await invoice('1000', 'IVA-G-RE');
  await invoice('2500', 'INTRA', portugal.id);
  await invoice('700', 'EXENTO');
  const note = await s.done('creditInvoice', {
    path: [plain.id],
    body: { date: '2026-05-20', reason: 'Descuento', lines: [{ line: 1, net: eur('400.00') }] },
  });
  ids.push(note.id);
  const api = payablesOf(s.tenant);
  await api.ask('ana', 'GET /payables', undefined, { roles: ['accountant'] });
  const supplier = await api.supplier({ taxId: 'B58378431', expenseAccount: '600', account: '400' });
  const italy = await api.supplier({
    name: 'Torino SpA',
    taxId: 'IT12345670017',
    vies: { valid: true, on: '2026-04-01' },
    country: 'IT',
    expenseAccount: '600',
    account: '400',
  });
  const bill = async (of: { id: string }, reference: string, net: string, taxCode: string, account = '600') => {
    const lines = [{ net: eur(net), taxCode, account }];
    const body = { supplierId: of.id, reference, date: '2026-05-02', receivedOn: '2026-05-04', lines };
    const entered = await api.done('ana', 'POST /payables/bills', body);
    ids.push(entered.id);
    return entered;
  };
  await bill(supplier, 'A-1', '9000.00', 'IVA-G');
  await bill(supplier, 'A-2', '600.00', 'IVA-R');
  await bill(supplier, 'A-3', '4000.00', 'INV-G', '213');
  const acquired = await bill(italy, 'I-1', '1500.00', 'UEB-G');
  const works = await bill(supplier, 'A-4', '800.00', 'ISP-G', '607');
  const returned = await api.done('ana', 'POST /payables/credit-notes', {
    ...{ supplierId: supplier.id, reference: 'R-1', date: '2026-06-10', receivedOn: '2026-06-12' },
    lines: [{ net: eur('250.00'), taxCode: 'IVA-G', account: '600' }],
  });
  ids.push(returned.id);
  return { ...s, api, supplier, italy, ids, bill, plain, surcharged, acquired, works };
}

/** What documents posted of each tax, through the rules of the projection; and what they moved on accounts that begin so. */
export async function foldOf(tenant: string, ids: readonly string[]) {
  const pieces = await Promise.all(
    ids.map(async (id) => {
      const type = assertDefined(kindOf(id), id) as RecordType<{ entry: Entry }>;
      const document = await recordsOf(tenant).getOrThrow(type as never, id);
      return piecesOf({ tenant, entry: (document as unknown as { entry: Entry }).entry, taxes: taxesOf(type.kind, document) });
    }),
  );
  const { increments } = project(pieces.flat(), new Map());
  const totals = (sums: Readonly<Record<string, number | bigint>>, letter: string) =>
    Object.entries(sums).reduce((sum, [name, amount]) => sum + (name.startsWith(letter) ? BigInt(amount) : 0n), 0n);
  const taxes: TaxSum[] = taxTotals(increments.map(({ sums }) => sums));
  const moved = (prefix: string) =>
    increments
      .filter(({ span, account }) => span === '2026' && account.startsWith(prefix))
      .reduce((sum, { sums }) => sum + totals(sums, 'd') - totals(sums, 'c'), 0n);
  return { taxes, moved };
}
