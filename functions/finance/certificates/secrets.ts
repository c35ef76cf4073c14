import { certificates } from '#api/finance/certificates.ts';
import { refusalOfCertificate } from '#domain/finance/einvoice/certificate.ts';
import { einvoicingView } from '#domain/finance/einvoice/wire.ts';
import { CreditNotes, Invoices } from '#domain/finance/receivables/invoice.ts';
import { COMPANY_ID, Companies, type CompanyData } from '#domain/platform/company/company.ts';
import { throwIf } from '#kernel/errors.ts';
import type { Change } from '#kernel/record.ts';
import { applyPatch, edit } from '#kernel/stamps.ts';
import { on } from '#runtime/action.ts';
import { required } from '#runtime/reads.ts';
import { command, query, serveModule } from '../../platform/service.ts';
import { certificateFacts, readCertificateFile } from '../einvoice/certificate-file.ts';
import { forgetKey, keepKey } from './key-store.ts';
import { signedFile } from './signed-file.ts';

const { actions } = certificates;

/** The key is kept first, under the fingerprint of its certificate: until the company names that, nothing signs with it. */
export const putCertificate = command(
  actions.putCertificate,
  on(Companies, () => COMPANY_ID),
  async ({ body: { file, password }, tenant, now, dryRun, records }, company) => {
    const holder = readCertificateFile(Buffer.from(file, 'base64'), password);
    const certificate = certificateFacts(holder.certificates[0] ?? '');
    throwIf(refusalOfCertificate(certificate, company.taxId, now, 'body.file'));
    if (!dryRun) await keepKey(tenant, certificate.fingerprint, holder);
    const change = edit(Companies, company, { einvoicing: applyPatch(company.einvoicing ?? {}, { certificate }).data });
    const before = company.einvoicing?.certificate?.fingerprint;
    if (change === company || dryRun || before === undefined || before === certificate.fingerprint) return change;
    const saved = await records.save(change as readonly [Change<CompanyData>]);
    await forgetKey(tenant, before);
    return saved;
  },
  einvoicingView,
);

/** The company goes first, as above: a key that nothing names signs nothing, and one named that is gone would fail. */
export const deleteCertificate = command(
  actions.deleteCertificate,
  on(Companies, () => COMPANY_ID),
  async ({ tenant, dryRun, records }, company) => {
    const { certificate } = company.einvoicing ?? {};
    if (!certificate) return company;
    const change = edit(Companies, company, { einvoicing: applyPatch(company.einvoicing ?? {}, { certificate: null }).data });
    if (change === company || dryRun) return change;
    const saved = await records.save(change as readonly [Change<CompanyData>]);
    await forgetKey(tenant, certificate.fingerprint);
    return saved;
  },
  einvoicingView,
);

export const getSignedInvoice = query(
  actions.getSignedInvoice,
  ({ path }) => ({ invoice: required(Invoices, path.invoiceId, 'path.invoiceId') }),
  (world) => signedFile(world.invoice, world, 'path.invoiceId'),
);

export const getSignedCreditNote = query(
  actions.getSignedCreditNote,
  ({ path }) => ({ note: required(CreditNotes, path.creditNoteId, 'path.creditNoteId') }),
  (world) => signedFile(world.note, world, 'path.creditNoteId'),
);

export const handler = serveModule(certificates, { putCertificate, deleteCertificate, getSignedInvoice, getSignedCreditNote });
