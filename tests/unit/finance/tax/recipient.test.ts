import { expect, it } from 'vitest';
import { refusalOfDomestic, refusalOfTaxCode, refusalOfTerritory, type TaxRecipient } from '#domain/finance/tax/recipient.ts';

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

it('form 303 is of the common territory alone', () => {
  const files = (country: string, postalCode: string) => refusalOfTerritory({ country, postalCode }) === undefined;
  expect(['28013', '08001', '01001', '20001', '31001', '48001', '35001', '51001'].filter((code) => files('ES', code))).toEqual([
    '28013',
    '08001',
  ]);
  expect(files('PT', '1000-001')).toBe(false);
});

it('goods for the Canaries are not sold at a domestic rate', () => {
  const canary = at('ES', 'B12345674', '35001');
  expect(['IVA-G', 'EXPORT', 'EXENTO'].map((code) => refusalOfDomestic(code, canary, 'body.lines.0')?.params?.why)).toEqual([
    'outside',
    undefined,
    undefined,
  ]);
  expect(refusalOfDomestic('IVA-G', at('ES', 'B12345674', '28013'), 'body.lines.0')).toBeUndefined();
});
