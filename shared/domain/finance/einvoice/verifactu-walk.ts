import * as z from 'zod/mini';
import { recordType } from '#kernel/record.ts';

/** How far the chain of a company has been looked through for records without a signature. */
export const VerifactuWalk = z.object({
  /** Up to this place each record is signed, or waits for a certificate: neither is ever undone. */
  seen: z.int(),
});
export type VerifactuWalk = Readonly<z.output<typeof VerifactuWalk>>;

export const WALK_ID = 'vfw_signatures';
export const VerifactuWalks = recordType<VerifactuWalk>({
  kind: 'verifactu-walk',
  prefix: 'vfw',
  data: VerifactuWalk,
  history: 'ends',
  screen: { none: 'It is where the nightly look for signatures goes on.' },
  read: 'books.read',
});
