import { execFileSync, spawnSync } from 'node:child_process';

/** Whether hledger is on the PATH. Tests that need it are skipped, and say so in their title, where it is not. */
export const hasHledger = spawnSync('hledger', ['--version']).status === 0;

const env = { ...process.env, LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8' };

/** Runs hledger over a journal's text; its output. @throws Error with hledger's own complaint. */
export const hledger = (journal: string, ...args: readonly string[]): string =>
  execFileSync('hledger', ['-f', '-', ...args], {
    input: journal,
    env,
    encoding: 'utf8',
    maxBuffer: 200_000_000,
    stdio: ['pipe', 'pipe', 'pipe'],
  });

/** Balances in cents of euros by account code, as hledger adds them up: amounts in other currencies at what they cost. Zero balances are left out. */
export function hledgerBalances(journal: string): Map<string, number> {
  const rows = hledger(journal, 'balance', '-B', '--flat', '--no-total', '-O', 'csv').trim().split('\n').slice(1);
  return new Map(
    rows.map((row) => {
      const [, account = '', amount = ''] = /^"(.*)","(.*)"$/.exec(row) ?? [];
      return [account.split(' ')[0] ?? '', Math.round(Number(amount.replace(' EUR', '')) * 100)];
    }),
  );
}
