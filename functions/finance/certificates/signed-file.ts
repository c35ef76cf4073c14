import { refusalOfCertificate } from '#domain/finance/einvoice/certificate.ts';
import type { StoredCreditNote, StoredInvoice } from '#domain/finance/receivables/invoice.ts';
import type { StoredCompany } from '#domain/platform/company/company.ts';
import { refused, throwIf } from '#kernel/errors.ts';
import type { Caller } from '#runtime/caller.ts';
import type { Records } from '#runtime/records.ts';
import { billFile, fileView } from '../einvoice/bill-file.ts';
import { signedFacturae } from '../einvoice/facturae-signature.ts';
import { keptKey } from './key-store.ts';

interface Asked {
  readonly caller: Caller;
  readonly records: Records;
  readonly company: StoredCompany;
  readonly tenant: string;
  readonly now: Date;
}

/** The Facturae of a document, signed by the company as it is now. @throws DomainError `certificate.…`, `einvoice.…` (422). */
export async function signedFile(bill: StoredInvoice | StoredCreditNote, { caller, records, company, tenant, now }: Asked, field: string) {
  const { certificate } = company.einvoicing ?? {};
  if (!certificate) throw noneKept(field);
  throwIf(refusalOfCertificate(certificate, company.taxId, now, field));
  const [{ fileName, text }, key] = await Promise.all([
    billFile(bill, { caller, records, company, syntax: 'facturae', field }),
    keptKey(tenant, certificate.fingerprint),
  ]);
  if (!key) throw noneKept(field);
  return fileView('facturae', { fileName: fileName.replace(/\.xml$/, '.xsig'), text: signedFacturae(text, key, now) });
}

const noneKept = (field: string) =>
  refused('certificate.none', 'The company has no certificate to sign with: upload one in the settings of electronic invoices.', field);
