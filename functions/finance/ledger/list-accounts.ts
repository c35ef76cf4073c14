import { folded, wordsOf } from '#kernel/text.ts';
import { query } from '#runtime/action.ts';
import { readChart } from './account-store.ts';
import { ledger } from './module.ts';

export const listAccounts = query(ledger.actions.listAccounts, async ({ query: { q }, records }) => {
  const words = wordsOf(q ?? '');
  const chart = await readChart(records);
  return { items: chart.filter((a) => words.every((word) => folded(`${a.code} ${a.name} ${a.nameEn}`).includes(word))) };
});
