import type * as z from 'zod/mini';
import type { Policies } from '../../../shared/domain/platform/company/policies.ts';
import { isSpanishTaxId } from '../../../shared/kernel/tax-id-es.ts';
import { Chance } from './chance.ts';

/** An item of the catalogue, and what it costs to buy. Prices net of tax, in euros as decimal text. */
export interface SeedItem {
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly price: string;
  /** Absent: a service. */
  readonly cost?: number;
  readonly taxCode: string;
  /** Hardly ever on hand: what is ordered of it waits. */
  readonly scarce: boolean;
}

export interface SeedCustomer {
  readonly name: string;
  readonly taxId: string;
  readonly email: string;
  readonly paymentDays: number;
  readonly creditLimit?: { readonly amount: string; readonly currency: 'EUR' };
  readonly address: {
    readonly street: string;
    readonly postalCode: string;
    readonly city: string;
    readonly province: string;
    readonly country: 'ES';
  };
}

/** How an order went; how many orders go each way is a company's deck. */
export const STORIES = [
  'settled',
  'counter',
  'open',
  'overdue',
  'partPaid',
  'overpaid',
  'bounced',
  'split',
  'partShipped',
  'placed',
  'backOrdered',
  'quote',
  'accepted',
  'cancelled',
  'paidThenCancelled',
  'credited',
  'returned',
] as const;
export type Story = (typeof STORIES)[number];

/** All that makes one demo company differ from the other. */
export interface Profile {
  readonly tenant: string;
  readonly settings: {
    readonly name: string;
    readonly taxId: string;
    readonly email: string;
    readonly timeZone: string;
    readonly address: SeedCustomer['address'];
    readonly iban: string;
    readonly policies: z.input<typeof Policies>;
  };
  /** It can take in the files of a shop that come with the product, years ago; the other has closed its first year instead. */
  readonly importsShop: boolean;
  readonly items: readonly SeedItem[];
  readonly customers: readonly SeedCustomer[];
  /** The second warehouse. */
  readonly warehouse: { readonly code: string; readonly name: string };
  readonly ownAccount: { readonly code: string; readonly name: string };
  readonly deck: Partial<Readonly<Record<Story, number>>>;
  /** Lines of an order and pieces of a line: from, to. */
  readonly units: { readonly lines: readonly [number, number]; readonly quantity: readonly [number, number] };
  readonly supplier: string;
  /** Cents without tax: a bill above the limit of its policies. */
  readonly largeBill: number;
  /** Who is paid for outside work: a professional, from whom income tax is withheld, or not. */
  readonly activity: 'professional' | 'business';
  /** Cents: paid in at the start; rent and gross pay of a month. */
  readonly capital: number;
  readonly rent: number;
  readonly payroll: number;
  /** Who of the demo's people its runs pay, by their places. */
  readonly paid: readonly number[];
}

const rows = (text: string): string[][] =>
  text
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()));

/** Lines of `code | name | unit | price | cost (-: a service) | tax code | scarce?`. */
export const itemsFrom = (text: string): SeedItem[] =>
  rows(text).map(([code = '', name = '', unit = 'pc', price = '', cost = '-', taxCode = '', scarce]) => ({
    code,
    name,
    unit,
    price,
    taxCode,
    scarce: scarce === 'scarce',
    ...(cost === '-' ? {} : { cost: Number(cost) }),
  }));

/** Lines of `name | kind of tax id (P: a person; =ID: this one) | street | postal code | city | province | payment days | credit limit (-: none)`. */
export const customersFrom = (text: string): SeedCustomer[] =>
  rows(text).map(([name = '', kind = 'P', street = '', postalCode = '', city = '', province = '', days = '0', limit = '-']) => ({
    name,
    taxId: kind.startsWith('=') ? kind.slice(1) : taxId(kind, name),
    email: `${mailbox(name)}@${kind === 'P' ? 'correo' : 'empresa'}.example`,
    paymentDays: Number(days),
    ...(limit === '-' ? {} : { creditLimit: { amount: `${limit}.00`, currency: 'EUR' as const } }),
    address: { street, postalCode, city, province, country: 'ES' as const },
  }));

/** `Panadería Artesana Trigal, S.L.` → `panaderia.artesana.trigal` */
const mailbox = (name: string): string =>
  name
    .replace(/,.*$/, '')
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '.')
    .replaceAll(/^\.|\.$/g, '');

/** A tax id with the right control character, made up from the name. */
function taxId(kind: string, name: string): string {
  const chance = new Chance(name);
  const body = kind === 'P' ? String(chance.whole(10_000_000, 79_999_999)) : `${kind}${chance.whole(1_000_000, 9_999_999)}`;
  const found = [...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'].map((control) => body + control).find(isSpanishTaxId);
  if (!found) throw new Error(`no tax id begins with ${body}`);
  return found;
}
