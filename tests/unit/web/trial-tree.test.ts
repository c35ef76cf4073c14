import { expect, it } from 'vitest';
import { chosenRows, trialTree, unfolded } from '../../../web/src/finance/ledger/trial-tree.ts';

const eur = (amount: string) => ({ amount, currency: 'EUR' as const });
const row = (account: string, debit: string, credit: string, closing: string) => ({
  account,
  name: account,
  nameEn: account,
  opening: eur('0.00'),
  debit: eur(debit),
  credit: eur(credit),
  closing: eur(closing),
});
const rows = [
  row('400', '100.00', '300.00', '-200.00'),
  row('4009', '50.00', '80.00', '-30.00'),
  row('430', '500.25', '0.00', '500.25'),
  row('572', '10.00', '10.00', '0.00'),
];
const names: Record<string, string> = { '400': 'Proveedores', '4009': 'Pendientes de recibir', '430': 'Clientes', '572': 'Bancos' };
const nameOf = (code: string) => names[code] ?? '';
const tree = trialTree(rows, nameOf, (group) => `Grupo ${group}`);

it('adds accounts up below their three digits and their group, each side by itself', () => {
  expect(tree.map(({ code }) => code)).toEqual(['4', '5']);
  expect(tree[0]).toMatchObject({ name: 'Grupo 4', debit: 65_025n, credit: 38_000n, closingDebit: 50_025n, closingCredit: 23_000n });
  expect(tree[0]?.children[0]).toMatchObject({ code: '400', account: false, closingDebit: 0n, closingCredit: 23_000n });
  expect(tree[0]?.children[0]?.children.map(({ code, account }) => [code, account])).toEqual([
    ['400', true],
    ['4009', true],
  ]);
  expect(tree[0]?.children[1]).toMatchObject({ code: '430', account: true, children: [] });
});

it('adds up what is beyond 2^53 cents to the cent', () => {
  const [group] = trialTree(
    [row('572', '90071992547409.93', '0.00', '90071992547409.93'), row('570', '0.01', '0.00', '0.01')],
    nameOf,
    () => '',
  );
  expect(group?.closingDebit).toBe(9_007_199_254_740_994n);
});

it('shows what is unfolded', () => {
  expect(unfolded(tree, () => false).map(({ code }) => code)).toEqual(['4', '5']);
  expect(unfolded(tree, ({ depth }) => depth === 0).map(({ code }) => code)).toEqual(['4', '400', '430', '5', '572']);
});

it('finds accounts by code and words, and leaves out those without a balance', () => {
  expect(chosenRows(rows, 'clien', nameOf, false).map(({ account }) => account)).toEqual(['430']);
  expect(chosenRows(rows, '400', nameOf, false).map(({ account }) => account)).toEqual(['400', '4009']);
  expect(chosenRows(rows, '', nameOf, true).map(({ account }) => account)).toEqual(['400', '4009', '430']);
});
