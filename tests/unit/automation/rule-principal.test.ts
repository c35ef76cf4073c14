import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { doorsOf } from '../../../functions/automation/rules/report-doors.ts';
import { access, forgetAccess } from '../../../functions/platform/access.ts';
import { DOORS, EFFECTS } from '../../../shared/api/rule-effects.ts';
import { EFFECT_NAMES, type Effect, type EffectName, needsOf } from '../../../shared/domain/automation/rules/effect.ts';
import { REPORTS, type ReportName } from '../../../shared/domain/automation/rules/report.ts';
import { addressOfRule } from '../../../shared/domain/automation/rules/rule-address.ts';
import { BUNDLES, FOR_RULES, isForLooking, type Permission, ROLES, type Role } from '../../../shared/kernel/permission.ts';
import { type Caller, innerIdentity, isAllowed } from '../../../shared/runtime/caller.ts';
import type { Records } from '../../../shared/runtime/records.ts';
import { thrownBy } from '../../support/thrown.ts';

const TENANT = 'demo';
const RULE = 'rul_01JDG8ZK5T7QWERTY2MNPQRSTV';
const OTHER = 'rul_01JDG8ZK5T7QWERTY2MNPQRSTX';
const RUN = 'rrn_01JDG8ZK5T7QWERTY2MNPQRSTV';
const [ANA, LUIS] = ['ana@demo.example', 'luis@demo.example'];

interface World {
  /** Roles of who switched the rule on and of who undoes its run; undefined of whom the company has let go. */
  readonly ana: readonly Role[] | undefined;
  readonly luis: readonly Role[] | undefined;
  readonly effects: readonly EffectName[];
  readonly state: 'running' | 'done' | 'undoing' | 'undone';
  readonly ruleOfRun: string;
  readonly named: boolean;
}

/** An effect by its name; of reports one that is of the books. */
const effectOf = (name: EffectName, report: ReportName = 'trial-balance') => ({ do: name, report }) as Effect;

/** What a rule's function is let do, in a company as it is at that moment. */
async function callerIn({ ana, luis, effects, state, ruleOfRun, named }: World): Promise<Caller | string> {
  forgetAccess(TENANT);
  const member = (email: string, roles: readonly Role[] | undefined) => ({
    ...{ id: `mem_${email}`, email, roles: roles ?? [], state: roles ? 'active' : 'removed', history: [] },
  });
  const rule = { id: RULE, state: 'active', enabledBy: ANA, history: [] };
  const run = {
    ...{ id: RUN, ruleId: ruleOfRun, state, effects: effects.map((effect) => ({ effect: effectOf(effect), state: 'done' })) },
    history: [{ action: 'evaluateRules', by: 'workflow' }, ...(state === 'undoing' ? [{ action: 'undoRun', by: LUIS }] : [])],
  };
  const known = (id: string, kind: string) => (kind === 'automation-rule' ? rule : kind === 'rule-run' && id === RUN ? run : undefined);
  const people = new Map([
    [ANA, member(ANA, ana)],
    [LUIS, member(LUIS, luis)],
  ]);
  const ids = new Map([...people.keys()].map((email) => [access.refs({ ...WHO, email })[0]?.id, people.get(email)]));
  const getTogether = async (refs: readonly { type: { kind: string }; id: string }[]) =>
    refs.map(({ type, id }) => ids.get(id) ?? known(id, type.kind));
  const records = { tenant: TENANT, getTogether, getMany: async () => [], get: async () => undefined } as unknown as Records;
  const identity = innerIdentity({ tenant: TENANT, email: addressOfRule(RULE), ...(named ? { run: RUN } : {}) });
  const found = await getTogether(access.refs(identity) as never);
  return access.decide(identity, records, found as never).catch(({ code }: { code: string }) => code);
}
const WHO = { tenant: TENANT, companies: [TENANT], sub: '', founds: false };

const roles = fc.option(fc.uniqueArray(fc.constantFrom(...ROLES), { maxLength: 3 }), { nil: undefined, freq: 5 });
const world: fc.Arbitrary<World> = fc.record({
  ...{ ana: roles, luis: roles, effects: fc.uniqueArray(fc.constantFrom(...EFFECT_NAMES), { maxLength: 4 }) },
  state: fc.constantFrom('running', 'done', 'undoing', 'undone'),
  ruleOfRun: fc.constantFrom(RULE, RULE, RULE, OTHER),
  named: fc.boolean(),
});

describe('what a rule may do', () => {
  it('is never more than who answers for it may, nor than the run under way needs', async () => {
    await fc.assert(
      fc.asyncProperty(world, async (given) => {
        const caller = await callerIn(given);
        const held = given.named && given.state === 'undoing' ? given.luis : given.ana;
        const isUnderWay = !given.named || (given.ruleOfRun === RULE && ['running', 'undoing'].includes(given.state));
        if (held === undefined || !isUnderWay) {
          expect(caller).toBe('member.no_access');
          return;
        }
        const may = new Set(held.flatMap((role) => BUNDLES[role]));
        const needed = new Set(given.named ? given.effects.flatMap((effect) => needsOf(effectOf(effect))) : []);
        const wanted = [...may].filter((one) => FOR_RULES.has(one) && (isForLooking(one) || needed.has(one)));
        expect([...(caller as Caller).grants.keys()].sort()).toEqual(wanted.sort());
      }),
      { numRuns: 500 },
    );
  });

  it('posts nothing for a rule that tags, though its owner keeps the books', async () => {
    const given = { ana: ['accountant'], luis: undefined, state: 'running', ruleOfRun: RULE, named: true } as const;
    const posting = (caller: Caller | string) => typeof caller !== 'string' && isAllowed(caller, 'books.post');
    expect(posting(await callerIn({ ...given, effects: ['tag', 'mail', 'report'] }))).toBe(false);
    expect(posting(await callerIn({ ...given, effects: ['tag', 'ignoreBankLine'] }))).toBe(true);
  });

  it('is what the doors of its effects, and those by which they are undone, ask for', () => {
    const needs = (door: keyof typeof DOORS): Permission[] => {
      const { permission } = DOORS[door].spec;
      return permission === 'member' || permission === 'public' ? [] : [permission];
    };
    for (const effect of EFFECT_NAMES.filter((name) => name !== 'report')) {
      const { door } = EFFECTS[effect];
      expect([effect, ...needsOf(effectOf(effect))]).toEqual([effect, ...(door ? needs(door) : [])]);
    }
    for (const report of REPORTS) {
      const asked = new Set(doorsOf(report).flatMap(needs));
      expect([report, ...needsOf(effectOf('report', report))]).toEqual([report, ...[...asked].filter((one) => !isForLooking(one))]);
    }
    expect([needs('reopenDocument'), needs('reopenBankLine'), needs('deleteNote')]).toEqual([['documents.write'], ['books.post'], []]);
  });

  it('is nothing by a token, whatever address it names', () => {
    expect(thrownBy(() => access.refs({ ...WHO, email: ANA, inner: true }))[0]).toBe('member.no_access');
  });
});
