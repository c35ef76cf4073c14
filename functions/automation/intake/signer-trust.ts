import type { IsoDate } from '#kernel/date.ts';
import type { Records } from '#runtime/records.ts';
import { trustIn, withTrust } from '../../finance/service.ts';
import type { DocumentReading } from './document-content.ts';

/** What stands against a certificate of which nobody has said that it is good. */
const UNTRUSTED: readonly string[] = ['issuer_unknown', 'self_signed'];

/** What was read, with the trust of the company in who signed it: that holds it back no more. What is wrong with the signature itself does. */
export async function trustedReading(records: Records, reading: DocumentReading, today: IsoDate): Promise<DocumentReading> {
  const { signature, chain, fields, flags } = reading;
  if (signature?.state !== 'intact' || !chain) return reading;
  const trust = await trustIn(records, { chain, on: signature.signedOn ?? today });
  if (!trust) return reading;
  // A certificate signs for those suppliers alone for whom it was found good.
  const signsForIt = trust.of === 'certificate' && trust.signsFor.includes(fields?.supplierTaxId?.value ?? '');
  const answered = signsForIt ? [...UNTRUSTED, 'signer_differs'] : UNTRUSTED;
  return { ...reading, signature: withTrust(signature, trust), flags: flags.filter(({ code }) => !answered.includes(code)) };
}
