import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { demandsOf, nextReminder, type Remindable, reminderText } from '#domain/finance/receivables/reminder.ts';
import { addDays } from '#kernel/date.ts';

const STEPS = [1, 15, 30];
const invoice = (no: number, open: number, dueDate: string, more: Partial<Remindable> = {}): Remindable => ({
  id: `inv_F2026-${String(no).padStart(6, '0')}`,
  number: `F2026-${String(no).padStart(6, '0')}`,
  date: '2026-02-01',
  dueDate,
  open,
  ...more,
});
const reminded = (reminders: number, remindedOn: string) => ({ reminders, remindedOn });

describe('the next reminder', () => {
  it.each([
    ['the first, a day after it was due', {}, '2026-04-01'],
    ['the second, in time', reminded(1, '2026-04-01'), '2026-04-15'],
    ['the third, in time', reminded(2, '2026-04-15'), '2026-04-30'],
    ['the second, where the first came late: two weeks after it', reminded(1, '2026-11-30'), '2026-12-14'],
    ['the third, where the first came late', reminded(2, '2026-12-14'), '2026-12-29'],
    ['none after the last', reminded(3, '2026-04-30'), undefined],
    ['none while the customer disputes it', { disputes: [{ from: '2026-04-01', reason: 'Faltan bultos', by: 'ana' }] }, undefined],
    [
      'the day after the dispute ended',
      { disputes: [{ from: '2026-04-01', to: '2026-05-10', reason: 'Faltan bultos', by: 'ana' }] },
      '2026-05-11',
    ],
    ['the second of one whose day was not kept', { reminders: 1 }, '2026-04-15'],
  ] as const)('is %s', (_, more, on) => {
    expect(nextReminder(invoice(1, 100, '2026-03-31', more), STEPS)).toBe(on);
  });

  /** Days past the due date on which letters go out, where somebody looks on these. */
  function lettersOn(days: readonly number[]): number[] {
    let now = invoice(1, 100, '2026-03-31');
    return days.filter((day) => {
      const today = addDays('2026-03-31', day);
      const goesOut = demandsOf([now], new Map(), STEPS, today).length > 0;
      if (goesOut) now = { ...now, ...reminded((now.reminders ?? 0) + 1, today) };
      return goesOut;
    });
  }

  it('never comes sooner than its step, nor sooner after a letter than the steps lie apart, whenever somebody looks', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 40 }), (days) => {
        const letters = lettersOn(days.toSorted((a, b) => a - b));
        const gaps = letters.map((day, i) => day - (letters[i - 1] ?? 0));
        expect(letters.every((day, i) => day >= (STEPS[i] ?? Number.NaN))).toBe(true);
        expect(gaps.every((gap, i) => gap >= (STEPS[i] ?? 0) - (STEPS[i - 1] ?? 0))).toBe(true);
      }),
    );
  });
});

describe('what a letter asks for', () => {
  const three = [invoice(3, 300, '2026-03-03'), invoice(1, 100, '2026-03-01'), invoice(2, 200, '2026-03-02')];
  const asked = (credit: number, today = '2026-03-20') =>
    demandsOf(three, new Map([['EUR', credit]]), STEPS, today).map(({ invoice: { number }, left }) => [number.at(-1), left]);

  it.each([
    [
      0,
      [
        ['3', 300],
        ['1', 100],
        ['2', 200],
      ],
    ],
    [
      100,
      [
        ['3', 300],
        ['2', 200],
      ],
    ],
    [
      250,
      [
        ['3', 300],
        ['2', 50],
      ],
    ],
    [599, [['3', 1]]],
    [600, []],
    [9999, []],
  ] as const)('less a credit of %i, which goes to what was due first', (credit, left) => {
    expect(asked(credit)).toEqual(left);
  });

  it('is what is due for a step that day, though credit is counted against all', () => {
    expect(asked(0, '2026-03-02')).toEqual([['1', 100]]);
    const [, first] = three;
    const all = [{ ...(first as Remindable), ...reminded(3, '2026-03-31') }, invoice(2, 200, '2026-03-02')];
    expect(demandsOf(all, new Map([['EUR', 100]]), STEPS, '2026-03-20').map(({ left }) => left)).toEqual([200]);
  });
});

describe('a reminder', () => {
  const creditor = { name: 'Lumbre Hogar, S.L.', iban: 'ES9121000418450200051332' };
  const of = (...invoices: Remindable[]) =>
    reminderText(
      invoices.map((one) => ({ invoice: one, left: one.open })),
      creditor,
      '2026-04-02',
    );

  it('of one invoice names it, what is left and how long it has been due', () => {
    const { subject, text } = of(invoice(1, 12_345, '2026-04-01'));
    expect(subject).toBe('Recordatorio de pago: factura F2026-000001');
    for (const part of [
      'Le recordamos que la siguiente factura',
      'de 01/02/2026',
      '01/04/2026 (hace 1 día)',
      'Pendiente: 123,45 €',
      'indicando F2026-000001.',
    ])
      expect(text).toContain(part);
    expect(text).not.toContain('Total');
  });

  it('of several is one letter in the tone of the furthest', () => {
    const { subject, text } = of(invoice(1, 100, '2026-03-31'), invoice(2, 250, '2026-03-01', reminded(2, '2026-03-16')));
    expect(subject).toBe('Recordatorio de pago: 2 facturas');
    for (const part of ['Último aviso: las siguientes facturas', 'Total pendiente: 3,50 €', 'indicando F2026-000001, F2026-000002.'])
      expect(text).toContain(part);
  });

  it('asks for interest and costs where the company claims them, and adds them to what is owed', () => {
    const late = { interest: 61_89, compensation: 40_00 };
    const demand = { invoice: invoice(1, 2420_00, '2026-03-01', reminded(2, '2026-03-16')), left: 2420_00, late };
    const { text } = reminderText([demand], creditor, '2026-04-02');
    for (const part of [
      'Intereses de demora hasta hoy: 61,89 €',
      'Costes de cobro (Ley 3/2004, art. 8): 40,00 €',
      'Total pendiente: 2521,89 €',
    ])
      expect(text).toContain(part);
  });

  it('asks in the currency of each invoice, for credit of that alone, and for interest in euros', () => {
    const [dollars, euros] = [
      invoice(1, 388_00, '2026-03-01', { ...reminded(2, '2026-03-16'), currency: 'USD' }),
      invoice(2, 100_00, '2026-03-01'),
    ];
    const credit = new Map([
      ['USD', 88_00],
      ['GBP', 999_00],
    ]);
    const demands = demandsOf([dollars, euros], credit, STEPS, '2026-04-02');
    expect(demands.map(({ left }) => left)).toEqual([300_00, 100_00]);
    const late = { interest: 5_00, compensation: 40_00 };
    const { text } = reminderText(
      demands.map((demand) => (demand.invoice === dollars ? { ...demand, late } : demand)),
      creditor,
      '2026-04-02',
    );
    for (const part of ['Pendiente: 300,00 USD', 'hasta hoy: 5,00 €', 'Pendiente: 100,00 €', 'Total pendiente: 300,00 USD + 145,00 €'])
      expect(text).toContain(part);
  });
});
