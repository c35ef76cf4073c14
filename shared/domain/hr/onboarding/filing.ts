import * as z from 'zod/mini';
import type { ContributedMonth } from '#domain/hr/payroll/contributed-month.ts';
import type { EmploymentTerms } from '#domain/hr/payroll/employment-terms.ts';
import { termsOn } from '#domain/hr/payroll/settlement.ts';
import type { PersonalFile } from '#domain/hr/people/personal-file.ts';
import { minorText } from '#kernel/money.ts';
import type { Onboarding } from './onboarding.ts';

/** A field as it is entered there: its name in Spanish, as the office has it. */
export const FilingView = z.object({
  office: z.enum(['TGSS', 'SEPE']),
  what: z.enum(['affiliation', 'contract', 'deregistration', 'company-certificate']),
  fields: z.array(z.object({ name: z.string(), value: z.optional(z.string()) })),
  /** Names of fields that nothing is known of here. */
  missing: z.array(z.string()),
});
export type Filing = z.output<typeof FilingView>;

interface Known {
  readonly company: { readonly name: string; readonly taxId: string };
  readonly onboarding: Onboarding;
  readonly person: { readonly givenName: string; readonly familyName: string };
  readonly file: PersonalFile | undefined;
  readonly pay: EmploymentTerms | undefined;
  /** The account of the TGSS that people of the work place are in; undefined where the company has told none. */
  readonly contributionAccount: string | undefined;
  /** Of whom leaves, for who may see what they earn alone. */
  readonly contributed?: {
    readonly months: readonly ContributedMonth[];
    /** Days of holiday that the settlement pays; undefined before it is accepted. */
    readonly holidayDays: string | undefined;
  };
}
type Fields = readonly (readonly [name: string, value: string | undefined])[];

const filing = (office: Filing['office'], what: Filing['what'], fields: Fields): Filing => ({
  ...{ office, what, fields: fields.map(([name, value]) => ({ name, value })) },
  missing: fields.flatMap(([name, value]) => (value === undefined ? [name] : [])),
});

const CONTRACTS = { indefinite: 'Indefinido', temporary: 'Temporal' } as const;

const OF_CONTRIBUTIONS = 'Cotizaciones de los últimos 180 días';
/** Months, days and bases, latest first; a month that no run has paid stands as missing, and all where the reader may not see pay. */
const contributionFields = (contributed: Known['contributed']): Fields =>
  contributed === undefined
    ? [[OF_CONTRIBUTIONS, undefined]]
    : contributed.months.flatMap(({ month, paid }): Fields => {
        const of = `Cotización de ${month}`;
        if (!paid) return [[of, undefined]];
        return [
          [`${of}: días`, String(paid.days)],
          [`${of}: base de contingencias comunes`, minorText(paid.common)],
          [`${of}: base de AT/EP y desempleo`, minorText(paid.professional)],
        ];
      });

const hoursOf = (terms: ReturnType<typeof termsOn>): string | undefined =>
  terms && (terms.partTimeHours === undefined ? 'Completa' : `Parcial: ${terms.partTimeHours} h al mes`);
/** The letter of an occupation; a code of the CNAE is the company's, not the worker's. */
const occupationOf = (terms: ReturnType<typeof termsOn>): string | undefined =>
  /^[a-h]$/.test(terms?.accident.activity ?? '') ? terms?.accident.activity : undefined;

/**
 * What the offices ask for of somebody who comes or leaves. Codes that only whoever is authorised knows (key of the contract, occupation
 * where nobody told its letter) stand as missing: they are not guessed.
 */
export function filingsOf({ company, onboarding, person, file, pay, contributionAccount, contributed }: Known): readonly Filing[] {
  const { flow, date, contract, position, workplace } = onboarding;
  const terms = pay && termsOn(pay.terms, date);
  const who: Fields = [
    ['Empresa', company.name],
    ['NIF de la empresa', company.taxId],
    ['Código de cuenta de cotización', contributionAccount],
    ['Apellidos y nombre', `${person.familyName}, ${person.givenName}`],
    ['NIF o NIE', file?.taxId],
    ['Número de afiliación (NAF)', file?.socialSecurityNumber],
    ['Fecha de nacimiento', file?.birthDate],
  ];
  if (flow === 'leaving')
    return [
      filing('TGSS', 'deregistration', [...who, ['Fecha real de la baja', date], ['Causa', onboarding.cause]]),
      filing('SEPE', 'company-certificate', [
        ...who,
        ['Fecha de alta', onboarding.since],
        ['Fecha de baja', date],
        ['Causa', onboarding.cause],
        ['Tipo de contrato', terms && CONTRACTS[terms.contract]],
        ['Grupo de cotización', terms?.group],
        ['Jornada', hoursOf(terms)],
        ['Categoría', position],
        ['Vacaciones no disfrutadas (días)', contributed?.holidayDays],
        ...contributionFields(contributed),
      ]),
    ];
  const work: Fields = [
    ['Fecha de inicio', date],
    ['Tipo de contrato', contract && CONTRACTS[contract]],
    ['Clave del contrato', undefined],
    ['Grupo de cotización', terms?.group],
    ['Jornada', hoursOf(terms)],
    ['Puesto', position],
    ['Centro de trabajo', workplace],
    ['Período de prueba (meses)', onboarding.trialMonths === undefined ? '0' : String(onboarding.trialMonths)],
  ];
  return [
    filing('TGSS', 'affiliation', [...who, ...work, ['Ocupación (tipo de AT y EP)', occupationOf(terms)]]),
    filing('SEPE', 'contract', [...who, ['Nacionalidad', file?.nationality], ...work]),
  ];
}

/** Spreadsheets take what begins like a formula for one. */
const cell = (value: string): string => {
  const plain = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[";\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
};
/** As a table that a spreadsheet of this country opens: a byte order mark, semicolons, a row a field. */
export const filingsCsv = (filings: readonly Filing[]): string =>
  `\uFEFF${[
    ['Organismo', 'Trámite', 'Campo', 'Valor'],
    ...filings.flatMap(({ office, what, fields }) => fields.map(({ name, value }) => [office, what, name, value ?? ''])),
  ]
    .map((row) => `${row.map(cell).join(';')}\r\n`)
    .join('')}`;
