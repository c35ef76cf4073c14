import { addDays, addMonths, type IsoDate, yearOf } from '../../../shared/kernel/date.ts';
import { type Calendar, workday } from './calendar.ts';
import { Chance } from './chance.ts';
import { paidMonths } from './pay-runs.ts';
import type { Profile } from './profile.ts';
import { euros, type Recorded, type Step } from './step.ts';

type Side = readonly [account: string, cents: number, extra?: object];

const MONTHS = [
  'enero',
  'febrero',
  'marzo',
  'abril',
  'mayo',
  'junio',
  'julio',
  'agosto',
  'septiembre',
  'octubre',
  'noviembre',
  'diciembre',
];
/** `2026-07` → `julio de 2026` */
export const monthName = (month: string): string => `${MONTHS[Number(month.slice(5, 7)) - 1]} de ${yearOf(month)}`;

const part = (amount: number, percent: number): number => Math.round((amount * percent) / 100);

/** What the accountant enters by hand: capital, pay, the bank's charges. */
export function bookSteps(profile: Profile, calendar: Calendar): Step[] {
  const chance = new Chance(`${profile.tenant} books`);
  const monthly = calendar.months.flatMap((month) => monthOfBooks(profile, month, calendar, chance));
  return [
    ...founding(profile, calendar),
    ...fixedAssets(profile, calendar),
    ...monthly,
    ...services(profile, calendar, chance),
    ...outside(calendar),
    ...inAdvance(profile, calendar),
  ];
}

function entry(key: string, date: IsoDate, text: string, debits: readonly Side[], credits: readonly Side[]): Step {
  const lines = [
    ...debits.map(([account, amount, extra]) => ({ account, debit: euros(amount), ...extra })),
    ...credits.map(([account, amount, extra]) => ({ account, credit: euros(amount), ...extra })),
  ];
  return { key, date, phase: 'books', role: 'accountant', ask: () => ({ route: '/journal-entries', body: { date, text, lines } }) };
}

function founding({ capital, ownAccount }: Profile, { first }: Calendar): Step[] {
  const noticed = workday(addDays(first, 2));
  const loan = capital / 2;
  const twice = entry('catalogue-photos-twice', first, 'Fotografías del catálogo', [[ownAccount.code, 480_00]], [['572', 480_00]]);
  return [
    entry('capital', first, 'Aportación de los socios al capital', [['572', capital]], [['100', capital]]),
    entry('loan', first, 'Préstamo del banco a cinco años', [['572', loan]], [['170', loan]]),
    entry('catalogue-photos', first, 'Fotografías del catálogo', [[ownAccount.code, 480_00]], [['572', 480_00]]),
    twice,
    {
      key: 'catalogue-photos-reversal',
      date: noticed,
      phase: 'books',
      role: 'accountant',
      ask: (answerOf) => ({
        route: `/journal-entries/${answerOf(twice.key).id}/reversal`,
        body: { date: noticed, reason: 'Contabilizado dos veces' },
      }),
    },
  ];
}

/** A van and computers, bought on the first day, depreciated at the end of each month that is over. */
function fixedAssets({ capital }: Profile, { first, months }: Calendar): Step[] {
  const [van, computers] = [part(capital, 12), part(capital, 2)];
  const register = (key: string, name: string, account: string, cost: number, assetClass: string, percent: string): Step => ({
    ...{ key, date: first, phase: 'books', role: 'accountant' },
    ask: () => ({
      route: '/assets',
      body: { name, account, assetClass, cost: euros(cost), inUseOn: first, method: 'straight-line', percent },
    }),
  });
  const depreciations = months.map((month): Step => {
    const until = addDays(`${addMonths(month, 1)}-01`, -1);
    return {
      ...{ key: `depreciation.${month}`, date: until, phase: 'books', role: 'accountant' },
      ask: () => ({ route: '/assets/depreciation', body: { until } }),
    };
  });
  return [
    entry(
      'assets.bought',
      first,
      'Furgoneta y equipos',
      [
        ['218', van],
        ['217', computers],
      ],
      [['572', van + computers]],
    ),
    register('asset.van', 'Furgoneta de reparto', '218', van, 'elementos-de-transporte-externo', '16'),
    register('asset.computers', 'Ordenadores de la oficina', '217', computers, 'equipos-para-procesos-de-informacion', '25'),
    ...depreciations,
  ];
}

/** What is posted by itself from now on, and the firm that keeps the books outside. */
function outside({ first, today }: Calendar): Step[] {
  const lease = entry('software-lease', first, 'Cuota del programa de reparto', [['629', 85_00]], [['572', 85_00]]);
  const step = (key: string, ask: Step['ask']): Step => ({ key, date: today, phase: 'books', role: 'accountant', ask });
  const next = `${addMonths(today.slice(0, 7), 1)}-05`;
  return [
    lease,
    step('software-lease-monthly', (answerOf) => ({
      route: '/recurring-entries',
      body: { entryId: answerOf(lease.key).id, every: 'month', next },
    })),
    step('adviser', () => ({ route: '/advisers', body: { name: 'Gestoría Robles', digits: 8, numbering: 'tax-id' } })),
  ];
}

function monthOfBooks(profile: Profile, month: string, { first, today }: Calendar, chance: Chance): Step[] {
  const all = staffAndBank(profile, month, chance);
  // What runs pay is not entered by hand.
  const byRuns = new Set(paidMonths(today).map((paid) => `payroll.${paid}`));
  return all.filter((step) => step.date >= first && step.date <= today && !byRuns.has(step.key));
}

const dayOf = (month: string, day: string): IsoDate => workday(`${month}-${day}`);

/** Pay as a gross sum: tax and social security withheld, the employer's share on top (rates rounded, the same for all). */
function staffAndBank({ payroll }: Profile, month: string, chance: Chance): Step[] {
  const name = monthName(month);
  const [tax, social, employer] = [part(payroll, 14), part(payroll, 6.47), part(payroll, 31.4)];
  const charges = chance.whole(1200, 4800);
  const pay: Side[] = [
    ['640', payroll],
    ['642', employer],
  ];
  const payable: Side[] = [
    ['4751', tax],
    ['476', social + employer],
    ['572', payroll - tax - social],
  ];
  return [
    entry(`bank.${month}`, dayOf(month, '27'), `Comisiones del banco de ${name}`, [['626', charges]], [['572', charges]]),
    entry(`payroll.${month}`, dayOf(month, '28'), `Nóminas de ${name}`, pay, payable),
  ];
}

/** Invoices for work, drafted by sales: most issued since, some still drafts. */
function services(profile: Profile, calendar: Calendar, chance: Chance): Step[] {
  const work = profile.items.filter((item) => item.cost === undefined && item.unit === 'h');
  const clients = profile.customers.filter((customer) => customer.paymentDays > 0 && customer.creditLimit === undefined);
  return [95, 70, 48, 26, 6, 1].flatMap((age, i): Step[] => {
    const [item, client, hours] = [chance.pick(work), chance.pick(clients), chance.whole(3, 16)];
    const [drafted, issued] = [calendar.ago(age), calendar.ago(age - 1)];
    const key = `work.${i}`;
    const draft: Step = {
      key,
      date: drafted,
      phase: 'offer',
      role: 'sales',
      ask: (answerOf) => ({
        route: '/invoice-drafts',
        body: {
          customerId: answerOf(`customer.${client.name}`).id,
          lines: [
            { itemId: answerOf(`item.${item.code}`).id, quantity: String(hours), dimensions: { centro: 'OFICINA' } },
            { name: 'Desplazamiento', quantity: '1', price: '35', kind: 'service' },
          ],
          notes: `Trabajos de ${monthName(drafted.slice(0, 7))}`,
        },
      }),
    };
    const issue: Step = {
      key: `${key}.issue`,
      date: issued,
      phase: 'bill',
      role: 'accountant',
      numbered: true,
      ask: (answerOf) => ({ route: `/invoice-drafts/${answerOf(key).id}/issue`, body: { date: issued } }),
    };
    return age > 10 ? [draft, issue] : [draft];
  });
}

/** Work that is paid for in part before it begins: an invoice of money in advance, and the final one that takes it off. */
function inAdvance({ customers }: Profile, calendar: Calendar): Step[] {
  const client = customers.find(({ paymentDays, creditLimit }) => paymentDays > 0 && creditLimit === undefined);
  if (!client) return [];
  const draft = (key: string, age: number, body: (answerOf: Recorded) => object): Step => ({
    ...{ key, date: calendar.ago(age), phase: 'offer', role: 'sales' },
    ask: (answerOf) => ({
      route: '/invoice-drafts',
      body: { customerId: answerOf(`customer.${client.name}`).id, ...body(answerOf) },
    }),
  });
  const issue = (of: string, age: number): Step => ({
    ...{ key: `${of}.issue`, date: calendar.ago(age), phase: 'bill', role: 'accountant', numbered: true },
    ask: (answerOf) => ({ route: `/invoice-drafts/${answerOf(of).id}/issue`, body: { date: calendar.ago(age) } }),
  });
  return [
    draft('advance', 44, () => ({ lines: [{ name: 'Anticipo del 30 % del montaje', kind: 'advance', quantity: '1', price: '900' }] })),
    issue('advance', 43),
    draft('assembly', 13, (answerOf) => ({
      lines: [{ name: 'Montaje de la exposición', quantity: '1', price: '3000', dimensions: { centro: 'OFICINA' } }],
      advances: [{ invoiceId: answerOf('advance.issue').id }],
    })),
    issue('assembly', 12),
  ];
}
