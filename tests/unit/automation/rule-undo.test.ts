import { SESv2Client } from '@aws-sdk/client-sesv2';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { mailTo } from '../../../functions/automation/rules/member-mail.ts';
import { requireUndoAllowed, shownRun } from '../../../functions/automation/rules/rule-permission.ts';
import { takeBack } from '../../../functions/automation/rules/take-back.ts';
import { givenUp, type StoredRuleRun } from '../../../shared/domain/automation/rules/rule-run.ts';
import type { Caller } from '../../../shared/runtime/caller.ts';
import type { Records } from '../../../shared/runtime/records.ts';
import { openDoors } from '../../support/doors.ts';
import { thrownBy } from '../../support/thrown.ts';

const IGNORED = { effect: { do: 'ignoreBankLine', text: 'Comisión' }, state: 'done' } as const;
const run = {
  ...{ id: 'rrn_1', rev: 1, history: [{ rev: 1, at: '2026-12-01T10:00:00Z', by: 'x', request: 'r', action: 'a' }] },
  ...{ ruleId: 'rul_1', ruleName: 'R', version: 1, trigger: 'bank.line', subject: 'bkl_1', date: '2026-12-01', at: '2026-12-01T10:00:00Z' },
  ...{ state: 'undoing', values: { text: 'NÓMINA ANA' }, effects: [IGNORED], amount: 0, chain: [] },
} as unknown as StoredRuleRun;
const callerWith = (...permissions: string[]) => ({ grants: new Map(permissions.map((one) => [one, 'all'])) }) as unknown as Caller;

afterEach(() => {
  vi.restoreAllMocks();
  delete process.env.MAIL_FROM;
});

describe('taking back', () => {
  it('asks of whoever does it what the reversal asks', () => {
    expect(thrownBy(() => requireUndoAllowed(callerWith('automation.write'), run))[0]).toBe('rule.not_allowed');
    requireUndoAllowed(callerWith('automation.write', 'books.post'), run);
  });

  it('leaves alone what somebody has dealt with since, and knows its own earlier try', async () => {
    const keptAfter = async (...requests: string[]) => {
      const line = { history: requests.map((request) => ({ request })) };
      let effects: unknown;
      const get = async (_: unknown, id: string) => (id === 'bkl_1' ? line : run);
      const commit = async ([{ data }]: { data: StoredRuleRun }[] & [{ data: StoredRuleRun }]) => {
        effects = data.effects;
      };
      const { seen } = openDoors();
      await takeBack({ tenant: 'demo', get, commit } as unknown as Records, run);
      expect(seen).toEqual([]);
      return effects;
    };
    expect(await keptAfter('import', 'rrn_1.0', 'of-a-person')).toMatchObject([{ state: 'kept', code: 'run.touched' }]);
    expect(await keptAfter('import', 'rrn_1.0', 'rrn_1.0.undo', 'of-a-person')).toMatchObject([{ state: 'undone' }]);
  });

  it('says of what was given up that nobody knows, and may be tried again', () => {
    expect(givenUp(run)).toMatchObject({ state: 'failed', effects: [{ state: 'done', code: 'run.cut_off' }] });
    const begun = { ...run, state: 'running', effects: [IGNORED, { ...IGNORED, state: 'planned' }] } as StoredRuleRun;
    expect(givenUp(begun).effects.map(({ state }) => state)).toEqual(['done', 'failed']);
  });
});

it('shows what a trigger said to those alone who see what it tells of', () => {
  expect(shownRun(callerWith('automation.read'), run).values).toEqual([]);
  expect(shownRun(callerWith('automation.read', 'books.read'), run).values).toEqual([{ field: 'text', type: 'text', value: 'NÓMINA ANA' }]);
});

describe('a mail to many', () => {
  const records = {
    getOrThrow: async () => ({ email: 'c@demo.example' }),
    getMany: async () => [],
    get: async () => undefined,
  } as unknown as Records;
  const send = (...answers: (string | undefined)[]) => {
    process.env.MAIL_FROM = 'no-reply@demo.example';
    const spy = vi.spyOn(SESv2Client.prototype, 'send');
    for (const name of answers)
      spy.mockImplementationOnce((async () => {
        if (name) throw Object.assign(new Error(name), { name });
        return {};
      }) as never);
    return mailTo(records, [], () => ({ subject: 's', text: 't' }), ['a@x.example', 'b@x.example']);
  };

  it('goes on after an address that is refused for good', async () => {
    expect(await send('MessageRejected', undefined)).toEqual(['a@x.example']);
  });

  it('is tried again where nobody has it, and never where somebody does', async () => {
    await expect(send('TooManyRequestsException')).rejects.toThrow('TooManyRequestsException');
    expect(await send(undefined, 'TooManyRequestsException')).toEqual(['b@x.example']);
  });
});
