import { describe, expect, it } from 'vitest';
import { equityChangesFor, equityColumns } from '#domain/finance/statements/equity-changes.ts';
import { MODEL_NAMES, MODELS } from '#domain/finance/statements/models.ts';
import { trialOf, YEAR } from '../../../support/statement-year.ts';

const before = (rows: typeof YEAR) => rows.map((row) => ({ ...row, debit: 0, credit: 0, closing: row.opening }));
const changes = (rows: typeof YEAR, name: (typeof MODEL_NAMES)[number] = 'pymes') =>
  equityChangesFor(MODELS[name], { opening: before(rows), range: rows, closing: rows });

/** Euros by row and column, zeros left out. */
const figures = (rows: typeof YEAR, name?: (typeof MODEL_NAMES)[number]) =>
  Object.fromEntries(
    changes(rows, name).lines.flatMap(({ id, amounts }) => {
      const shown = equityColumns(MODELS[name ?? 'pymes']).flatMap((column, i) =>
        amounts[i] === 0 ? [] : [[column.id, Number(amounts[i]) / 100]],
      );
      return shown.length > 0 ? [[id, Object.fromEntries(shown)]] : [];
    }),
  );

describe('changes in equity of a small company, by hand', () => {
  it.each(MODEL_NAMES)('are what its equity began with, what moved, and what the balance sheet has, by the model %s', (name) => {
    expect(changes(YEAR, name)).toMatchObject({ balanced: true, unassigned: [] });
    expect(figures(YEAR, name)).toEqual({
      O: { 21110: 10_000, 21700: 1000, total: 11_000 },
      I: { 21700: 3560, 23000: 300, total: 3860 },
      II: { 21110: 1000, 21700: -300, total: 700 },
      II1: { 21110: 1000, total: 1000 },
      II4: { 21700: -300, total: -300 },
      III: { 21300: 700, 21700: -700 },
      F: { 21110: 11_000, 21300: 700, 21700: 3560, 23000: 300, total: 15_560 },
    });
  });

  it('take a dividend beyond the result from reserves, and an interim one from its own column', () => {
    expect(
      figures(trialOf({ 113: [-900, 500, 0], 129: [-200, 200, 0], 526: [0, 0, 700], 557: [0, 50, 0], 572: [1100, 0, 50] })),
    ).toMatchObject({
      II4: { 21300: -500, 21700: -200, 21800: -50, total: -750 },
      F: { 21300: 400, 21800: -50, total: 350 },
    });
  });

  it('carry results of years that were not closed among those of previous years', () => {
    expect(figures(trialOf({ 572: [100, 40, 0], 700: [-100, 0, 40] }))).toEqual({
      O: { 21500: 100, total: 100 },
      I: { 21700: 40, total: 40 },
      F: { 21500: 100, 21700: 40, total: 140 },
    });
  });

  it('name an account of equity that the model has no line for', () => {
    expect(changes(trialOf({ 111: [0, 0, 5], 572: [0, 5, 0] }))).toMatchObject({ balanced: false, unassigned: [{ account: '111' }] });
    expect(changes(trialOf({ 111: [0, 0, 5], 572: [0, 5, 0] }), 'normal')).toMatchObject({ balanced: true, unassigned: [] });
  });

  it('have columns by the names of the balance sheet', () => {
    expect(equityColumns(MODELS.pymes).map(({ label }) => label)).toEqual([
      'Capital escriturado',
      '(Capital no exigido)',
      'Prima de emisión',
      'Reservas',
      '(Acciones y participaciones en patrimonio propias)',
      'Resultados de ejercicios anteriores',
      'Otras aportaciones de socios',
      'Resultado del ejercicio',
      '(Dividendo a cuenta)',
      'Ajustes en patrimonio neto',
      'Subvenciones, donaciones y legados recibidos',
      'Total',
    ]);
  });
});
