import { query } from '#runtime/action.ts';
import { readChart } from './account-store.ts';
import { ledger } from './module.ts';

/** Lower case without accents: "amortizacion" finds "Amortización". */
const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase();

export const listAccounts = query(ledger.actions.listAccounts, async ({ query: { q }, records }) => {
  const words = folded(q ?? '')
    .split(/\s+/)
    .filter(Boolean);
  const chart = await readChart(records);
  return { items: chart.filter((a) => words.every((word) => folded(`${a.code} ${a.name} ${a.nameEn}`).includes(word))) };
});
