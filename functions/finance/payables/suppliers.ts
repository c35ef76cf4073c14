import { payables } from '#api/finance/payables.ts';
import { withVies } from '#domain/crm/vies-check.ts';
import {
  type Supplier,
  Suppliers,
  SupplierTaxIds,
  supplierBy,
  supplierTaxId,
  supplierView,
  taxIdClaims,
} from '#domain/finance/suppliers/supplier.ts';
import { create, update } from '#kernel/record.ts';
import { applyPatch } from '#kernel/stamps.ts';
import { creates, on } from '#runtime/action.ts';
import { optional } from '#runtime/reads.ts';
import { command } from '../../platform/service.ts';
import { requireDefaults } from '../analysis/dimensions.ts';

export const createSupplier = command(
  payables.actions.createSupplier,
  creates(Suppliers, 'sup', ({ body }) => ({ holder: optional(SupplierTaxIds, supplierTaxId(body.taxId)) })),
  async ({ body, newId, caller, today, company, holder, records }) => {
    await requireDefaults(records, body.dimensions);
    const id = newId('sup');
    const by = { by: caller.email, today };
    const supplier = supplierBy(withVies(body, body.vies, by) as Supplier, undefined, { ...by, ownTaxId: company.taxId });
    return [create(Suppliers, id, supplier), ...taxIdClaims(id, [undefined, supplierTaxId(body.taxId)], [holder])];
  },
  supplierView,
);

export const patchSupplier = command(
  payables.actions.patchSupplier,
  on(
    Suppliers,
    (path) => path.supplierId,
    ({ body }) => ({ holder: optional(SupplierTaxIds, supplierTaxId(body.taxId)) }),
  ),
  async ({ body, records, caller, today, company, holder }, before) => {
    await requireDefaults(records, body.dimensions, before);
    const { data, was } = applyPatch<Supplier>(before, body);
    const by = { by: caller.email, today };
    const after = supplierBy(withVies(data, body.vies, by) as Supplier, before, { ...by, ownTaxId: company.taxId });
    if (Object.keys(was).length === 0) return before;
    const [had, has] = [supplierTaxId(before.taxId), supplierTaxId(after.taxId)];
    const old = had && had !== has ? await records.get(SupplierTaxIds, had) : undefined;
    return [update(Suppliers, before, after as typeof before, was), ...taxIdClaims(before.id, [had, has], [old, holder])];
  },
  supplierView,
);
