import { addDays, type IsoDate } from '#kernel/date.ts';
import { type Refusal, refusal } from '#kernel/errors.ts';

/** What is known of the certificate that a company signs with. */
export interface Certificate {
  readonly fingerprint: string;
  readonly holder: string;
  readonly issuer: string;
  readonly serial: string;
  readonly taxId?: string;
  /** ISO instants. */
  readonly from: string;
  readonly until: string;
}

/** Days before its end from which a certificate is warned of. */
const WARN_DAYS = 30;

export type CertificateState = 'valid' | 'ending' | 'expired' | 'early';
export function certificateState({ from, until }: Pick<Certificate, 'from' | 'until'>, now: Date): CertificateState {
  const instant = now.toISOString();
  if (until < instant) return 'expired';
  if (from > instant) return 'early';
  const warned: IsoDate = addDays(instant.slice(0, 10), WARN_DAYS);
  return until.slice(0, 10) <= warned ? 'ending' : 'valid';
}

/** Why a certificate cannot sign for a company now. */
export function refusalOfCertificate(certificate: Certificate, companyTaxId: string, now: Date, field: string): Refusal | undefined {
  const { from, until, taxId } = certificate;
  const state = certificateState(certificate, now);
  if (state === 'expired')
    return refusal('certificate.expired', `The certificate ended on ${until.slice(0, 10)}: upload a new one.`, field, {
      date: until.slice(0, 10),
    });
  if (state === 'early')
    return refusal('certificate.early', `The certificate begins on ${from.slice(0, 10)}.`, field, { date: from.slice(0, 10) });
  if (taxId !== undefined && taxId !== companyTaxId)
    return refusal('certificate.tax_id', `The certificate is of ${taxId}, and the company is ${companyTaxId}.`, field, {
      taxId,
      company: companyTaxId,
    });
  return undefined;
}
