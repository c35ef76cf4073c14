import * as z from 'zod/mini';

/** A unit as people write it; its code of a norm follows from it where there is one. */
export const ItemUnit = z.string().check(z.regex(/^[A-Za-z0-9]{1,6}$/, 'must be a unit such as pc, kg, h'));

/** The unit of what is counted in pieces (UN/ECE Recommendation 20). */
export const PIECES = 'C62';

/** Codes of UN/ECE Recommendation 20 (of packages, Recommendation 21 with X before it), with what people call them, of any case. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  [PIECES]: ['pc', 'pcs', 'pz', 'pza', 'u', 'ud', 'uds', 'un', 'unit', 'st'],
  HUR: ['h', 'hr', 'hrs', 'hora', 'horas', 'hour', 'hours'],
  MIN: ['min'],
  SEC: ['s', 'sec', 'seg'],
  DAY: ['d', 'day', 'days', 'dia', 'dias', 'jor'],
  WEE: ['week', 'sem'],
  MON: ['mes', 'meses', 'month'],
  ANN: ['a', 'ano', 'anos', 'year'],
  KGM: ['kg', 'kgs', 'kilo', 'kilos'],
  GRM: ['g', 'gr', 'gramo'],
  MGM: ['mg'],
  TNE: ['t', 'tn', 'ton'],
  LTR: ['l', 'lt', 'litro', 'liter'],
  CLT: ['cl'],
  MLT: ['ml'],
  HLT: ['hl'],
  MTR: ['m', 'mt', 'metro', 'meter'],
  CMT: ['cm'],
  MMT: ['mm'],
  KMT: ['km', 'kms'],
  MTK: ['m2'],
  MTQ: ['m3'],
  KWH: ['kwh'],
  WTT: ['w'],
  DZN: ['dz', 'doc', 'docena', 'dozen'],
  PR: ['par', 'pares', 'pair'],
  SET: ['set', 'juego'],
  XBX: ['box', 'caja', 'cajas'],
  XPK: ['pack', 'paq', 'pk'],
  XBG: ['bag', 'bolsa', 'saco'],
  XBO: ['bot', 'botella', 'bottle'],
  XRO: ['rollo', 'roll'],
};
const CODES: ReadonlyMap<string, string> = new Map(
  Object.entries(NAMES).flatMap(([code, names]) => [code, ...names].map((name) => [name.toLowerCase(), code] as const)),
);

/** What both sides have agreed on between them: a unit that has no code. */
export const OWN_UNIT = 'ZZ';

/** The code of a unit as items have it (BT-130). Without one they are pieces. */
export const unitCode = (unit: string | undefined): string => (unit === undefined ? PIECES : (CODES.get(unit.toLowerCase()) ?? OWN_UNIT));

/** The unit of an item as a line keeps it: of pieces nothing. */
export const keptUnit = (unit: string | undefined): { readonly unit?: string } =>
  unit === undefined || unitCode(unit) === PIECES ? {} : { unit };
