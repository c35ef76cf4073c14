import { beforeEach, expect, it } from 'vitest';
import { openWorkFor } from '../../../functions/insights/home/open-work.ts';
import { type DocumentState, IntakeDocuments } from '../../../shared/domain/automation/intake/intake-document.ts';
import { create } from '../../../shared/kernel/record.ts';
import { newTenant } from '../../support/call.ts';
import { newCompany, recordsOf } from '../../support/company.ts';
import { einvoicingOf } from '../../support/einvoicing.ts';
import { useMemoryTable } from '../../support/memory-table.ts';
import { of, payablesOf } from '../../support/payables.ts';

const table = useMemoryTable({ openWork: true, lists: true });
let tenant: string;
beforeEach(async () => {
  table.clear();
  tenant = newTenant();
  await newCompany(tenant, {}, 100_000_000);
});

const seen = (of: string, ...permissions: string[]) =>
  openWorkFor(of, '2026-03-24', (permission) => permissions.includes(permission), true);
const paper = (no: number, state: DocumentState) =>
  create(IntakeDocuments, `doc_${String(no).padStart(26, '0')}`, {
    ...{
      fileName: `${no}.pdf`,
      state,
      source: 'console',
      date: `2026-03-0${no}`,
      cameAt: `2026-03-0${no}T08:00:00.000Z`,
      flags: [],
      bytes: 1,
    },
  } as never);

it('documents to look through, and those that were not read, with their lists', async () => {
  const papers = [paper(1, 'review'), paper(2, 'review'), paper(3, 'quarantined'), paper(4, 'failed'), paper(5, 'entered')];
  await recordsOf(tenant).commit(papers as never);
  const list = (state: string) => ({ operation: 'listDocuments', query: { state } });
  expect(await seen(tenant, 'documents.read')).toEqual({
    documentsToReview: { count: 2, capped: false, oldest: '2026-03-01', list: list('review') },
    documentsNotRead: { count: 2, capped: false, oldest: '2026-03-03', list: list('quarantined,failed') },
  });
  expect(await seen(tenant, 'orders.read')).not.toHaveProperty('documentsToReview');
  const other = newTenant();
  await newCompany(other, {}, 100);
  expect(await seen(other, 'documents.read')).toMatchObject({ documentsToReview: { count: 0 } });
});

it('issuers who are still to be told, by the last day of the first of them', async () => {
  const [books, einvoices] = [payablesOf(tenant), einvoicingOf(tenant)];
  await einvoices.done('PATCH /e-invoicing/settings', { followedFrom: '2026-01-01' });
  const { id: supplier } = await books.supplier({ taxId: 'B58378431' });
  const bill = await books.bill(supplier, 'A-1', '100');
  await books.pay('bea', supplier, '121', [of(bill.id, '121')]);
  await einvoices.told(bill.id);
  // Paid on Friday 20 March 2026: the fourth day that counts is Thursday 26.
  expect(await seen(tenant, 'books.read')).toMatchObject({
    issuersToTell: { count: 1, dueBy: '2026-03-26', list: { operation: 'listEInvoices', query: { warning: 'overdue,due' } } },
  });
  await einvoices.done(`POST /e-invoicing/documents/${bill.id}/reports`, { how: 'by-hand', on: '2026-03-24' });
  expect(await seen(tenant, 'books.read')).toMatchObject({ issuersToTell: { count: 0 } });
});
