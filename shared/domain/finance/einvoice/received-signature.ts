import * as z from 'zod/mini';

/** What a signature of a file that came in says. Whether anybody vouches for its certificate is not checked. */
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
  /** Days on which the certificate is valid. */
  from: z.exactOptional(z.string()),
  to: z.exactOptional(z.string()),
  /** The day that the signer states. */
  signedOn: z.exactOptional(z.string()),
});
export type ReceivedSignature = Readonly<z.output<typeof ReceivedSignature>>;
