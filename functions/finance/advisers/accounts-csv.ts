import { AdviserAccountRow, MAX_ADVISER_ACCOUNTS } from '#domain/finance/advisers/adviser.ts';
import { invalid } from '#kernel/errors.ts';
import { normalise } from '#kernel/text.ts';

const NAMES = { account: ['cuenta', 'account'], subaccount: ['subcuenta', 'subaccount'] } as const;

/**
 * The rows of a table of accounts, from the text of a file: separated by semicolons, tabs or commas.
 * @throws DomainError `adviser.accounts` (400), naming the row.
 */
export function rowsOfCsv(csv: string) {
  const lines = csv
    .replace(/^\ufeff/, '')
    .split(/\r\n?|\n/)
    .filter((line) => line.trim() !== '');
  const separator = [';', '\t', ','].find((sign) => lines[0]?.includes(sign)) ?? ';';
  const cells = (line: string) => line.split(separator).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'));
  const heads = cells(lines[0] ?? '').map((head) => normalise(head));
  const at = (column: keyof typeof NAMES) => heads.findIndex((head) => (NAMES[column] as readonly string[]).includes(head));
  if (at('account') < 0 || at('subaccount') < 0)
    throw invalid('adviser.accounts', 'The first line has to name cuenta and subcuenta.', 'body.csv', { why: 'columns' });
  if (lines.length - 1 > MAX_ADVISER_ACCOUNTS)
    throw invalid('adviser.accounts', `The file has ${lines.length - 1} rows; the most is ${MAX_ADVISER_ACCOUNTS}.`, 'body.csv', {
      limit: MAX_ADVISER_ACCOUNTS,
      why: 'rows',
    });
  return lines.slice(1).map((line, i) => {
    const row = cells(line);
    const read = AdviserAccountRow.safeParse({ account: row[at('account')], subaccount: row[at('subaccount')] });
    if (!read.success)
      throw invalid('adviser.accounts', `Line ${i + 2} is no account with a subaccount of digits.`, 'body.csv', { row: i + 2, why: 'row' });
    return read.data;
  });
}
