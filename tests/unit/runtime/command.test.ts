import { beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import type { ActionSpec } from '../../../shared/kernel/action.ts';
import { canonical } from '../../../shared/kernel/canonical.ts';
import { refused } from '../../../shared/kernel/errors.ts';
import { create, recordType, type Stored, update } from '../../../shared/kernel/record.ts';
import { type Context, creates, on, type Target, upserts } from '../../../shared/runtime/action.ts';
import { unknownCaller } from '../../../shared/runtime/caller.ts';
import { type Admission, runCommand } from '../../../shared/runtime/command.ts';
import { fingerprint, idFrom, token } from '../../../shared/runtime/fingerprint.ts';
import type { Reads } from '../../../shared/runtime/reads.ts';
import { Records } from '../../../shared/runtime/records.ts';
import { useMemoryTable } from '../../support/memory-table.ts';

const table = useMemoryTable();
beforeEach(() => table.clear());

interface Till {
  readonly cents: number;
}
const Tills = recordType<Till>({
  kind: 'till',
  prefix: 'til',
  data: z.object({ cents: z.number() }),
  history: 'all',
  screen: { none: 'It is of this test.' },
  read: 'nobody',
});
type Spec = ActionSpec & { body: z.ZodMiniObject<{ cents: z.ZodMiniNumber }>; path: z.ZodMiniObject<{ till: z.ZodMiniString }> };
type TillTarget = Target<Spec, Till, unknown, Reads>;

const CALLER = unknownCaller({ tenant: 'lumbre', companies: ['lumbre'], email: 'ana@lumbre.example', sub: 'u', founds: false });
const admits: Admission = { refs: [], admit: async () => CALLER };

interface Deposit {
  readonly cents?: number;
  /** Empty: the request bears none. */
  readonly key?: string;
  readonly till?: string;
  readonly request?: string;
  readonly dryRun?: boolean;
}

let requests = 0;
/** A request as `contextOf` tells it to an action. */
function request({ cents = 5, key = 'k', till = 'til_1', request: id, dryRun = false }: Deposit): Context<Spec> {
  requests += 1;
  const now = new Date(Date.UTC(2026, 2, 10, 9, 0, requests));
  const stamp = {
    by: CALLER.email,
    request: id ?? `r${requests}`,
    action: 'pay',
    at: now,
    dryRun,
    ...(key ? { key: token('pay', key).slice(0, 16), digest: fingerprint(['pay', { till }, { cents }]) } : {}),
  };
  return {
    path: { till },
    query: undefined,
    body: { cents },
    caller: CALLER,
    tenant: 'lumbre',
    records: new Records('lumbre', stamp),
    now,
    dryRun,
    request: stamp.request,
    newId: (prefix: string, part = '') => idFrom(prefix, 'lumbre', 'pay', canonical({ till }), key, part),
  } as Context<Spec>;
}

interface Told {
  readonly id: string;
  readonly cents: number;
}
let runs = 0;
/** Puts money into a till, or makes one with it. */
const payInto = (target: TillTarget) => ({
  kind: 'command' as const,
  target,
  reads: {},
  extend: (context: Context<Spec>) => context,
  run: ({ body, newId, path }: Context<Spec>, till: Stored<Till> | undefined) => {
    runs += 1;
    if (body.cents > 100) throw refused('till.full', 'No more than a euro.', 'body.cents');
    if (till) return [update(Tills, till, { cents: till.cents + body.cents })] as const;
    return [create(Tills, target.mode === 'create' && !target.storesRequest ? newId('til') : path.till, { cents: body.cents })] as const;
  },
  view: ({ id, cents }: Stored<Till>): Told => ({ id, cents }),
});
const send = (target: TillTarget, deposit: Deposit = {}, admission = admits) => runCommand(payInto(target), request(deposit), admission);
const code = (work: Promise<unknown>) =>
  work.then(
    () => 'passes',
    (error: { code?: string; name?: string }) => error.code ?? error.name,
  );

const pay: TillTarget = on(Tills, (path) => path.till);
const make: TillTarget = creates(Tills, 'til');
const makeNamed: TillTarget = creates(Tills, ({ path }) => path.till);
const put: TillTarget = upserts(Tills, ({ path }) => path.till);

beforeEach(async () => {
  runs = 0;
  await send(put, { cents: 10, key: '' });
  runs = 0;
});

describe('a request with a key', () => {
  it('is carried out once: its repeat is answered from the record as it stands by then', async () => {
    expect(await send(pay, { cents: 5 })).toEqual({ value: { id: 'til_1', cents: 15 }, replayed: false });
    await send(pay, { cents: 7, key: 'other' });
    const writes = table.writes();
    expect(await send(pay, { cents: 5 })).toEqual({ value: { id: 'til_1', cents: 22 }, replayed: true });
    expect([runs, table.writes()]).toEqual([2, writes]);
  });

  it('is refused where the key came with another body, whatever came of the first', async () => {
    await send(pay, { cents: 5 });
    expect(await code(send(pay, { cents: 6 }))).toBe('idempotency.key_reused');
    expect(await code(send(pay, { cents: 500 }))).toBe('idempotency.key_reused');
    expect(runs).toBe(1);
  });

  it('may come again with another body where nothing had been done', async () => {
    expect(await code(send(pay, { cents: 500 }))).toBe('till.full');
    expect(await code(send(pay, { cents: 5 }))).toBe('passes');
  });

  it('says nothing to another till: a key belongs to what it acts on', async () => {
    await send(put, { till: 'til_2', cents: 1, key: '' });
    await send(pay, { till: 'til_1' });
    expect(await send(pay, { till: 'til_2' })).toMatchObject({ value: { id: 'til_2', cents: 6 }, replayed: false });
  });

  it('makes one record, and none other with another body', async () => {
    const first = await send(make, { cents: 3 });
    expect(await send(make, { cents: 3 })).toEqual({ ...first, replayed: true });
    expect(await code(send(make, { cents: 4 }))).toBe('idempotency.key_reused');
    expect((await send(make, { cents: 4, key: 'other' })).value).not.toEqual(first.value);
  });

  it('makes a record of a natural id once, and another key does not make it again', async () => {
    await send(makeNamed, { till: 'til_9' });
    expect(await send(makeNamed, { till: 'til_9' })).toMatchObject({ replayed: true });
    expect(await code(send(makeNamed, { till: 'til_9', key: 'other' }))).toBe('AlreadyThere');
  });

  it('without one is carried out each time', async () => {
    await send(put, { cents: 5, key: '' });
    expect(await send(put, { cents: 5, key: '' })).toEqual({ value: { id: 'til_1', cents: 20 }, replayed: false });
  });

  it('on a dry run shows what would be, and writes nothing', async () => {
    const writes = table.writes();
    expect(await send(pay, { cents: 5, dryRun: true })).toEqual({ value: { id: 'til_1', cents: 15 }, replayed: false });
    expect(table.writes()).toBe(writes);
    expect(await send(pay, { cents: 5 })).toMatchObject({ value: { cents: 15 }, replayed: false });
  });
});

describe('what a command acts on', () => {
  it('must be there, and what it makes must not', async () => {
    expect(await code(send(pay, { till: 'til_7' }))).toBe('till.not_found');
    expect(await code(send(makeNamed, { till: 'til_1' }))).toBe('AlreadyThere');
    expect(runs).toBe(0);
  });

  it('is read and decided on again where somebody was quicker', async () => {
    let rivals = 1;
    const rival: Admission = {
      refs: [],
      admit: async () => {
        if (rivals-- > 0) await send(pay, { cents: 50, key: 'rival' });
        return CALLER;
      },
    };
    expect(await send(pay, { cents: 5 }, rival)).toEqual({ value: { id: 'til_1', cents: 65 }, replayed: false });
  });

  it('is no ground for a refusal that was decided on what has changed since', async () => {
    let rivals = 1;
    const late = {
      ...payInto(pay),
      run: async (context: Context<Spec>, till: Stored<Till>) => {
        if (rivals-- > 0) {
          await send(pay, { cents: 50, key: 'rival' });
          throw refused('till.poor', 'It holds too little.');
        }
        return [update(Tills, till, { cents: till.cents + context.body.cents })] as const;
      },
    };
    expect(await runCommand(late, request({ cents: 5 }), admits)).toMatchObject({ value: { cents: 65 } });
  });
});

describe('a request for a record of a natural id', () => {
  /** The till is named by the body too, as a member is by their address: its id does not come of the key. */
  const byBody: TillTarget = { ...makeNamed, id: ({ body }) => `til_${body.cents}` };
  const keyed = (cents: number, key = 'k') =>
    runCommand(
      { ...payInto(byBody), run: ({ body }: Context<Spec>) => [create(Tills, `til_${body.cents}`, body)] as const },
      request({ cents, key }),
      admits,
    );

  it('keeps its key from another record', async () => {
    expect(await keyed(21)).toMatchObject({ value: { id: 'til_21' }, replayed: false });
    expect(await code(keyed(22))).toBe('idempotency.key_reused');
    expect(await keyed(21)).toMatchObject({ replayed: true });
    expect(await keyed(22, 'other')).toMatchObject({ value: { id: 'til_22' } });
  });
});

describe('two like requests at once', () => {
  it('make one record: the slower is answered by what the quicker made', async () => {
    let rivals = 1;
    const late = {
      ...payInto(make),
      run: async ({ body, newId }: Context<Spec>) => {
        if (rivals-- > 0) await send(make, { cents: 3 });
        return [create(Tills, newId('til'), { cents: body.cents })] as const;
      },
    };
    const answer = await runCommand(late, request({ cents: 3 }), admits);
    expect(answer).toMatchObject({ value: { cents: 3 }, replayed: true });
  });

  it('are not confused with another record that stands in the way', async () => {
    const clash = { ...payInto(make), run: () => [create(Tills, 'til_1', { cents: 1 })] as const };
    expect(await code(runCommand(clash, request({ cents: 3 }), admits))).toBe('AlreadyThere');
  });

  it('of a rule that refuses on what has not changed, the refusal stands', async () => {
    expect(await code(send(pay, { cents: 500 }))).toBe('till.full');
    expect(await code(send(make, { cents: 500 }))).toBe('till.full');
    expect(runs).toBe(2);
  });
});

describe('a step that is not finished', () => {
  it('is taken up by its repeat, as the request that began it', async () => {
    const seen: string[] = [];
    const long = {
      ...payInto(pay),
      extend: (context: Context<Spec>) => {
        seen.push(context.request);
        return context;
      },
      unfinished: ({ cents }: Stored<Till>) => cents < 20,
    };
    await runCommand(long, request({ cents: 5, request: 'first' }), admits);
    seen.length = 0;
    expect(await runCommand(long, request({ cents: 5, request: 'second' }), admits)).toEqual({
      value: { id: 'til_1', cents: 20 },
      replayed: false,
    });
    expect(seen[0]).toBe('first');
    expect(await runCommand(long, request({ cents: 5, request: 'third' }), admits)).toEqual({
      value: { id: 'til_1', cents: 20 },
      replayed: true,
    });
  });
});

it('what a command asks for beside its subject is read with it, and nothing of who asks is mixed in', async () => {
  await send(put, { till: 'til_2', cents: 8, key: '' });
  let found: unknown;
  const reading = {
    ...payInto({ ...pay, reads: () => ({ other: { type: Tills as never, ids: ['til_2'], take: ([one]: readonly unknown[]) => one } }) }),
    extend: (context: Context<Spec>, read: { readonly records: readonly unknown[] }) => {
      found = read.records;
      return context;
    },
  };
  const admission: Admission = { refs: [{ type: Tills as never, id: 'til_1' }], admit: async () => CALLER };
  await runCommand(reading, request({ cents: 1 }), admission);
  expect(found).toMatchObject([{ id: 'til_2', cents: 8 }]);
});

describe('who may not', () => {
  const refuses: Admission = {
    refs: [],
    admit: async () => {
      throw refused('role.not_allowed', 'No.');
    },
  };

  it('learns nothing but that: not whether it is there, nor whether it was done', async () => {
    await send(pay, { cents: 5 });
    for (const deposit of [{ cents: 5 }, { cents: 6 }, { till: 'til_7' }])
      expect(await code(send(pay, deposit, refuses))).toBe('role.not_allowed');
    expect(await code(send(makeNamed, { till: 'til_1' }, refuses))).toBe('role.not_allowed');
    expect(runs).toBe(1);
  });

  it('learns neither that what they name could not be named', async () => {
    const wrong: TillTarget = {
      ...pay,
      id: () => {
        throw refused('till.unknown', 'There is none.');
      },
    };
    expect([await code(send(wrong)), await code(send(wrong, {}, refuses))]).toEqual(['till.unknown', 'role.not_allowed']);
  });
});
