import { type Movement, type Told, norma43 as writeNorma43 } from '../../infra/tools/seed/norma43.ts';

export const BANK_IBAN = 'ES9121000418450200051332';

/**
 * Two equal charges on one day, both real (the worked example of the project's facts): opening 1,250.00, an invoice of 1,210.00 paid, a fee of
 * 3.50 and twice 484.00, closing 1,488.50.
 */
export const EXAMPLE_N43 = [
  '112100041802000513322603012603312000000001250009783TRASTIENDA EJEMPLO SL',
  '22    0418260303260303040022000000001210000000000000            F2026-000123',
  '2301TRANSFERENCIA DE CAFES LEVANTE SL',
  '2302FACTURA F2026-000123',
  '22    0418260305260305170171000000000003500000000000',
  '2301COMISION MANTENIMIENTO',
  '22    0418260310260310030051000000000484000000000007            REF 8841',
  '2301RECIBO SUMINISTROS DEL SUR',
  '22    0418260310260310030051000000000484000000000007            REF 8841',
  '2301RECIBO SUMINISTROS DEL SUR',
  '3321000418020005133200003000000000971500000100000000121000200000000148850978',
  '88999999999999999999000011',
]
  .map((line) => line.padEnd(80))
  .join('\r\n');

/** A statement of the example's account. */
export const norma43 = (movements: readonly Movement[], told: Omit<Told, 'iban'> & { readonly iban?: string }): string =>
  writeNorma43(movements, { iban: BANK_IBAN, ...told });
