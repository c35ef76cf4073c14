import * as z from 'zod/mini';
import { BusinessDate } from './date.ts';

/** What a person found when they asked the Commission's VIES about a VAT id: nothing is asked from here. */
export const ViesInput = z.strictObject({ valid: z.boolean(), on: BusinessDate });
/** With the VAT id that it was asked of, and who typed it: an id that changes since was never checked. */
export const ViesCheck = z.object({ valid: z.boolean(), on: z.string(), vatId: z.string(), by: z.string() });
export type ViesCheck = Readonly<z.output<typeof ViesCheck>>;
