import { SESv2Client } from '@aws-sdk/client-sesv2';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { mailTo } from '../../../functions/automation/rules/member-mail.ts';
import { requireUndoAllowed, shownRun } from '../../../functions/automation/rules/rule-permission.ts';
import { takeBack } from '../../../functions/automation/rules/take-back.ts';
import { givenUp, type RunMail, type StoredRuleRun } from '../../../shared/domain/automation/rules/rule-run.ts';
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
  const hidden = shownRun(callerWith('automation.read'), { ...run, amount: 200_000 });
  expect([hidden.values, 'amount' in hidden]).toEqual([[], false]);
  expect(shownRun(callerWith('automation.read', 'books.read'), { ...run, amount: 200_000 }).amount).toBe(200_000);
  expect(shownRun(callerWith('automation.read', 'books.read'), run).values).toEqual([{ field: 'text', type: 'text', value: 'NÓMINA ANA' }]);
});

describe('a mail to many', () => {
  const recipient = { state: 'confirmed', domain: 'api.demo.example', secret: 's'.repeat(43) };
  const recordsWith = (more: object) =>
    ({
      tenant: 'demo',
      getOrThrow: async () => ({ email: 'c@demo.example' }),
      getMany: async ({ kind }: { kind: string }, ids: string[]) =>
        kind === 'mail-recipient' ? ids.map((id) => ({ id, ...recipient, ...more })) : [],
      get: async () => undefined,
    }) as unknown as Records;
  const [a, b] = ['a@x.example', 'b@x.example'];
  /** What becomes of two mails: of each what SES answers, an error by its name. */
  const post = async (
    answers: readonly (string | undefined)[],
    earlier: readonly RunMail[] = [],
    isUnderWay = () => true,
    records = recordsWith({}),
  ) => {
    process.env.MAIL_FROM = 'no-reply@demo.example';
    const spy = vi.spyOn(SESv2Client.prototype, 'send').mockClear();
    for (const name of answers)
      spy.mockImplementationOnce((async () => {
        if (name) throw Object.assign(new Error(name), { name });
        return { MessageId: 'ses-1' };
      }) as never);
    const kept: (readonly RunMail[])[] = [];
    const keep = async (mails: readonly RunMail[]) => {
      kept.push(mails);
      return isUnderWay();
    };
    const posting = { run: 'rrn_x', memberIds: [], addresses: [a, b], write: () => ({ subject: 's', text: 't' }), earlier };
    const mails = await mailTo(records, posting, keep).catch(({ message }: Error) => message);
    return { mails, kept, sent: spy.mock.calls.length, calls: spy.mock.calls };
  };
  const states = (mails: unknown) => (mails as readonly RunMail[]).map(({ state }) => state);

  it('is kept before each leaves, and goes on after an address that is refused for good', async () => {
    const { mails, kept } = await post(['MessageRejected', undefined]);
    expect(mails).toEqual([
      { to: a, state: 'refused' },
      { to: b, state: 'sent', id: 'ses-1' },
    ]);
    expect(kept.map(states)).toEqual([['sending'], ['refused', 'sending']]);
  });

  it('goes another time to those whom SES did not take it for just now, and to nobody else', async () => {
    const { mails, kept } = await post([undefined, 'TooManyRequestsException']);
    expect(mails).toBe('SES takes no mail just now');
    const last = kept.at(-1) ?? [];
    expect(states(last)).toEqual(['sent']);
    expect(await post([undefined], last)).toMatchObject({ mails: [{ to: a }, { to: b, state: 'sent' }], sent: 1 });
  });

  it('says of one that was cut off that it may have been sent, and sends it no second time', async () => {
    expect(await post([undefined], [{ to: a, state: 'sending' }])).toMatchObject({
      mails: [
        { to: a, state: 'unknown' },
        { to: b, state: 'sent' },
      ],
      sent: 1,
    });
    expect(states((await post(['TimeoutError', undefined])).mails)).toEqual(['unknown', 'sent']);
  });

  it('goes to nobody outside of the company who has not confirmed it, or wants no more', async () => {
    for (const state of ['asked', 'stopped'])
      expect(await post([], [], undefined, recordsWith({ state }))).toMatchObject({
        mails: [{ state: 'unconfirmed' }, { state: 'unconfirmed' }],
        sent: 0,
      });
  });

  it('leaves with the link and the headers by which whoever gets it gets no more (RFC 8058)', async () => {
    const { calls } = await post([undefined, undefined]);
    const [[command]] = calls as unknown as [[{ input: { Content: { Simple: Record<string, unknown> } } }]];
    const { Simple } = command.input.Content;
    const [unsubscribe, oneClick] = Simple.Headers as { Name: string; Value: string }[];
    expect(unsubscribe?.Value).toMatch(/^<https:\/\/api\.demo\.example\/mail-consents\/demo\.[0-9A-Z]{26}\.s{43}>$/);
    expect([unsubscribe?.Name, oneClick]).toEqual([
      'List-Unsubscribe',
      { Name: 'List-Unsubscribe-Post', Value: 'List-Unsubscribe=One-Click' },
    ]);
    expect(JSON.stringify(Simple.Body)).toContain(unsubscribe?.Value.slice(1, -1));
  });

  it('sends nothing once its run is not under way any more', async () => {
    expect(await post([], [], () => false)).toMatchObject({ mails: undefined, sent: 0 });
  });
});
