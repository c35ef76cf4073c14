import * as z from 'zod/mini';
import { Company } from '#domain/platform/company/company.ts';
import { requireCompanyTaxId } from '#domain/platform/company/wire.ts';
import type { Schemas } from '../../api/client.ts';
import { faultsOf } from '../../form/faults.ts';
import type { useT } from '../../i18n/i18n.ts';

type T = ReturnType<typeof useT>;

/** What is typed of a company beside its policies: all of it text. */
export type CompanyValues = {
  name: string;
  taxId: string;
  email: string;
  timeZone: string;
  iban: string;
  creditorSuffix: string;
  address: { street: string; postalCode: string; city: string; province: string; country: string };
};

export const companyValues = (company?: Schemas['Company']): CompanyValues => ({
  name: company?.name ?? '',
  taxId: company?.taxId ?? '',
  email: company?.email ?? '',
  timeZone: company?.timeZone ?? 'Europe/Madrid',
  iban: company?.iban ?? '',
  creditorSuffix: company?.creditorSuffix ?? '',
  address: { street: '', postalCode: '', city: '', country: 'ES', ...company?.address, province: company?.address.province ?? '' },
});

/** The wire side: trimmed, tax id and IBAN without the spaces and hyphens that people write. */
export function companyBody({ name, taxId, email, timeZone, iban, creditorSuffix, address }: CompanyValues) {
  const { street, postalCode, city, province, country } = address;
  const account = bare(iban);
  return {
    name: name.trim(),
    taxId: bare(taxId),
    email: email.trim(),
    timeZone,
    address: {
      street: street.trim(),
      postalCode: postalCode.trim(),
      city: city.trim(),
      ...(province.trim() ? { province: province.trim() } : {}),
      country: country.trim().toUpperCase(),
    },
    ...(account ? { iban: account } : {}),
    ...(creditorSuffix.trim() ? { creditorSuffix: creditorSuffix.trim().toUpperCase() } : {}),
  };
}

const bare = (text: string): string => text.toUpperCase().replace(/[\s.-]/g, '');

/** All fields as a change: an IBAN or a suffix that is empty now is cleared. */
export const companyPatch = (values: CompanyValues) => ({ iban: null, creditorSuffix: null, ...companyBody(values) });

const { policies, ...own } = Company.shape;

/** What the rules find wrong, by field. */
export function companyFaults(values: CompanyValues, t: T) {
  const words = (field: string) =>
    t(`settings.company.faults.${field.replaceAll('.', '_')}` as 'settings.company.faults.name', { defaultValue: t('forms.wrong') });
  return faultsOf(z.strictObject(own), companyBody(values), words, requireCompanyTaxId);
}
