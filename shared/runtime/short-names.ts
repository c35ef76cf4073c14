/**
 * Names that stored documents repeat, by the short form that the table holds. DynamoDB counts names as it counts values, and
 * a document that is a few bytes over a kilobyte costs twice as much with every step of its story. Short forms have one or
 * two letters. Only ever add to this list: what is stored already is read by it. A name that is not in here is stored as it is.
 * `data`, `entry` and `seq` stay: the filter of the stream's events names them.
 */
const SHORT = {
  account: 'a',
  allocations: 'z',
  amount: 'm',
  applied: 'ap',
  address: 'Z',
  base: 'B',
  channel: 'ch',
  city: 'Y',
  closedOn: 'cl',
  code: 'c',
  cost: 'C',
  country: 'y',
  customer: 'U',
  customerId: 'K',
  customerName: 'J',
  date: 'D',
  dimensions: 'dm',
  discount: 'u',
  dueDate: 'f',
  email: 'v',
  gross: 'g',
  invoiceId: 'H',
  invoiceIds: 'F',
  invoiceOn: 'io',
  itemId: 'i',
  kind: 'k',
  lane: 'A',
  lines: 'l',
  method: 'W',
  name: 'd',
  net: 'e',
  no: 'n',
  notes: 'nt',
  number: 'Q',
  onHand: 'oh',
  open: 'h',
  operationDate: 'od',
  orderId: 'j',
  orderLine: 'L',
  party: 'p',
  paymentDays: 'pd',
  percent: 'r',
  period: 'E',
  postalCode: 'O',
  price: 'P',
  pricesIncludeTax: 'X',
  quantity: 'q',
  quoted: 'qd',
  reference: 'rf',
  reserved: 'rs',
  returned: 'R',
  returnedCost: 'rc',
  returnedNet: 'rn',
  returnIds: 'ri',
  rounding: 'rg',
  shipmentId: 'G',
  shipments: 'sm',
  shipped: 's',
  shortage: 'sh',
  state: 'st',
  street: 'S',
  tax: 'T',
  taxCode: 't',
  taxes: 'b',
  taxId: 'V',
  text: 'x',
  totals: 'o',
  value: 'va',
  warehouse: 'wh',
  with: 'w',
} as const satisfies Readonly<Record<string, string>>;

const SHORTEN: ReadonlyMap<string, string> = new Map(Object.entries(SHORT));
const LENGTHEN: ReadonlyMap<string, string> = new Map(Object.entries(SHORT).map(([name, short]) => [short, name]));

/** Before a name that could be taken for a short form: people name dimensions as they like. */
const ESCAPE = '~';

const shortOf = (name: string): string => SHORTEN.get(name) ?? (name.length <= 2 || name.startsWith(ESCAPE) ? `${ESCAPE}${name}` : name);
const longOf = (name: string): string => (name.startsWith(ESCAPE) ? name.slice(1) : (LENGTHEN.get(name) ?? name));

function renamed(value: unknown, rename: (name: string) => string): unknown {
  if (Array.isArray(value)) return value.map((element) => renamed(element, rename));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, element]) => [rename(name), renamed(element, rename)]));
}

/** A document's data as the table holds it: plain objects, lists, texts, numbers, true, false and null. */
export const shorten = (data: unknown): unknown => renamed(data, shortOf);
/** What {@link shorten} made, as it was; data that was stored with its names in full is read as well. */
export const lengthen = (stored: unknown): unknown => renamed(stored, longOf);
