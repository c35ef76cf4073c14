import * as z from 'zod/mini';
import { Address } from '#kernel/address.ts';
import { BusinessDate, type IsoDate } from '#kernel/date.ts';
import { type ActionRules, invalid, refused, throwIf } from '#kernel/errors.ts';
import { Iban } from '#kernel/iban.ts';
import { LineDimensionsInput } from '#kernel/line-dimensions.ts';
import { type Change, createNext, named, recordType, type Stored, update } from '#kernel/record.ts';
import { stamped, stampFields } from '#kernel/stamps.ts';
import { list, storedOf } from '#kernel/stored.ts';
import { bareTaxId, isSpanishTaxId } from '#kernel/tax-id-es.ts';
import { ViesCheck, ViesInput } from '#kernel/vies.ts';
import { writtenText as text } from '#kernel/written-text.ts';
import { ACCOUNT } from '../ledger/accounts.ts';
import { AccountCode } from '../ledger/own-account.ts';
import { INPUT_TAX_CODES } from '../tax/vat-es.ts';
import { refusalOfCompanyWithholding, WITHHOLDING_CODES } from '../tax/withholding-es.ts';

/** Who sells goods stands on 400, who sells services on 410 (PGC, part five), employees who paid for the company below 465. */
export const CREDITOR_ACCOUNTS = [ACCOUNT.payable, ACCOUNT.servicesPayable, ACCOUNT.expensesPayable] as const;
export const isEmployee = ({ account }: Pick<Supplier, 'account'>): boolean => account === ACCOUNT.expensesPayable;

/** What people enter of a supplier. */
export const SupplierInput = z.strictObject({
  name: text(120),
  taxId: z.optional(z.string().check(z.regex(/^[A-Z0-9]{2,20}$/, 'must be a tax id: letters and digits, such as B12345674'))),
  /** ISO 3166-1 code, where the address is not known. */
  country: z.optional(z.string().check(z.regex(/^[A-Z]{2}$/, 'must be a country code such as ES'))),
  address: z.optional(Address),
  email: z.optional(z.email().check(z.maxLength(120))),
  /** Days from the date of the bill to its due date. */
  paymentDays: z._default(z.int().check(z.minimum(0), z.maximum(180)), 30),
  /** Where what it is owed stands, for good: bills and payments of one supplier meet on one account. */
  account: z._default(z.enum(CREDITOR_ACCOUNTS), ACCOUNT.payable),
  /** What its bills are usually for. */
  expenseAccount: z.optional(AccountCode),
  taxCode: z._default(z.enum(INPUT_TAX_CODES), 'IVA-G'),
  /** Income tax withheld from its bills of these days (RIRPF arts. 95, 100). */
  withholding: z.optional(z.strictObject({ code: z.enum(WITHHOLDING_CODES), from: BusinessDate, to: z.optional(BusinessDate) })),
  iban: z.optional(Iban),
  /** What VIES said of its VAT id, typed by a person. */
  vies: z.optional(ViesInput),
  /** Cost centre, project: lines of its bills take them where they tell nothing else. */
  dimensions: z.optional(LineDimensionsInput),
});
export type SupplierInput = z.output<typeof SupplierInput>;

const { name, taxCode, paymentDays: _days, account: _account, ...clearable } = SupplierInput.shape;
/** Null clears an optional field. */
export const PatchSupplier = z.strictObject({
  name: z.optional(name),
  paymentDays: z.optional(z.int().check(z.minimum(0), z.maximum(180))),
  taxCode: z.optional(taxCode.def.innerType),
  taxId: z.optional(z.nullable(clearable.taxId.def.innerType)),
  country: z.optional(z.nullable(clearable.country.def.innerType)),
  address: z.optional(z.nullable(Address)),
  email: z.optional(z.nullable(clearable.email.def.innerType)),
  expenseAccount: z.optional(z.nullable(AccountCode)),
  withholding: z.optional(z.nullable(clearable.withholding.def.innerType)),
  iban: z.optional(z.nullable(Iban)),
  vies: z.optional(z.nullable(ViesInput)),
  dimensions: z.optional(z.nullable(clearable.dimensions.def.innerType)),
});

export const Supplier = z.extend(storedOf(SupplierInput), {
  /** Who entered the IBAN that stands here, and on which business day: who did does not pay to it. */
  ibanChangedBy: z.exactOptional(z.string()),
  ibanChangedOn: z.exactOptional(z.string()),
  vies: z.optional(ViesCheck),
});
export type Supplier = Readonly<z.output<typeof Supplier>>;
export type StoredSupplier = Stored<Supplier>;

/** Suppliers by their account. */
export const BY_IBAN = 'iban';

export const Suppliers = recordType<Supplier>({
  kind: 'supplier',
  prefix: 'sup',
  data: Supplier,
  history: 'all',
  list: named({ by: (s) => s.name, words: (s) => [s.name, s.taxId, s.email] }),
  // By its account: whose a paper is that names no tax id.
  open: (s, id) => (s.iban ? { queue: BY_IBAN, sort: `${s.iban}#${id}` } : undefined),
  summary: (s) => ({ title: s.name, subtitle: [s.taxId, s.email] }),
  screen: '/payables/suppliers',
  icon: 'truck',
  read: 'payables.read',
});

const TaxIdHolder = z.object({ supplierId: z.exactOptional(z.string()), former: z.exactOptional(list(z.string())) });
/** Who has a tax id, and who had it before: the numbers of their bills stand under their ids. */
export type TaxIdHolder = Readonly<z.output<typeof TaxIdHolder>>;

/** Holds a tax id, so that no supplier is entered twice: the same bill could be, under each. */
export const SupplierTaxIds = recordType<TaxIdHolder>({
  kind: 'supplier-tax-id',
  prefix: 'sti',
  data: TaxIdHolder,
  history: 'ends',
  screen: { none: 'It only keeps a tax id from being given to two suppliers.' },
  read: 'payables.read',
});
export const supplierTaxId = (taxId: string | null | undefined): string | undefined => (taxId ? `sti_${bareTaxId(taxId)}` : undefined);

/** Whether papers with these tax ids may be a supplier's: not those of somebody else. */
export const isOfSupplier = ({ taxId }: Pick<Supplier, 'taxId'>, taxIds: readonly string[]): boolean =>
  taxId === undefined || taxIds.length === 0 || taxIds.includes(bareTaxId(taxId));

export const SupplierView = z.object({
  id: z.string(),
  ...storedOf(SupplierInput).shape,
  ibanChangedBy: z.optional(z.string()),
  ibanChangedOn: z.optional(z.string()),
  vies: z.optional(ViesCheck),
  ...stampFields,
});
export const supplierView = (supplier: StoredSupplier) => stamped(supplier);

/** Why a supplier takes an action now or not: its page shows these. */
export const supplierActions = {
  patchSupplier: () => undefined,
  recordSupplierBill: () => undefined,
} as const satisfies ActionRules<StoredSupplier>;

/** Who enters a supplier, on which business day, in whose books. */
interface EnteredBy {
  readonly by: string;
  readonly today: IsoDate;
  readonly ownTaxId: string;
}

/**
 * A supplier as it is entered or changed, with the proof of who entered its IBAN.
 * @throws DomainError `supplier.tax_id`, `supplier.withholding` (400), `supplier.own`, `tax.company_withholding` (422).
 */
export function supplierBy(next: Supplier, before: Supplier | undefined, { by, today, ownTaxId }: EnteredBy): Supplier {
  const { ibanChangedBy: _by, ibanChangedOn: _on, ...plain } = next;
  requireSupplierTaxId(next);
  if (next.taxId && bareTaxId(next.taxId) === bareTaxId(ownTaxId))
    throw refused('supplier.own', 'That is the tax id of your own company: on a bill, take the one of who issued it.', 'body.taxId');
  if (next.withholding?.to !== undefined && next.withholding.to < next.withholding.from)
    throw invalid('supplier.withholding', 'The withholding ends before it begins: correct its days.', 'body.withholding.to');
  // One that has it from before is told at its next bill, not when its e-mail is corrected.
  if (next.taxId !== before?.taxId || next.withholding?.code !== before?.withholding?.code)
    throwIf(refusalOfCompanyWithholding(next.withholding?.code, next.taxId, 'body.withholding'));
  if (next.iban === undefined) return plain;
  if (next.iban === before?.iban) return next;
  return { ...plain, ibanChangedBy: by, ibanChangedOn: today };
}

export function requireSupplierTaxId({ taxId, address, country }: Pick<Supplier, 'taxId' | 'address' | 'country'>): void {
  if (taxId && (address?.country ?? country ?? 'ES') === 'ES' && !isSpanishTaxId(taxId.replace(/^ES/, '')))
    throw invalid(
      'supplier.tax_id',
      `${taxId} is not a Spanish tax id: its control character is wrong. For a foreign supplier give the country.`,
      'body.taxId',
      { taxId },
    );
}

/**
 * The changes that keep a tax id to one supplier.
 * @param held who has the one before, and who has the new one. @throws DomainError `supplier.twice` (422).
 */
export function taxIdClaims(
  id: string,
  [before, after]: readonly [string | undefined, string | undefined],
  held: readonly (Stored<TaxIdHolder> | undefined)[],
): Change[] {
  const [old, taken] = [before, after].map((bare) => held.find((claim) => claim !== undefined && claim.id === bare));
  if (before === after || (after === undefined && !old)) return [];
  if (taken?.supplierId !== undefined && taken.supplierId !== id)
    throw refused('supplier.twice', 'Another supplier has this tax id already: use that one.', 'body.taxId', {
      supplier: taken.supplierId,
    });
  const had = (claim: TaxIdHolder) => (claim.former ?? []).filter((each) => each !== id);
  return [
    // Bills that came under the old tax id stay known by it: an employee's claim, or another supplier, may bring them again.
    ...(old ? [update(SupplierTaxIds, old, { former: [...had(old), id] })] : []),
    ...(after && !taken ? [createNext(SupplierTaxIds, after, { supplierId: id })] : []),
    ...(taken && taken.supplierId === undefined ? [update(SupplierTaxIds, taken, { ...taken, supplierId: id, former: had(taken) })] : []),
  ];
}
