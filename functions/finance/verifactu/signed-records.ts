import { refusalOfCertificate } from '#domain/finance/einvoice/certificate.ts';
import {
  type StoredVerifactuSignature,
  signatureId,
  type UnsignedWhy,
  VerifactuSignatures,
} from '#domain/finance/einvoice/verifactu-signature.ts';
import { type RecordToWrite, recordFile } from '#domain/finance/einvoice/verifactu-xml.ts';
import type { StoredCompany } from '#domain/platform/company/company.ts';
import { type Change, create, update } from '#kernel/record.ts';
import type { Records } from '#runtime/records.ts';
import { keptKey } from '../certificates/key-store.ts';
import type { SigningCertificate } from '../einvoice/certificate-file.ts';
import { keeperOf, recordsToWrite } from './chain-file.ts';
import { signedRecord } from './record-signature.ts';
import { deflated } from './signed-text.ts';

/** Most records that are signed in one transaction. */
const BATCH = 25;

export interface Signing {
  readonly records: Records;
  readonly company: StoredCompany;
  readonly now: Date;
}

/** Signs the records of places that are not signed yet; where the company has no certificate that signs, they wait for one. */
export async function signRecords(places: readonly number[], signing: Signing): Promise<void> {
  const { records, company, now } = signing;
  const certificate = await signerOf(signing);
  const keeper = keeperOf(company, records.tenant);
  for (let from = 0; from < places.length; from += BATCH) {
    const batch = places.slice(from, from + BATCH);
    const existing = await records.getMany(VerifactuSignatures, batch.map(signatureId), new Set());
    const unsigned = batch.filter((_, i) => existing[i]?.at === undefined);
    const written = await recordsToWrite(records, unsigned);
    const changes = written.flatMap((each, i): Change[] => {
      const place = unsigned[i] ?? 0;
      const before = existing[batch.indexOf(place)];
      if (typeof certificate === 'string') return waiting(place, before, certificate);
      return [set(place, before, signed(each, certificate))];
    });
    if (changes.length > 0) await records.commit(changes);
  }

  function signed(each: RecordToWrite, { key, fingerprint }: Signer) {
    return { at: now.toISOString(), fingerprint, xml: deflated(signedRecord(recordFile(each, keeper), key, now)) };
  }
}

export interface Signer {
  readonly key: SigningCertificate;
  readonly fingerprint: string;
}

/** What signs for the company now, or why nothing does. */
export async function signerOf({ records, company, now }: Signing): Promise<Signer | UnsignedWhy> {
  const { certificate } = company.einvoicing ?? {};
  if (!certificate) return 'certificate.none';
  const why = refusalOfCertificate(certificate, company.taxId, now, '');
  if (why) return why.code as UnsignedWhy;
  const key = await keptKey(records.tenant, certificate.fingerprint);
  return key ? { key, fingerprint: certificate.fingerprint } : 'certificate.none';
}

const set = (place: number, before: StoredVerifactuSignature | undefined, data: object): Change =>
  before ? update(VerifactuSignatures, before, data) : create(VerifactuSignatures, signatureId(place), data);

const waiting = (place: number, before: StoredVerifactuSignature | undefined, why: UnsignedWhy): Change[] =>
  before?.why === why ? [] : [set(place, before, { why })];
