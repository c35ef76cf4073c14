import type { PaperFacts, PaperFlag } from '#domain/finance/events.ts';
import type { DocumentFields, DocumentFlag } from './intake-document.ts';
import { BELIEVED, type ReadField } from './read-field.ts';
import type { ReadInvoice } from './read-invoice.ts';

/** How sure the supplier is that the first tax id of a page names, when it is the only one that is not ours; and when there are more. */
const ONLY_ID = 0.97;
const FIRST_ID = 0.6;
/** A name with a legal form, without a tax id. */
const NAME_ALONE = 0.6;

/** What was read from pages, as a document keeps it. */
export function fieldsOfPages({ parties, address, taxes, isCreditNote, ...read }: ReadInvoice): DocumentFields {
  const [id, ...otherIds] = parties.taxIds;
  const [name] = parties.names;
  const [iban] = parties.ibans;
  return {
    ...(id ? { supplierTaxId: placed({ value: id.value, confidence: otherIds.length === 0 ? ONLY_ID : FIRST_ID, place: id.place }) } : {}),
    ...(name ? { supplierName: placed({ value: name.value, confidence: NAME_ALONE, place: name.place }) } : {}),
    ...(address ? { supplierAddress: placed(address) } : {}),
    ...(iban ? { iban: placed({ value: iban.value, confidence: 0.99, place: iban.place }) } : {}),
    ...Object.fromEntries(
      (['number', 'date', 'dueDate', 'currency', 'withholding', 'total'] as const).flatMap((field) => {
        const value = read[field];
        return value ? [[field, placed(value as ReadField<unknown>)]] : [];
      }),
    ),
    taxes: taxes.map(placed),
    ...(isCreditNote ? { isCreditNote: true as const } : {}),
    ...(parties.hasOurTaxId ? { namesUs: true as const } : {}),
  };
}

/** What an electronic invoice says: nothing of it is a guess. */
export function fieldsOfFacts(facts: PaperFacts): DocumentFields {
  const sure = <T>(value: T) => ({ value, confidence: 1 });
  const optional = <K extends string, T>(name: K, value: T | undefined) =>
    (value === undefined ? {} : { [name]: sure(value) }) as { [N in K]?: { value: T; confidence: number } };
  return {
    ...optional('supplierTaxId', facts.taxIds[0]),
    ...optional('supplierName', facts.name),
    ...optional('supplierAddress', facts.address),
    ...optional('iban', facts.ibans[0]),
    ...optional('number', facts.reference),
    ...optional('date', facts.date),
    ...optional('dueDate', facts.dueDate),
    ...(facts.instalments ? { instalments: facts.instalments } : {}),
    ...optional('currency', facts.currency),
    taxes: facts.taxes.map(sure),
    ...optional('withholding', facts.withholding),
    ...optional('rounding', facts.rounding),
    ...optional('total', facts.total),
    ...(facts.isCreditNote ? { isCreditNote: true as const } : {}),
  };
}

/** Places in whole points: a record holds them for years. */
function placed<T>({ value, confidence, place }: ReadField<T>) {
  const rounded = place && {
    page: place.page,
    x: Math.round(place.x),
    y: Math.round(place.y),
    width: Math.round(place.width),
    height: Math.round(place.height),
  };
  return { value, confidence: Math.round(confidence * 100) / 100, ...(rounded ? { place: rounded } : {}) };
}

/** What a bill can be made of. */
export const factsOf = (fields: DocumentFields): PaperFacts => ({
  taxIds: fields.supplierTaxId ? [fields.supplierTaxId.value] : [],
  name: fields.supplierName?.value,
  address: fields.supplierAddress?.value,
  ibans: fields.iban ? [fields.iban.value] : [],
  reference: fields.number?.value,
  date: fields.date?.value,
  dueDate: fields.dueDate?.value,
  instalments: fields.instalments,
  currency: fields.currency?.value,
  taxes: fields.taxes.map(({ value }) => value),
  withholding: fields.withholding?.value,
  rounding: fields.rounding?.value,
  total: fields.total?.value,
  isCreditNote: fields.isCreditNote ?? false,
  namesUs: fields.namesUs,
});

/** What a document says, where what was read of its amounts needs no second look; undefined where a person reads the page. */
export const believedFacts = (fields: DocumentFields | undefined): PaperFacts | undefined =>
  fields?.taxes.every(({ confidence }) => confidence >= BELIEVED) ? factsOf(fields) : undefined;

/** The six fields that a bill cannot be without (the tax of a rate goes with its base). */
const NEEDED = ['number', 'date', 'total'] as const;

/** What has to be looked at of a receipt: its day and what was paid; whose it is and its number may be missing. */
export const receiptFlags = (fields: DocumentFields): DocumentFlag[] =>
  (['date', 'total'] as const).flatMap((field) => doubtOf(field, fields[field]));

function doubtOf(field: string, read: { readonly confidence: number } | undefined): DocumentFlag[] {
  if (!read) return [{ code: 'field_missing', field }];
  return read.confidence < BELIEVED ? [{ code: 'field_doubtful', field, params: { confidence: Math.round(read.confidence * 100) } }] : [];
}

/** What has to be looked at: fields that are not there or not believed, then what the books say. */
export function documentFlags(fields: DocumentFields, told: readonly PaperFlag[]): DocumentFlag[] {
  const flags: DocumentFlag[] = [];
  const look = (field: string, read: { readonly confidence: number } | undefined) => flags.push(...doubtOf(field, read));
  look('supplier', fields.supplierTaxId);
  for (const field of NEEDED) look(field, fields[field]);
  if (fields.taxes.length === 0) flags.push({ code: 'field_missing', field: 'taxes' });
  else look('taxes', fields.taxes.toSorted((a, b) => a.confidence - b.confidence)[0]);
  if (fields.currency) look('currency', fields.currency);
  const unknown = told.some(({ code }) => code === 'supplier_unknown');
  return [...flags.filter(({ field, code }) => !(unknown && field === 'supplier' && code === 'field_missing')), ...told];
}
