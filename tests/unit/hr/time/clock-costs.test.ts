import type { PutItemCommandInput, TransactWriteItemsCommandInput } from '@aws-sdk/client-dynamodb';
import { beforeEach, describe, expect, it } from 'vitest';
import { handler as people } from '../../../../functions/hr/people/commands.ts';
import { handler as commands } from '../../../../functions/hr/time/commands.ts';
import { handler as queries } from '../../../../functions/hr/time/queries.ts';
import { type Item, itemSize, writeUnits } from '../../../../infra/tools/bench/units.ts';
import { dynamo } from '../../../../shared/runtime/dynamo.ts';
import { type Call, call, newTenant } from '../../../support/call.ts';
import { newCompany } from '../../../support/company.ts';
import { useMemoryTable } from '../../../support/memory-table.ts';

useMemoryTable({ lists: true, openWork: true });
interface Calls {
  readonly TransactItems?: TransactWriteItemsCommandInput['TransactItems'];
  readonly Item?: PutItemCommandInput['Item'];
}
let inputs: Calls[] = [];
dynamo.middlewareStack.add(
  (next) => (args) => {
    inputs.push(args.input as Calls);
    return next(args);
  },
  { step: 'initialize', priority: 'high', name: 'look-at-clock' },
);

/** Write units since the last look: of the table, and of an index for each item that stands in one. */
function spent(): number {
  const together = inputs.flatMap(({ TransactItems = [] }) => TransactItems.map(({ Put }) => [Put?.Item, true] as const));
  const alone = inputs.flatMap(({ Item }) => (Item ? [[Item, false] as const] : []));
  inputs = [];
  return [...together, ...alone].reduce((sum, [item = {}, twice]) => {
    const indexes = ['lpk', 'opk'].filter((key) => key in item).length;
    return sum + writeUnits(0, itemSize(item as Item), twice) + indexes;
  }, 0);
}

let tenant = '';
let employeeId = '';
const ask = (handler: typeof commands, route: string, template: string, more: Partial<Call>) =>
  call(handler as never, route, template, { tenant, roles: ['employee'], email: `noa@${tenant}.example`, ...more });
const clockIn = (at: string, more: Partial<Call> = {}, kind = 'in') =>
  ask(commands, 'POST /time/entries', 'POST /time/entries', { body: { employeeId, kind, at }, ...more });
const minutesAgo = (minutes: number): string => new Date(Date.now() - minutes * 60_000).toISOString();

beforeEach(async () => {
  tenant = newTenant();
  await newCompany(tenant);
  const body = { givenName: 'Noa', familyName: 'Prieto', email: `noa@${tenant}.example`, startDate: '2024-01-01', position: 'Almacén' };
  const hr = { tenant, roles: ['hr'], email: `hr@${tenant}.example`, body };
  employeeId = (await call(people as never, 'POST /people/employees', 'POST /people/employees', hr)).body.id;
  await clockIn(minutesAgo(1));
  inputs = [];
});

describe('clocking in', () => {
  it('costs one write unit, and nothing where the same comes again by whatever key', async () => {
    const at = minutesAgo(3);
    const first = await clockIn(at, { key: 'first' });
    expect([first.status, spent()]).toEqual([201, 1]);
    const again = await clockIn(at, { key: 'first' });
    const other = await clockIn(at, { key: 'another' });
    expect([again.body.id, other.body.id, spent()]).toEqual([first.body.id, first.body.id, 0]);
  });

  it('keeps its own time, says when it arrived, and stands in the register once', async () => {
    const told = [minutesAgo(300), minutesAgo(60)] as const;
    // The end comes before the beginning, and twice.
    for (const [at, kind] of [
      [told[1], 'out'],
      [told[0], 'in'],
      [told[1], 'out'],
    ] as const)
      expect((await clockIn(at, {}, kind)).body).toMatchObject({ at: `${at.slice(0, 19)}Z`, late: true, source: 'person' });
    const month = told[1].slice(0, 7);
    const path = `/time/employees/${employeeId}/register`;
    const { body } = await ask(queries, `GET ${path}`, 'GET /time/employees/{employeeId}/register', { query: { month } });
    const entries = body.entries.filter(({ late }: { late: boolean }) => late);
    expect(entries.length).toBeLessThanOrEqual(2);
    expect(entries.at(-1)).toMatchObject({ kind: 'out', late: true, by: `noa@${tenant}.example` });
  });
});
