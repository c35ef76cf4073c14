import * as z from 'zod/mini';
import { type ActionRules, refusal } from '#kernel/errors.ts';
import { defined } from '#kernel/optional.ts';
import { named, recordType, type Stored } from '#kernel/record.ts';
import { stamped, stampFields } from '#kernel/stamps.ts';
import { list } from '#kernel/stored.ts';
import type { Certificate } from './certificate.ts';

/** What a company may trust: the certificate that signed, or whoever issued it, with all that they issue. */
export const TRUSTED = ['certificate', 'issuer'] as const;
export type Trusted = (typeof TRUSTED)[number];

/**
 * A certificate that a person has said to be good, whose valid signature holds no electronic invoice back. None is by itself: the trusted
 * lists of Decision 2009/767/EC are not kept here, and whether a certificate was revoked is not asked.
 */
export const TrustedCertificate = z.object({
  of: z.enum(TRUSTED),
  /** SHA-256 in hex. */
  fingerprint: z.string(),
  holder: z.string(),
  issuer: z.string(),
  taxId: z.exactOptional(z.string()),
  /** ISO instants. */
  from: z.string(),
  until: z.string(),
  /** Of an issuer: its certificate in PEM, by whose key those that it issued are checked. */
  pem: z.exactOptional(z.string()),
  /** Of a certificate: the tax ids of suppliers for whom it signs, beside its holder's own. */
  signsFor: list(z.string()),
  /** The document on which it was found good. */
  documentId: z.exactOptional(z.string()),
  withdrawn: z.exactOptional(z.literal(true)),
});
export type TrustedCertificate = Readonly<z.output<typeof TrustedCertificate>>;
export type StoredTrust = Stored<TrustedCertificate>;

export const TRUST_STATES = ['trusted', 'withdrawn'] as const;
type TrustState = (typeof TRUST_STATES)[number];
const trustState = ({ withdrawn }: Pick<TrustedCertificate, 'withdrawn'>): TrustState => (withdrawn ? 'withdrawn' : 'trusted');

export const TrustedCertificates = recordType<TrustedCertificate, TrustState>({
  kind: 'trusted-certificate',
  prefix: 'trc',
  data: TrustedCertificate,
  history: 'all',
  list: named({ by: (t) => t.holder, words: (t) => [t.holder, t.issuer, t.taxId] }),
  state: trustState,
  tones: { trusted: 'good', withdrawn: 'plain' },
  related: (t) => [t.documentId],
  summary: (t) => ({ title: t.holder, subtitle: [t.issuer] }),
  screen: { none: 'It is a line of the settings of electronic invoicing.' },
  read: 'books.read',
});

/** The id of the trust in a certificate, by its fingerprint; in an issuer, by the fingerprint of its name. */
export const trustId = (hex: string): string => `trc_${hex.slice(0, 40).toUpperCase()}`;
export const TrustPath = z.strictObject({
  trustId: z.string().check(z.regex(/^trc_[0-9A-F]{40}$/, 'must be an id that the API gave out')),
});

export const trustActions = {
  withdrawTrust: ({ withdrawn }) =>
    withdrawn ? refusal('trust.state', 'It is not trusted any more.', 'path.trustId', { state: 'withdrawn' }) : undefined,
  restoreTrust: ({ withdrawn }) =>
    withdrawn ? undefined : refusal('trust.state', 'It is trusted already.', 'path.trustId', { state: 'trusted' }),
} as const satisfies ActionRules<StoredTrust>;

interface Found {
  readonly certificate: Certificate;
  readonly pem?: string;
  readonly supplierTaxId?: string | undefined;
  readonly documentId?: string;
}

/** Trust as it is given: once more, it is for one more supplier, and no longer withdrawn. */
export function trusted(
  of: Trusted,
  { certificate, pem, supplierTaxId, documentId }: Found,
  before?: TrustedCertificate,
): TrustedCertificate {
  const { fingerprint, holder, issuer, taxId, from, until } = certificate;
  const signsFor = of === 'certificate' && supplierTaxId && supplierTaxId !== taxId ? [supplierTaxId] : [];
  return {
    ...{ of, fingerprint, holder, issuer, from, until },
    ...defined({ taxId, pem, documentId }),
    signsFor: [...new Set([...(before?.signsFor ?? []), ...signsFor])],
  };
}

export const withdrawnTrust = (trust: TrustedCertificate): TrustedCertificate => ({ ...trust, withdrawn: true });
export function restoredTrust({ withdrawn: _, ...trust }: TrustedCertificate): TrustedCertificate {
  return trust;
}

export const TrustRow = z.object({
  id: z.string(),
  of: z.enum(TRUSTED),
  state: z.enum(TRUST_STATES),
  fingerprint: z.string(),
  holder: z.string(),
  issuer: z.string(),
  taxId: z.optional(z.string()),
  from: z.string(),
  until: z.string(),
  /** Tax ids of suppliers for whom it signs, beside its holder's own. */
  signsFor: z.array(z.string()),
  documentId: z.optional(z.string()),
  ...stampFields,
});

export const trustView = (trust: StoredTrust): z.output<typeof TrustRow> => {
  const { pem: _pem, withdrawn: _withdrawn, signsFor, ...shown } = stamped(trust);
  return { ...shown, signsFor: [...signsFor], state: trustState(trust) };
};
