import { addDays, type IsoDate } from '../../../shared/kernel/date.ts';
import { monthName } from './books-plan.ts';
import { type Calendar, workday } from './calendar.ts';
import { Chance } from './chance.ts';
import type { Profile } from './profile.ts';
import { euros, type Phase, type Recorded, type Step } from './step.ts';

/** Who sells to a demo company beside whoever sells it goods. */
const SERVICES = {
  rent: { name: 'Fincas Alameda, C.B.', taxId: 'E10000008', expenseAccount: '621', withholding: { code: 'RENT19', from: '2026-01-01' } },
  power: { name: 'Energía Clara Comercializadora, S.A.', taxId: 'A58818501', expenseAccount: '628' },
  outside: { name: 'Marta Solís Vega', taxId: '12345678Z', expenseAccount: '' },
  works: { name: 'Reformas y Montajes Urbión, S.L.', taxId: 'B58378431', expenseAccount: '622' },
} as const;
type Service = keyof typeof SERVICES;
/** The cost centre that each is for. */
const CENTRES: Readonly<Partial<Record<Service, { dimensions: { centro: string } }>>> = {
  rent: { dimensions: { centro: 'TIENDA' } },
  power: { dimensions: { centro: 'ALMACEN' } },
  outside: { dimensions: { centro: 'OFICINA' } },
};

/** A line of a bill: cents without tax. */
interface BillLine {
  readonly account?: string;
  /** Absent: that of the goods. */
  readonly text?: string;
  /** The goods that it is for. */
  readonly receipt?: { readonly goodsReceiptId: string; readonly line: number; readonly quantity: string };
  readonly net: number;
  readonly taxCode?: string;
  readonly dimensions?: { readonly centro: string };
}

/** A bill to be. */
export interface PlannedBill {
  readonly key: string;
  /** Key of its supplier. */
  readonly supplier: string;
  readonly date: IsoDate;
  readonly reference: string;
  readonly lines: (answerOf: Recorded) => readonly BillLine[];
  /** Days from the bill to its payment; absent: it is not paid. */
  readonly paidAfter?: number;
  readonly paymentDays?: number;
}

const step = (key: string, date: IsoDate, phase: Phase, role: Step['role'], ask: Step['ask'], numbered = false): Step => ({
  ...{ key, date, phase, role, ask },
  ...(numbered ? { numbered: true as const } : {}),
});

/** The accountant enters a bill, the owner pays it; what lies after today has not happened yet. */
export function billSteps({ key, supplier, date, reference, lines, paidAfter, paymentDays }: PlannedBill, today: IsoDate): Step[] {
  const paid = paidAfter === undefined ? undefined : workday(addDays(date, paidAfter));
  const bill = step(
    key,
    date,
    'bill',
    'accountant',
    (answerOf) => ({
      route: '/payables/bills',
      body: {
        ...{ supplierId: answerOf(supplier).id, reference, date, receivedOn: date },
        ...(paymentDays === undefined ? {} : { dueDate: addDays(date, paymentDays) }),
        lines: lines(answerOf).map(({ net, ...line }) => ({ ...line, net: euros(net) })),
      },
    }),
    true,
  );
  const payment = (day: IsoDate) =>
    step(`${key}.payment`, day, 'correct', 'owner', (answerOf) => {
      // As it was entered: a seed that is run again asks for the same.
      const { id, payable: amount } = answerOf(key);
      const body = {
        supplierId: answerOf(supplier).id,
        date: day,
        amount,
        reference,
        allocations: [{ billId: id, amount }],
        confirmed: true,
      };
      return { route: '/payables/payments', body };
    });
  return [bill, ...(paid ? [payment(paid)] : [])].filter((one) => one.date <= today);
}

/** Suppliers, before the first day. */
export function supplierSteps(profile: Profile, date: IsoDate): Step[] {
  const create = (key: string, body: object, role: Step['role'] = 'accountant') =>
    step(key, date, 'setup', role, () => ({ route: '/payables/suppliers', body }));
  const professional = profile.activity === 'professional' ? { withholding: { code: 'PRO15', from: '2026-01-01' } } : {};
  return [
    // A program keeps its IBAN: whoever enters one approves no payment to it.
    create(
      'supplier.goods',
      {
        name: profile.supplier,
        taxId: 'A28000008',
        expenseAccount: '600',
        paymentDays: 30,
        iban: 'ES7620770024003102575766',
      },
      'integration',
    ),
    ...Object.entries(SERVICES).map(([key, { expenseAccount, ...body }]) =>
      create(`supplier.${key}`, {
        ...body,
        ...(key === 'outside' ? professional : {}),
        account: '410',
        expenseAccount: expenseAccount || profile.ownAccount.code,
      }),
    ),
  ];
}

/** Bills of services, month by month: most paid, the last ones open, one forgotten; one above the limit that waits, one that was approved. */
export function serviceBillSteps(profile: Profile, calendar: Calendar): Step[] {
  const { months, today, first } = calendar;
  const chance = new Chance(`${profile.tenant} services`);
  const bill = (service: Service, key: string, date: IsoDate, net: number, text: string, more: Partial<PlannedBill> = {}): Step[] =>
    date < first || date > today
      ? []
      : billSteps(
          {
            ...{ key, supplier: `supplier.${service}`, date, reference: key.toUpperCase() },
            lines: () => [{ text, net, ...CENTRES[service] }],
            ...more,
          },
          today,
        );
  const dayOf = (month: string, day: string): IsoDate => workday(`${month}-${day}`);
  const monthly = months.flatMap((month, i) => {
    const name = monthName(month);
    const [power, work] = [chance.whole(180, 420) * 100, chance.whole(90, 260) * 100];
    return [
      ...bill('rent', `rent.${month}`, dayOf(month, '03'), profile.rent, `Alquiler de ${name}`, { paidAfter: 1 }),
      ...bill('power', `power.${month}`, dayOf(month, '18'), power, `Luz y agua de ${name}`, { paidAfter: 20 }),
      // The second one was forgotten: it is overdue.
      ...bill(
        'outside',
        `outside.${month}`,
        dayOf(month, '22'),
        work,
        `${profile.ownAccount.name}, ${name}`,
        i === 1 ? {} : { paidAfter: 28 },
      ),
    ];
  });
  return [...monthly, ...large(profile, calendar)];
}

/** Above the limit: one that the owner approved and paid, one that waits; and what the supplier gave back of the first. */
function large({ largeBill }: Profile, { today, ago }: Calendar): Step[] {
  const lines = (text: string) => () => [{ text, net: largeBill }];
  const [early, late] = [ago(55), ago(6)];
  const planned = { supplier: 'supplier.works', paymentDays: 30 };
  const [entered] = billSteps(
    { ...planned, key: 'works.1', date: early, reference: 'UR-118', lines: lines('Obra, primera certificación') },
    today,
  );
  const waiting = billSteps(
    { ...planned, key: 'works.2', date: late, reference: 'UR-131', lines: lines('Obra, segunda certificación') },
    today,
  );
  const credit = step(
    'works.abono',
    ago(40),
    'correct',
    'accountant',
    (answerOf) => ({
      route: '/payables/credit-notes',
      body: {
        ...{
          supplierId: answerOf('supplier.works').id,
          corrects: answerOf('works.1').id,
          reference: 'UR-R4',
          date: ago(40),
          receivedOn: ago(40),
        },
        lines: [{ text: 'Partida no ejecutada', net: euros(450_00) }],
      },
    }),
    true,
  );
  const approval = step('works.1.approval', ago(50), 'money', 'owner', (answerOf) => ({
    route: `/payables/bills/${answerOf('works.1').id}/approval`,
    body: {},
  }));
  const part = step('works.1.payment', ago(35), 'correct', 'owner', (answerOf) => {
    const amount = euros(largeBill / 2);
    const body = {
      supplierId: answerOf('supplier.works').id,
      date: ago(35),
      amount,
      allocations: [{ billId: answerOf('works.1').id, amount }],
      confirmed: true,
    };
    return { route: '/payables/payments', body };
  });
  const advance = step('power.advance', ago(3), 'correct', 'owner', (answerOf) => ({
    route: '/payables/payments',
    body: { supplierId: answerOf('supplier.power').id, date: ago(3), amount: euros(150_00), reference: 'Anticipo', confirmed: true },
  }));
  return [...(entered ? [entered] : []), approval, credit, part, ...waiting, advance];
}
