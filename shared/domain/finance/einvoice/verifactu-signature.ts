import * as z from 'zod/mini';
import { type OpenKey, recordType, type Stored } from '#kernel/record.ts';
import { verifactuId } from './verifactu-record.ts';

/** Why a record is not signed yet: the company has no certificate that signs, by the codes of {@link refusalOfCertificate}. */
export const UNSIGNED_WHY = ['certificate.none', 'certificate.expired', 'certificate.early', 'certificate.tax_id'] as const;
export type UnsignedWhy = (typeof UNSIGNED_WHY)[number];

/** The signature of a record of Verifactu that is kept and not sent: what a chained record cannot hold itself, since nothing of it changes. */
export const VerifactuSignature = z.object({
  why: z.exactOptional(z.enum(UNSIGNED_WHY)),
  /** ISO instant of signing. */
  at: z.exactOptional(z.string()),
  /** Of the certificate: SHA-256 in hexadecimal. */
  fingerprint: z.exactOptional(z.string()),
  /** The signed record: XML, deflated, in base64. */
  xml: z.exactOptional(z.string()),
});
export type VerifactuSignature = Readonly<z.output<typeof VerifactuSignature>>;
export type StoredVerifactuSignature = Stored<VerifactuSignature>;

/** What waits for a certificate, in the order of the chain. */
export const SIGN = 'sign';
const waits = ({ at }: VerifactuSignature, id: string): OpenKey | undefined => (at === undefined ? { queue: SIGN, sort: id } : undefined);

export const VerifactuSignatures = recordType<VerifactuSignature>({
  kind: 'verifactu-signature',
  prefix: 'vfs',
  data: VerifactuSignature,
  history: 'ends',
  open: waits,
  screen: { none: 'It is shown beside its record, where electronic invoicing is set up.' },
  read: 'books.read',
});

/** 12 → `vfs_000000012` */
export const signatureId = (place: number): string => verifactuId(place).replace('vfr_', 'vfs_');
