import type { ContributionKind } from './contribution.ts';
import type { Earning } from './month-pay.ts';

/** What lines of pay are called on paper, in Spanish: the language of the receipt of wages (Orden ESS/2098/2014). */
export const EARNING_WORDS_ES: Readonly<Record<Earning['kind'], string>> = {
  salary: 'Salario base',
  'extra-pay': 'Gratificación extraordinaria',
  'sick-pay': 'Prestación por incapacidad temporal',
  bonus: 'Incentivo',
  commission: 'Comisión',
  overtime: 'Horas extraordinarias',
  'overtime-force-majeure': 'Horas extraordinarias por fuerza mayor',
  'in-kind': 'Salario en especie',
  allowance: 'Indemnización o suplido',
  'sick-improvement': 'Mejora de la incapacidad temporal',
};

/** Earnings that are no wages (section 2 of the receipt). */
export const NOT_WAGES: ReadonlySet<Earning['kind']> = new Set(['sick-pay', 'allowance', 'sick-improvement']);

export const CONTRIBUTION_WORDS_ES: Readonly<Record<ContributionKind, string>> = {
  common: 'Contingencias comunes',
  equity: 'Mecanismo de equidad intergeneracional',
  unemployment: 'Desempleo',
  training: 'Formación profesional',
  'wage-guarantee': 'Fondo de garantía salarial',
  accident: 'Accidentes de trabajo y enfermedades profesionales',
  overtime: 'Horas extraordinarias',
  'overtime-force-majeure': 'Horas extraordinarias por fuerza mayor',
  solidarity: 'Cotización adicional de solidaridad',
  'short-contract': 'Contrato de menos de 30 días',
};
