import * as z from 'zod/mini';

/** A unit of the administration by its code of the directory DIR3. */
const Dir3 = z.string().check(z.regex(/^[A-Z][A-Z0-9]{8}$/, 'must be a DIR3 code of nine letters and digits, such as L01280796'));

/** The offices of a public body that an invoice to it names (Orden HAP/492/2014): without them FACe takes none. */
export const PublicOffices = z.strictObject({
  /** Oficina contable, role 01 of Facturae. */
  accounting: Dir3,
  /** Órgano gestor, role 02. */
  managing: Dir3,
  /** Unidad tramitadora, role 03. */
  processing: Dir3,
});
export type PublicOffices = Readonly<z.output<typeof PublicOffices>>;
