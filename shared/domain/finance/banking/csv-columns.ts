import * as z from 'zod/mini';
import { isIban } from '#kernel/iban.ts';

/** How banks write days: each part of it by its letters. */
export const CSV_DATE_FORMATS = [
  ...['YYYY-MM-DD', 'YYYY/MM/DD', 'YYYYMMDD', 'DD/MM/YYYY', 'DD-MM-YYYY', 'DD.MM.YYYY', 'DDMMYYYY'],
  ...['DD/MM/YY', 'DD-MM-YY', 'DD.MM.YY', 'MM/DD/YYYY', 'MM/DD/YY'],
] as const;

/** A column by the name in its header, whatever its case and accents, or by its number from 1 on. */
const Column = z.union([z.string().check(z.minLength(1), z.maxLength(80)), z.int().check(z.gte(1), z.lte(200))]);

/** How the CSV of one bank is read: saved with the account. */
export const CsvMapping = z
  .strictObject({
    delimiter: z.enum([',', ';', '\t', '|']),
    decimal: z.enum([',', '.']),
    dateFormat: z.enum(CSV_DATE_FORMATS),
    /** Lines before the header, or before the first movement where there is none. */
    skip: z.int().check(z.gte(0), z.lte(100)),
    /** Whether a line of names stands before the movements. Without it columns go by number alone. */
    header: z.boolean(),
    columns: z.strictObject({
      date: Column,
      valueDate: z.optional(Column),
      /** One column with the sign, or one for what went out and one for what came in. */
      amount: z.optional(Column),
      debit: z.optional(Column),
      credit: z.optional(Column),
      /** Their texts are joined. */
      text: z.array(Column).check(z.minLength(1), z.maxLength(10)),
      partyName: z.optional(Column),
      partyIban: z.optional(Column),
      reference: z.optional(Column),
      bankReference: z.optional(Column),
      code: z.optional(Column),
      currency: z.optional(Column),
      /** Balance after the movement: by it the file is proved. */
      balance: z.optional(Column),
    }),
    /** The file tells neither. */
    account: z.union([
      z.strictObject({ iban: z.string().check(z.refine(isIban, 'must be an IBAN whose control digits are right')) }),
      z.strictObject({ number: z.string().check(z.minLength(1), z.maxLength(40)) }),
    ]),
    currency: z.string().check(z.regex(/^[A-Z]{3}$/, 'must be a currency such as EUR')),
  })
  .check(
    z.refine(
      ({ columns: { amount, debit, credit } }) => (amount === undefined) !== (debit === undefined && credit === undefined),
      'must have one column of signed amounts, or columns of debits and credits',
    ),
    z.refine(
      ({ header, columns }) =>
        header ||
        Object.values(columns)
          .flat()
          .every((column) => typeof column !== 'string'),
      'columns go by number where there is no header',
    ),
  );
export type CsvMapping = z.output<typeof CsvMapping>;
