import { CustomerInput } from '#domain/crm/customers/customer.ts';
import { requireTaxId } from '#domain/crm/customers/wire.ts';
import type { Schemas } from '../../api/client.ts';
import { addressTyped, taxIdTyped } from '../../form/address-fields.tsx';
import { faultsOf } from '../../form/faults.ts';
import { viesBody } from '../../form/vies-fields.tsx';
import type { useT } from '../../i18n/i18n.ts';
import { dimensionsIn, dimensionText } from '../../lines/dimension-text.ts';

type T = ReturnType<typeof useT>;
type Customer = Schemas['CustomerRow'];

/** What is typed of a customer: the fields of the wire, all of them text. */
export type CustomerValues = ReturnType<typeof addressTyped> & {
  name: string;
  taxId: string;
  email: string;
  paymentDays: string;
  creditLimit: { amount: string };
  /** Of a public body. */
  offices: { accounting: string; managing: string; processing: string };
  /** What its lines take: `centre=MAD`. */
  dimensions: string;
  /** The check that stands there. */
  viesBefore: Customer['vies'];
};

export const customerValues = (customer?: Customer): CustomerValues => ({
  name: customer?.name ?? '',
  taxId: customer?.taxId ?? '',
  email: customer?.email ?? '',
  paymentDays: String(customer?.paymentDays ?? 30),
  creditLimit: { amount: customer?.creditLimit?.amount ?? '' },
  ...addressTyped(customer),
  viesBefore: customer?.vies,
  offices: {
    accounting: customer?.offices?.accounting ?? '',
    managing: customer?.offices?.managing ?? '',
    processing: customer?.offices?.processing ?? '',
  },
  dimensions: dimensionText(customer?.dimensions),
});

/** The wire side of what is typed: trimmed, a tax id without the spaces, dots and hyphens that people write. */
export function customerBody(values: CustomerValues) {
  const { street, postalCode, city, province, country } = trimmed(values.address);
  const written = Boolean(street || postalCode || city || province);
  const address = { street, postalCode, city, ...(province ? { province } : {}), country: country.toUpperCase() };
  const taxId = taxIdTyped(values.taxId);
  const email = values.email.trim();
  const amount = values.creditLimit.amount.trim();
  return {
    name: values.name.trim(),
    paymentDays: values.paymentDays === '' ? 30 : Number(values.paymentDays),
    ...(taxId ? { taxId } : {}),
    ...(email ? { email } : {}),
    ...(amount ? { creditLimit: { amount, currency: 'EUR' as const } } : {}),
    ...(written ? { address } : {}),
    ...viesBody(values.vies, taxId, values.viesBefore),
    ...officesIn(values.offices),
    ...dimensionsIn(values.dimensions),
  };
}

/** The codes as the directory writes them; none where no field is filled. */
function officesIn(typed: CustomerValues['offices']) {
  const { accounting, managing, processing } = trimmed(typed);
  const offices = { accounting: accounting.toUpperCase(), managing: managing.toUpperCase(), processing: processing.toUpperCase() };
  return accounting || managing || processing ? { offices } : {};
}

/** A change says all fields: what is empty now is cleared. */
export function customerPatch(values: CustomerValues) {
  const {
    taxId = null,
    email = null,
    creditLimit = null,
    address = null,
    offices = null,
    dimensions = null,
    ...rest
  } = customerBody(values);
  return { ...rest, taxId, email, creditLimit, address, offices, dimensions };
}

/** What the rules for customers find wrong, by field. @param country known of a customer without an address. */
export function customerFaults(values: CustomerValues, t: T, country?: string) {
  const body = customerBody(values);
  const words = (field: string) =>
    t(`customers.faults.${field.replaceAll('.', '_')}` as 'customers.faults.name', { defaultValue: t('forms.wrong') });
  return faultsOf(CustomerInput, body, words, ({ taxId, address }) =>
    requireTaxId({ ...(taxId ? { taxId } : {}), ...(address ? { address } : {}), ...(country ? { country } : {}) }),
  );
}

const trimmed = <V extends Record<string, string>>(values: V): V =>
  Object.fromEntries(Object.entries(values).map(([key, value]) => [key, value.trim()])) as V;
