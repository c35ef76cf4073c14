import { expect, it } from 'vitest';
import { refusalOfTaxCode, type TaxRecipient } from '#domain/finance/tax/recipient.ts';

const at = (country: string, taxId?: string, postalCode = '10115'): TaxRecipient => ({
  address: { country, postalCode },
  ...(taxId ? { taxId } : {}),
});

it.each<[string, TaxRecipient, string]>([
  ['in Germany, with its VAT id', at('DE', 'DE123456789'), 'IVA-G INTRA'],
  ['in Germany, without', at('DE'), 'IVA-G'],
  ['in Germany, with the VAT id of France', at('DE', 'FR12345678901'), 'IVA-G'],
  ['in Germany, with nothing but the prefix', at('DE', 'DE'), 'IVA-G'],
  ['in Greece', at('GR', 'EL123456789'), 'IVA-G INTRA'],
  ['in Northern Ireland', at('GB', 'XI123456789'), 'IVA-G INTRA EXPORT'],
  ['in Great Britain', at('GB', 'GB123456789'), 'IVA-G EXPORT'],
  ['in Madrid', at('ES', 'B12345674', '28013'), 'IVA-G'],
  ['in Madrid, with a foreign VAT id', at('ES', 'DE123456789', '28013'), 'IVA-G'],
  ['in Las Palmas', at('ES', 'B12345674', '35001'), 'IVA-G EXPORT'],
  ['in Melilla', at('ES', undefined, '52001'), 'IVA-G EXPORT'],
  ['of a shop in the United States', { country: 'US' }, 'IVA-G EXPORT'],
  ['of whom nothing is known', {}, 'IVA-G'],
])('a customer %s', (_, recipient, codes) => {
  const fitting = ['IVA-G', 'INTRA', 'EXPORT'].filter((code) => refusalOfTaxCode(code, recipient, 'body.lines.0') === undefined);
  expect(fitting.join(' ')).toBe(codes);
});
