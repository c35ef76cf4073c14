import i18next from 'i18next';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exposureChanges, type StoredCustomer } from '#domain/crm/customers/customer.ts';
import { refusalOfRecipient } from '#domain/finance/events.ts';
import { manualLines } from '#domain/finance/ledger/manual-entry.ts';
import { numberEntries } from '#domain/finance/ledger/period-sequence.ts';
import { notBefore, settle } from '#domain/finance/open-items/open-item.ts';
import { creditedLines, creditLines } from '#domain/finance/receivables/credit.ts';
import type { Invoice } from '#domain/finance/receivables/invoice.ts';
import { taxPercent } from '#domain/finance/tax/vat-es.ts';
import { differenceOf, issue, reserve, type Stock } from '#domain/inventory/stock/stock.ts';
import { accepted } from '#domain/sales/orders/new-order.ts';
import type { Order } from '#domain/sales/orders/order.ts';
import { pickLines, refusalOfState } from '#domain/sales/orders/progress.ts';
import { DomainError, throwIf } from '#kernel/errors.ts';
import { lineNet } from '#kernel/money.ts';
import { Problem } from '../../../web/src/api/problem.ts';
import { fieldErrors } from '../../../web/src/ui/field-errors.ts';
import { problemText } from '../../../web/src/ui/problem-text.ts';
import { asks } from '../../support/stock-demand.ts';
import { speakIn } from './spoken.ts';

/** What the console makes of a refusal: over the wire, as JSON. */
const answered = ({ code, message: detail, field, params, faults }: DomainError): Problem =>
  new Problem(JSON.parse(JSON.stringify({ status: 422, code, detail, field, params, faults })));

function said(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    // Grouping and currency signs are held by spaces that do not break.
    if (error instanceof DomainError) return problemText(answered(error)).replaceAll(/\s/g, ' ');
    throw error;
  }
  throw new Error('nothing was refused');
}

// 1,250 on hand less 1,246.5 reserved: 3.5 are free.
const lamps: Stock = {
  itemId: 'itm_1',
  code: 'LAMP-1',
  name: 'Lámpara',
  warehouse: 'main',
  onHand: '1250',
  reserved: '1246.5',
  value: 100_000,
};
const order = { state: 'placed', lines: [{ no: 1, code: 'LAMP-1', quantity: '8', shipped: '3' }] } as unknown as Order;
const quote = { state: 'quote', date: '2026-03-10' } as unknown as Order;
// 10 at 25.00, of which 4 (100.00) have been credited: 6 and 150.00 are left.
const invoice = {
  lines: [{ name: 'Lámpara', quantity: '10', price: '25', net: 25_000, percent: '21', taxCode: 'IVA-G' }],
  credited: [10_000],
  creditedQuantities: ['4'],
} as unknown as Invoice;
const hotel = { id: 'cus_1', name: 'Hotel Sol', creditLimit: 100_000 } as unknown as StoredCustomer;
const gate = (state: string) => ({ period: '2026-03', state, shard: 0, seq: 1 }) as unknown as Parameters<typeof numberEntries>[0];
const none = { open: 100_000, allocations: [] };
const eur = (debit: number | undefined, credit: number | undefined) => ({ account: '572', debit, credit });

/** An invoice of a company in Spain to somebody without a tax id. */
const unknown = (gross: number, { date = '2026-03-10', taxCode = 'IVA-G', walkIn = false } = {}) =>
  throwIf(
    refusalOfRecipient(
      {
        customer: { name: 'Bar Pepe', walkIn },
        lines: [{ taxCode }],
        totals: { gross },
        issuer: { address: { country: 'ES' }, policies: { simplifiedUpTo: gross > 300_000 ? 'three-thousand' : undefined } },
      },
      date,
      'f',
    ),
  );

describe('a refusal in Spanish', () => {
  beforeAll(() => speakIn('es'));

  it('names the limit of an invoice without a tax id, what it comes to, and the way out', () => {
    expect(said(() => unknown(40_001))).toBe(
      'Bar Pepe no tiene NIF y sin él una factura llega como mucho a 400,00 €, IVA incluido: esta suma 400,01 €. Ponga el NIF en la ficha del cliente.',
    );
    expect(said(() => unknown(300_001, { walkIn: true }))).toBe(
      'Sin NIF una factura llega como mucho a 3.000,00 €, IVA incluido: esta suma 3.000,01 €. Venda a un cliente que tenga su NIF en la ficha.',
    );
    expect(said(() => unknown(100, { taxCode: 'INTRA' }))).toMatch(/^Bar Pepe no tiene NIF, y una entrega intracomunitaria /);
    expect(said(() => unknown(100, { date: '2010-12-01' }))).toMatch(/^Bar Pepe no tiene NIF, y el 01\/12\/2010 la empresa /);
  });

  it('names the goods, and how many there are and are asked for', () => {
    expect(said(() => reserve(lamps, asks('5'), 'refuse'))).toBe(
      'Stock insuficiente de LAMP-1 en main: libre, 3,5; se pide, 5. Reciba mercancía o reduzca la cantidad.',
    );
    expect(said(() => issue(lamps, asks('1300')))).toBe(
      'Stock insuficiente de LAMP-1 en main: en existencias, 1.250; por sacar, 1.300. Reciba mercancía o reduzca la cantidad.',
    );
    // Five are open, of which the order waits for 1.5.
    expect(said(() => issue({ ...lamps, backorders: [['ord_1', '1.5', '1.5']] }, asks('4', 'f', 'ord_1', '5')))).toBe(
      'De LAMP-1 en main solo 3,5 es de este pedido y se pide enviar 4: lo demás está reservado para pedidos anteriores. Reciba mercancía o envíe solo lo que es de este pedido.',
    );
    expect(said(() => differenceOf(lamps, '1250', 'f'))).toBe(
      'El recuento coincide: LAMP-1, 1.250 en existencias. No hay nada que ajustar.',
    );
  });

  it('names the line of the order, and what is left of it', () => {
    expect(said(() => pickLines(order, [{ line: 1, quantity: '6.5' }]))).toBe(
      'De la línea 1 (LAMP-1) falta por enviar 5 y se pide enviar 6,5. Reduzca la cantidad.',
    );
    expect(said(() => pickLines(order, [{ line: 3, quantity: '1' }]))).toBe('El pedido no tiene línea 3: tiene 1. Revise las líneas.');
    const twice = [1, 1].map((line) => ({ line, quantity: '1' }));
    expect(said(() => pickLines(order, twice))).toBe('La línea 1 está dos veces en el envío. Deje una sola con toda la cantidad.');
    expect(said(() => throwIf(refusalOfState({ ...order, state: 'cancelled' }, 'placed', 'shipped')))).toBe(
      'El pedido está «Cancelado» y esto solo se hace con uno «Por enviar». Vuelva a cargarlo para ver cómo está.',
    );
  });

  it('names limits, and by how much they would be passed', () => {
    // 900.00 of 1,000.00 are used; 234.50 more are 134.50 too much.
    expect(said(() => exposureChanges(hotel, { exposure: 90_000 } as never, 23_450))).toBe(
      'Hotel Sol tiene un límite de crédito de 1.000,00 € y ya se usan 900,00 €: con 234,50 € más lo pasaría en 134,50 €. Cobre lo que debe, suba el límite o reduzca el pedido.',
    );
    expect(said(() => lineNet('999999', '9999999'))).toBe(
      '999.999 × 9.999.999,00 € pasa de 9.999.999.999,99 €, lo más que cabe en una línea. Divídalo en varias.',
    );
  });

  it('tells quantities and amounts of one code apart', () => {
    expect(said(() => creditedLines(invoice, [{ line: 1, quantity: '7' }]))).toBe(
      'De la línea 1 (Lámpara) queda por rectificar una cantidad de 6 y se indica 7. Reduzca la cantidad.',
    );
    expect(said(() => creditLines(invoice, [{ line: 1, net: 15_001, quantity: '0' }]))).toBe(
      'De la línea 1 (Lámpara) queda por rectificar 150,00 € sin IVA y se indica 150,01 €. Reduzca el importe.',
    );
    expect(said(() => creditedLines(invoice, [{ line: 1 }]))).toBe('Línea 1: indique una cantidad o un importe, y no los dos.');
  });

  it('names documents by their number', () => {
    expect(said(() => settle({ ...none, id: 'inv_F2026-000007' }, 'rcp_1', '2026-03-10', 100_001, 'f'))).toBe(
      'En la factura F2026-000007 queda pendiente 1.000,00 € y se aplica 1.000,01 €. Reduzca el importe.',
    );
    expect(said(() => settle({ ...none, id: 'rcp_1' }, 'inv_F2026-000007', '2026-03-10', 100_001, 'f'))).toBe(
      'En el cobro queda 1.000,00 € sin aplicar y se quiere usar 1.000,01 €. Reduzca el importe.',
    );
    expect(said(() => settle(none, 'rfd_1', '2026-03-10', 100_001, 'f'))).toBe(
      'Queda 1.000,00 € y se quiere aplicar 1.000,01 €. Reduzca el importe.',
    );
  });

  it('names days and periods as they are written here', () => {
    expect(said(() => accepted(quote, '2026-03-09', ['2026']))).toBe(
      'El presupuesto es del 10/03/2026: el pedido no puede ser anterior. Ponga esa fecha o una posterior.',
    );
    expect(said(() => accepted(quote, '2027-01-02', ['2026']))).toBe(
      'No hay periodo contable para el 02/01/2027. Abra antes el ejercicio 2027 en Periodos.',
    );
    expect(said(() => numberEntries(gate('closed'), []))).toBe(
      'El periodo de marzo de 2026 está cerrado. Ponga una fecha posterior o pida a contabilidad que lo abra.',
    );
    expect(said(() => notBefore('2026-03-09', '2026-03-10', 'credit_note'))).toBe(
      'La factura es del 10/03/2026: su rectificativa no puede ser del 09/03/2026. Ponga esa fecha o una posterior.',
    );
    expect(said(() => taxPercent('IVA-G', '1900-01-01'))).toBe(
      'El tipo de IVA IVA-G no tiene porcentaje el 01/01/1900. Elija otro tipo u otra fecha.',
    );
  });

  it('tells which side of an entry is greater', () => {
    expect(said(() => manualLines([eur(10_010, undefined), eur(undefined, 10_000)] as never))).toBe(
      'El asiento no cuadra: el debe suma 0,10 € más que el haber. Corrija los importes.',
    );
    expect(said(() => manualLines([eur(10_000, undefined), eur(undefined, 123_456)] as never))).toBe(
      'El asiento no cuadra: el haber suma 1.134,56 € más que el debe. Corrija los importes.',
    );
    expect(said(() => manualLines([eur(10_000, 10_000)] as never))).toBe(
      'Línea 1: escriba un importe en el debe o en el haber, y no en los dos.',
    );
  });

  it('is without figures where they are not told, and never with a gap', () => {
    expect(said(() => numberEntries(undefined, []))).toBe('No hay periodo contable para esa fecha. Abra antes su ejercicio en Periodos.');
    const old = new Problem({ status: 422, code: 'stock.short', detail: 'Only 3 of LAMP-1', params: { item: 'LAMP-1' } });
    expect(problemText(old)).toBe('Stock insuficiente para servirlo todo. Reciba mercancía o envíe solo lo que hay.');
  });

  it('takes names as they are, whatever is in them', () => {
    const name = '{{limit, money}} $t(errors.unknown) <b>';
    expect(said(() => exposureChanges({ ...hotel, name }, { exposure: 90_000 } as never, 23_450))).toContain(`${name} tiene un límite`);
  });
});

describe('a fault of a field in Spanish', () => {
  beforeAll(() => speakIn('es'));
  const faults = (...all: object[]) =>
    fieldErrors(new Problem({ status: 400, code: 'input.invalid', detail: 'x', field: 'body.name', faults: all }));

  it('tells the limit that was passed', () => {
    const text = 'Too big: expected string to have <=80 characters';
    const list = 'Too small: expected array to have >=2 items';
    expect(
      faults(
        { field: 'body.name', code: 'too_big', message: text, params: { origin: 'string', maximum: 80 } },
        { field: 'body.lines', code: 'too_small', message: list, params: { origin: 'array', minimum: 2 } },
        { field: 'body.days', code: 'too_big', message: 'Too big: expected int to be <=180', params: { origin: 'int', maximum: 180 } },
      ),
    ).toEqual({ name: 'Como mucho 80 caracteres.', lines: 'Hacen falta al menos 2.', days: 'Como mucho 180.' });
  });

  it('is never English, even in words that no table has', () => {
    expect(faults({ field: 'body.name', code: 'custom', message: 'must rhyme with orange' })).toEqual({ name: 'Este dato no es válido.' });
  });
});

describe('a refusal in English', () => {
  beforeAll(() => speakIn('en'));
  afterAll(() => speakIn('es'));

  it('is the sentence of the API, with figures and what to do', () => {
    expect(i18next.language).toBe('en');
    expect(said(() => reserve(lamps, asks('5'), 'refuse'))).toBe(
      'Only 3.5 of LAMP-1 can be promised in main; 5 is asked for. Receive goods or reduce the quantity.',
    );
    expect(said(() => pickLines(order, [{ line: 1, quantity: '6.5' }]))).toBe(
      'Line 1 (LAMP-1) has only 5 left to ship; 6.5 is too much. Reduce the quantity.',
    );
  });

  it('names the limit of an invoice without a tax id, and the way out', () => {
    expect(said(() => unknown(40_001))).toBe(
      'Bar Pepe has no tax id, and an invoice without it may come to 400.00 EUR with VAT at the most: this one comes to 400.01 EUR. Give the customer a tax id.',
    );
  });

  it('speaks of screens, not of requests', () => {
    const params = { why: 'invoice', document: 'inv_F2026-000007' };
    expect(problemText(new Problem({ status: 422, code: 'entry.of_document', detail: 'POST …', params }))).toBe(
      'This entry belongs to the invoice F2026-000007. To undo it, credit the invoice.',
    );
    const problem = new Problem({ status: 403, code: 'role.not_allowed', detail: 'x', params: { needed: 'books.post' } });
    expect(problemText(problem)).toMatch(
      /^Your roles do not allow this\. It needs the permission “Post and reverse journal entries”\. Ask/,
    );
  });
});
