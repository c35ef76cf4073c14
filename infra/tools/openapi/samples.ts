import { PARTS, KINDS as RECORDS } from '../../../shared/domain/kinds.ts';
import { isJson, type Json, pascal } from './json.ts';

const TOKEN = '01JDG8ZK5T7QWERTY2MNPQRSTV';
/** Every kind of record, and what has ids inside them, by name; longer names first: a goods receipt is no receipt. */
const KINDS = [...RECORDS, ...PARTS]
  .map((type) => ({ name: type.kind.split('-').map(pascal).join(''), prefix: type.prefix, id: sampleId(type) }))
  .sort((a, b) => b.name.length - a.name.length);

function sampleId({
  prefix,
  letter,
  series,
}: {
  readonly prefix: string;
  readonly letter?: string;
  readonly series?: readonly string[];
}): string {
  if (prefix === 'je') return 'je_inv_F2026-000012';
  return series ? `${prefix}_${letter}2026-000012` : `${prefix}_${TOKEN}`;
}

/** Of the kinds that are called an entry, `entryId` is of the journal's; a run is one of payments, a claim of expenses; an employee is a creditor among the suppliers, a document one that came in. */
const CALLED: Readonly<Record<string, string>> = {
  file: 'BankFile',
  line: 'BankLine',
  entry: 'JournalEntry',
  run: 'PaymentRun',
  claim: 'ExpenseClaim',
  employee: 'Supplier',
  document: 'IntakeDocument',
  table: 'SalaryTable',
};

/** The kind that the name of a schema or of a field is about: `PlaceOrder` and `orderId` an order, `Draft` an invoice draft. */
export function kindNamed(name: string) {
  const [word = name] = /^[A-Za-z][a-z]+/.exec(name) ?? [];
  const [whole, begin] = [pascal(name), CALLED[word] ?? pascal(word)];
  return KINDS.find((kind) => whole.includes(kind.name)) ?? KINDS.find((kind) => kind.name.endsWith(begin));
}

/** What a field of this name holds, where its schema does not say. */
const FIELDS: Readonly<Record<string, string>> = {
  mailSenders: '@envases.example',
  managing: 'L01280796',
  processing: 'L01280796',
  account: '430',
  accounting: 'L01280796',
  action: 'issueDraft',
  by: 'ana@lumbre.example',
  category: 'S',
  channel: 'api',
  city: 'Madrid',
  clientId: '01jdg8zk5t7qwerty2mnpqrstv@clients.trastienda.invalid',
  code: 'TAZA-01',
  company: 'lumbre',
  contentType: 'text/csv; charset=utf-8',
  corrects: 'inv_F2026-000012',
  country: 'ES',
  createdBy: 'ana@lumbre.example',
  customerName: 'Librería Cervantes, S.L.',
  discount: '10',
  email: 'ana@lumbre.example',
  iban: 'ES9121000418450200051332',
  creditorSuffix: '000',
  hours: '8.00',
  weeklyHours: '38.50',
  accent: '#0f5b5c',
  tint: '#e6f0f0',
  kind: 'invoice',
  amount: '5.00',
  issuedBy: 'TB',
  letters: 'TB',
  line: '1',
  name: 'Taza de loza blanca',
  nameEn: 'Trade receivables',
  notes: 'Pedido 4711',
  number: 'F2026-000012',
  path: '/orders',
  party: `cus_${TOKEN}`,
  percent: '21',
  activity: '4719',
  matchPercent: '5',
  bankMatchingScore: '95',
  bankMatchingRate: '4',
  partyIban: 'ES9121000418450200051332',
  takings: '555',
  activeFrom: '2026-11-01',
  period: '2026-11',
  postalCode: '28013',
  price: '7.95',
  rate: '1.0943',
  reason: 'Descuento no aplicado',
  record: 'inv_F2026-000012',
  reference: 'Pedido 4711',
  requestId: 'b1946ac9-2f8e-4bd5-9a4d-6c1a0c1f0e11',
  secret: 'Ts1-…',
  secretSince: '2026-11-24T09:30:00.000Z',
  street: 'Gran Vía 12',
  tax: 'IVA-G',
  taxCode: 'IVA-G',
  taxId: 'B58378431',
  text: 'Factura F2026-000012',
  timeZone: 'Europe/Madrid',
  unit: 'pc',
  updatedBy: 'ana@lumbre.example',
  url: 'https://reports.example/file?signature=…',
  warehouse: 'main',
  with: `rcp_${TOKEN}`,
  year: '2026',
  from: '2026-11-01',
  to: '2026-11-30',
};
/** A sale of 100.00 net at 21 %. */
const AMOUNTS: Readonly<Record<string, string>> = {
  net: '100.00',
  base: '100.00',
  tax: '21.00',
  rounding: '0.00',
  credit: '0.00',
  overdue: '0.00',
};
const QUANTITIES = /^(quantity|shipped|returned|open|onHand|reserved|available)$/;
const DATES = /(^date|Date|^validFrom|On)$/;
const INSTANTS = /(At|^at)$/;
/** Numbers are ones: revision, line, count. */
const NUMBERS: Readonly<Record<string, number>> = {
  paymentDays: 30,
  bytes: 18_234,
  daysOverdue: 0,
  reminders: 0,
  entries: 12,
  lane: 3,
  seq: 412,
  birthYear: 1990,
  adoptedYear: 2020,
};

/** A value that a schema of the document describes, made from the names of its fields. */
export function sampleOf(schema: Json, schemas: Readonly<Record<string, Json>>, owner = '', field = ''): unknown {
  if (typeof schema.$ref === 'string') {
    const name = schema.$ref.slice(schema.$ref.lastIndexOf('/') + 1);
    return sampleOf(schemas[name] ?? {}, schemas, name, field);
  }
  if ('const' in schema) return schema.const;
  if (Array.isArray(schema.enum)) return schema.enum[0];
  if ('default' in schema) return schema.default;
  const choices = schema.anyOf ?? schema.oneOf;
  if (Array.isArray(choices)) return sampleOf(choices[0] as Json, schemas, owner, field);
  if (schema.type === 'array') return [sampleOf(isJson(schema.items) ? schema.items : {}, schemas, owner, field.replace(/(?<=Id)s$/, ''))];
  if (schema.type === 'object') return objectOf(schema, schemas, owner, field);
  if (schema.type === 'boolean') return true;
  if (schema.type === 'integer' || schema.type === 'number') return NUMBERS[field] ?? 1;
  return textOf(owner, field, schema.pattern);
}

/** The id of a kind whose prefix its schema asks for. */
function idByPattern(pattern: unknown): string | undefined {
  const [, prefix] = /^\^([a-z]{2,3})_/.exec(String(pattern)) ?? [];
  return prefix && KINDS.find((kind) => kind.prefix === prefix)?.id;
}

function objectOf(schema: Json, schemas: Readonly<Record<string, Json>>, owner: string, field: string): Json {
  if (/^(Positive|NonNegative|NonZero)?(Money(Sum)?|Amount(View)?)$/.test(owner))
    return { amount: AMOUNTS[field] ?? '121.00', currency: 'EUR' };
  const named = isJson(schema.propertyNames) && Array.isArray(schema.propertyNames.enum) ? schema.propertyNames.enum : [];
  if (named.length > 0)
    return Object.fromEntries(
      named.map((name) => [
        String(name),
        sampleOf(isJson(schema.additionalProperties) ? schema.additionalProperties : {}, schemas, owner, String(name)),
      ]),
    );
  const properties = Object.entries((schema.properties ?? {}) as Record<string, Json>).filter(([name]) => name !== 'nextCursor');
  return Object.fromEntries(properties.map(([name, property]) => [name, sampleOf(property, schemas, owner, name)]));
}

function textOf(owner: string, field: string, pattern: unknown): string {
  const id = idByPattern(pattern);
  if (id) return id;
  if (field === 'id') return kindNamed(owner)?.id ?? `rec_${TOKEN}`;
  if (/[a-z]Id$/.test(field) && !(field in FIELDS)) return kindNamed(field)?.id ?? field;
  if (field === 'code' && !/^(Item|.*Line)/.test(owner)) return owner.startsWith('Account') ? '430' : 'main';
  if (DATES.test(field)) return '2026-11-24';
  if (INSTANTS.test(field)) return '2026-11-24T09:30:00.000Z';
  return FIELDS[field] ?? (QUANTITIES.test(field) ? '2' : field || 'text');
}
