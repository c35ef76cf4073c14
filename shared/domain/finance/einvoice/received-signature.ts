import * as z from 'zod/mini';
import { TRUSTED } from './trusted-certificate.ts';

/** What a signature of a file that came in says. Nobody vouches for its certificate but whom the company trusts. */
export const ReceivedSignature = z.object({
  /** `intact`: nothing signed was changed since. `unchecked`: it is of a kind that is not read here. */
  state: z.enum(['intact', 'altered', 'unchecked']),
  /** Of one that is not checked: the method, or what is missing. */
  why: z.exactOptional(z.string()),
  /** Whose certificate, and who issued it: as these say it themselves. */
  signer: z.exactOptional(z.string()),
  issuer: z.exactOptional(z.string()),
  /** The Spanish tax id that the certificate names: of its organisation, else of its person. */
  taxId: z.exactOptional(z.string()),
  /** Nobody but its holder vouches for the certificate. */
  isSelfSigned: z.exactOptional(z.literal(true)),
  /** Its issuer's certificate stands beside it. */
  hasIssuer: z.exactOptional(z.literal(true)),
  /** What the company trusts of it. */
  trust: z.exactOptional(z.object({ id: z.string(), of: z.enum(TRUSTED) })),
  /** Days on which the certificate is valid. */
  from: z.exactOptional(z.string()),
  to: z.exactOptional(z.string()),
  /** The day that the signer states. */
  signedOn: z.exactOptional(z.string()),
});
export type ReceivedSignature = Readonly<z.output<typeof ReceivedSignature>>;
