import { ABBREVIATED } from './es-abbreviated.ts';
import { NORMAL } from './es-normal.ts';
import { PYMES } from './es-pymes.ts';
import type { StatementModel } from './model.ts';

/** The models of annual accounts that a Spanish company may present, by the name of the query. */
export const MODELS = { pymes: PYMES, abbreviated: ABBREVIATED, normal: NORMAL } as const satisfies Readonly<
  Record<string, StatementModel>
>;
export type ModelName = keyof typeof MODELS;
export const MODEL_NAMES = ['pymes', 'abbreviated', 'normal'] as const satisfies readonly ModelName[];
