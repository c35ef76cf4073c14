import type { Endpoints } from './outputs.ts';

/** What a person who has just started the product needs: addresses, logins, and a first request to copy. */
export function welcome({ apiUrl, consoleUrl, users }: Endpoints, elapsed: string): string {
  const rows = users.map(({ email, password, company, roles }) => [email, password, company, roles.join(', ')]);
  const first = users[0];
  return [
    '',
    `Ready in ${elapsed}.`,
    '',
    ...(consoleUrl ? [`Console  ${consoleUrl}${first ? `   sign in as ${first.email} with ${first.password}` : ''}`] : []),
    `API      ${apiUrl}`,
    `Docs     ${apiUrl}/docs`,
    '',
    ...table(['Login', 'Password', 'Company', 'Role'], rows),
    '',
    'A first request, in another terminal:',
    `  API=${apiUrl}`,
    `  TOKEN=$(npm run -s token -- ${first?.email ?? '<email>'})`,
    '  curl -s "$API/orders" -H "Authorization: Bearer $TOKEN"',
    '',
    'Ctrl-C stops everything and keeps the data, which is also saved every two minutes.',
  ].join('\n');
}

/** Columns as wide as their longest cell. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const all = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...all.map((row) => (row[column] ?? '').length)));
  return all.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
