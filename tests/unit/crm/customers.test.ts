import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CreditExposures,
  CustomerInput,
  customerRefId,
  exposureChanges,
  exposureId,
  ignoringLimit,
  type StoredCustomer,
} from '#domain/crm/customers/customer.ts';
import { customerView, requireTaxId } from '#domain/crm/customers/wire.ts';
import { DomainError } from '#kernel/errors.ts';
import { bareTaxId, isSpanishTaxId, spanishTaxIdIn } from '#kernel/tax-id-es.ts';

const codeOf = (work: () => unknown): string | undefined => {
  try {
    work();
  } catch (error) {
    if (error instanceof DomainError) return `${error.kind} ${error.code} ${error.field}`;
    throw error;
  }
  return undefined;
};

describe('a Spanish tax id', () => {
  it('is the same however it is written; another is no other’s', () => {
    for (const text of ['B58378431', 'b-58.378.431', 'ES B58378431', 'ES-B-58378431', ' esb58378431 ', 'B/58378431'])
      expect([bareTaxId(text), spanishTaxIdIn(text)]).toEqual(['B58378431', 'B58378431']);
    // Of a company's own country, that begins with ES by chance, and what is none at all.
    expect(['ESTE12345', 'PT123456789', 'B58378432', ''].map(spanishTaxIdIn)).toEqual([undefined, undefined, undefined, undefined]);
    expect(bareTaxId('fr 12.345-678')).toBe('FR12345678');
  });

  it('is right for published examples of every kind', () => {
    const published = [
      '12345678Z', // the national police's specimen
      '00000000T',
      '99999999R',
      '89890001K', // the tax agency's example issuer of VERI*FACTU
      'X1234567L', // NIE
      'Y1234567X',
      'Z1234567R',
      'K1234567L', // minors without DNI
      'B58378431', // specimen of the company registers
      'A58818501',
      'A28015865', // Telefónica, S.A.
      'A39000013', // Banco Santander, S.A.
      'A48265169', // BBVA
      'A15075062', // Inditex
      'Q2826000H', // Agencia Tributaria
      'Q2818002D', // CSIC
      'P2807900B', // Ayuntamiento de Madrid
      'S2800568D', // Comunidad de Madrid
      'G28029643', // Real Madrid C.F. fundación series
    ];
    expect(published.filter((id) => !isSpanishTaxId(id))).toEqual([]);
  });

  it('is wrong with another control character, another length or another alphabet', () => {
    const wrong = [
      '12345678A',
      '1234567Z',
      '123456789',
      'X1234567A',
      'B58378432',
      'B5837843A',
      'Q28260008',
      'A2801586E',
      'I12345678',
      'Ñ1234567A',
      '',
    ];
    expect(wrong.filter(isSpanishTaxId)).toEqual([]);
    expect(isSpanishTaxId('b58378431')).toBe(false);
  });

  it('has one right control letter of 23 for each number of a person', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999 }), (number) => {
        const digits = String(number).padStart(8, '0');
        const right = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].filter((letter) => isSpanishTaxId(`${digits}${letter}`));
        expect(right).toEqual(['TRWAGMYFPDXBNJZSQVHLCKE'[number % 23]]);
      }),
    );
  });

  it('of a company finds every single wrong digit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 1, max: 9 }), (at, by) => {
        const digits = [...'B58378431'];
        digits[at + 1] = String((Number(digits[at + 1]) + by) % 10);
        expect(isSpanishTaxId(digits.join(''))).toBe(false);
      }),
    );
  });

  it('is asked of customers in Spain, and of those whose country is not known', () => {
    const address = { street: 'Rua 1', postalCode: '1000', city: 'Lisboa', country: 'PT' };
    expect(codeOf(() => requireTaxId({ taxId: '501964843' }))).toBe('invalid customer.tax_id body.taxId');
    expect(codeOf(() => requireTaxId({ taxId: '501964843', address: { ...address, country: 'ES' } }))).toBeDefined();
    expect(codeOf(() => requireTaxId({ taxId: '501964843', address }))).toBeUndefined();
    expect(codeOf(() => requireTaxId({}))).toBeUndefined();
  });
});

const customer: StoredCustomer = { id: 'cus_X', rev: 1, history: [], name: 'Librería Cervantes', paymentDays: 30, creditLimit: 100_000 };
const credit = (exposure: number) => ({ id: exposureId('cus_X'), rev: 1, history: [], exposure });

describe('credit', () => {
  it('is given up to the limit and not a cent beyond', () => {
    expect(exposureChanges(customer, credit(90_000), 10_000)).toMatchObject([
      { op: 'update', type: CreditExposures, data: { exposure: 100_000 } },
    ]);
    expect(codeOf(() => exposureChanges(customer, credit(90_000), 10_001))).toBe('refused customer.credit_exceeded body.customerId');
    expect(codeOf(() => exposureChanges({ ...customer, creditLimit: 0 }, credit(0), 1, 'path.orderId'))).toBe(
      'refused customer.credit_exceeded path.orderId',
    );
  });

  it('is always relieved, also above a limit that was lowered meanwhile', () => {
    expect(exposureChanges({ ...customer, creditLimit: 1 }, credit(90_000), -40_000)).toMatchObject([{ data: { exposure: 50_000 } }]);
    expect(exposureChanges(ignoringLimit(customer), credit(100_000), 5000)).toMatchObject([{ data: { exposure: 105_000 } }]);
  });

  it('is not counted where there is no limit, and nothing changes by nothing', () => {
    const { creditLimit, ...unlimited } = customer;
    expect(exposureChanges(unlimited, undefined, 1_000_000)).toEqual([]);
    expect(exposureChanges(customer, credit(5), 0)).toEqual([]);
  });
});

describe('a customer', () => {
  it('shows what credit is left where it was looked up', () => {
    expect(customerView(customer, 30_000)).toMatchObject({ exposure: 30_000, availableCredit: 70_000, walkIn: false });
    expect(customerView(customer)).not.toHaveProperty('exposure');
  });

  it('has a name, at most 180 days to pay, and a printable reference', () => {
    const faults = (input: object) =>
      CustomerInput.safeParse({ name: 'x', ...input }).error?.issues.map((issue) => issue.path.join('.')) ?? [];
    expect(faults({})).toEqual([]);
    expect(faults({ name: '   ' })).toEqual(['name']);
    expect(faults({ paymentDays: 181 })).toEqual(['paymentDays']);
    expect(faults({ paymentDays: 1.5 })).toEqual(['paymentDays']);
    expect(faults({ externalRef: 'shop 1' })).toEqual(['externalRef']);
    expect(faults({ taxId: 'b-58378431' })).toEqual(['taxId']);
    expect(faults({ email: 'nobody' })).toEqual(['email']);
    expect(customerRefId('shop:17850')).toBe('cur_shop:17850');
  });
});
