import * as z from 'zod/mini';
import { PatchSupplier, SupplierInput, SupplierView, supplierActions } from '#domain/finance/suppliers/supplier.ts';
import { SupplierStatementView } from '#domain/finance/suppliers/supplier-statement.ts';
import type { ActionSpec } from '#kernel/action.ts';
import { idWith } from '#kernel/id.ts';
import { dayRange, pageOf, pageQuery, searchWords } from '#kernel/page.ts';
import { withActions } from './flow.ts';

const SupplierPath = z.strictObject({ supplierId: idWith('sup') });

/** Who is paid. */
export const suppliers = {
  createSupplier: {
    route: 'POST /payables/suppliers',
    summary: 'Create a supplier',
    permission: 'payables.write',
    body: SupplierInput,
    output: SupplierView,
    errors: [
      'supplier.tax_id',
      'supplier.withholding',
      'supplier.twice',
      'supplier.own',
      'tax.company_withholding',
      'vies.check',
      'dimension.value',
    ],
    example: { body: { name: 'Papelería Arenal, S.L.', taxId: 'B58378431', paymentDays: 30, account: '400', expenseAccount: '602' } },
  },
  patchSupplier: {
    route: 'PATCH /payables/suppliers/{supplierId}',
    summary: 'Change a supplier',
    description: 'Null clears a field. Who enters an IBAN is kept, with the day: somebody else pays to it.',
    permission: 'payables.write',
    path: SupplierPath,
    body: PatchSupplier,
    output: SupplierView,
    errors: [
      'supplier.not_found',
      'dimension.value',
      'supplier.tax_id',
      'supplier.withholding',
      'supplier.twice',
      'supplier.own',
      'tax.company_withholding',
      'vies.check',
    ],
    example: { body: { paymentDays: 60 } },
  },
  getSupplier: {
    route: 'GET /payables/suppliers/{supplierId}',
    summary: 'Get a supplier',
    permission: 'payables.read',
    path: SupplierPath,
    output: withActions(SupplierView, supplierActions),
    errors: ['supplier.not_found'],
  },
  listSuppliers: {
    route: 'GET /payables/suppliers',
    summary: 'List suppliers by name',
    permission: 'payables.read',
    query: z.strictObject({ ...pageQuery, order: z._default(z.enum(['asc', 'desc']), 'asc'), q: searchWords }),
    output: pageOf(SupplierView),
  },
  getSupplierStatement: {
    route: 'GET /payables/suppliers/{supplierId}/statement',
    summary: 'Get the account of a supplier over a range of days',
    description: 'Without days: the current year. What is owed is positive. The lines follow each change within a moment.',
    permission: 'payables.read',
    path: SupplierPath,
    query: z.strictObject(dayRange),
    output: SupplierStatementView,
    errors: ['supplier.not_found'],
  },
} as const satisfies Record<string, ActionSpec>;
