import * as z from 'zod/mini';
import type { EmploymentTerms } from '#domain/hr/payroll/employment-terms.ts';
import { termsOn } from '#domain/hr/payroll/settlement.ts';
import type { PersonalFile } from '#domain/hr/people/personal-file.ts';
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
}
type Fields = readonly (readonly [name: string, value: string | undefined])[];

const filing = (office: Filing['office'], what: Filing['what'], fields: Fields): Filing => ({
  ...{ office, what, fields: fields.map(([name, value]) => ({ name, value })) },
  missing: fields.flatMap(([name, value]) => (value === undefined ? [name] : [])),
});

const CONTRACTS = { indefinite: 'Indefinido', temporary: 'Temporal' } as const;

/**
 * What the offices ask for of somebody who comes or leaves. Codes that only whoever is authorised knows (account of contribution, key of
 * the contract, occupation) stand as missing: they are not guessed.
 */
export function filingsOf({ company, onboarding, person, file, pay }: Known): readonly Filing[] {
  const { flow, date, contract, position, workplace } = onboarding;
  const terms = pay && termsOn(pay.terms, date);
  const who: Fields = [
    ['Empresa', company.name],
    ['NIF de la empresa', company.taxId],
    ['Código de cuenta de cotización', undefined],
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
      ]),
    ];
  const work: Fields = [
    ['Fecha de inicio', date],
    ['Tipo de contrato', contract && CONTRACTS[contract]],
    ['Clave del contrato', undefined],
    ['Grupo de cotización', terms?.group],
    ['Jornada', terms && (terms.partTimeHours === undefined ? 'Completa' : `Parcial: ${terms.partTimeHours} h al mes`)],
    ['Puesto', position],
    ['Centro de trabajo', workplace],
    ['Período de prueba (meses)', onboarding.trialMonths === undefined ? '0' : String(onboarding.trialMonths)],
  ];
  return [
    filing('TGSS', 'affiliation', [...who, ...work, ['Ocupación (tipo de AT y EP)', undefined]]),
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
