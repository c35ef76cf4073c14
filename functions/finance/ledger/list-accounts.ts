import { query } from '#runtime/action.ts';
import { readChart } from './account-store.ts';
import { ledger } from './module.ts';

export const listAccounts = query(ledger.actions.listAccounts, async ({ query: { q }, records }) => {
  const words = (q ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  const chart = await readChart(records);
  return { items: chart.filter((a) => words.every((word) => `${a.code} ${a.name} ${a.nameEn}`.toLowerCase().includes(word))) };
});
