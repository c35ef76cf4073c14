import { expect } from 'vitest';
import type { Answer } from './call.ts';
import { callsOf, crashAfter, crashBefore, type Fault, withFault } from './faults.ts';
import type { Seller } from './seller.ts';
import { type Ask, type Shop, shopOf } from './shop.ts';
import { snapshotOf } from './snapshot.ts';

/** A company made ready, and the request that is tried in it. */
export interface Trial {
  readonly seller: Seller;
  readonly name: string;
  readonly request: Ask;
}
/** Ids differ from company to company; answers are compared without them. */
const masked = ({ status, body }: Answer): string =>
  JSON.stringify({ status, body }, (key, value) => (/At$|^requestId$|By$/.test(key) ? undefined : value)).replace(
    /[0-9A-HJKMNP-TV-Z]{26}|"[A-Z]-[0-9A-Z]{8}"/g,
    '…',
  );

const send = ({ seller, name, request }: Trial): Promise<Answer> =>
  (shopOf(seller.tenant) as Shop).ask(name, { ...request, key: 'ordeal' });

/** The undisturbed run: its answer, its state, and how many SDK calls it takes. */
async function peace(prepare: () => Promise<Trial>) {
  const trial = await prepare();
  let answer: Answer | undefined;
  const calls = await callsOf(async () => {
    answer = await send(trial);
  });
  return { calls, answer: masked(answer as Answer), state: await snapshotOf(trial.seller.tenant) };
}

async function sameAs(trial: Trial, answer: Answer, wanted: { answer: string; state: string[] }, what: string): Promise<void> {
  expect(masked(answer), what).toBe(wanted.answer);
  expect(await snapshotOf(trial.seller.tenant), what).toEqual(wanted.state);
  expect(await trial.seller.faults(), what).toEqual([]);
}

/**
 * Lets the process die before and after every SDK call of a request, each time in a company of its own, and sends the
 * same request again: answer and state must be those of an undisturbed run.
 */
export async function survivesCrashes(prepare: () => Promise<Trial>): Promise<number> {
  const wanted = await peace(prepare);
  for (let n = 1; n <= wanted.calls; n += 1)
    for (const [when, fault] of [
      ['before', crashBefore],
      ['after', crashAfter],
    ] as const) {
      const trial = await prepare();
      const { result: lost, hit } = await withFault(
        fault,
        (call) => call === n,
        () => send(trial),
      );
      expect([hit, lost.status], `died ${when} call ${n}`).toEqual([true, 500]);
      await sameAs(trial, await send(trial), wanted, `died ${when} call ${n} of ${wanted.calls}`);
    }
  return wanted.calls;
}

/** Disturbs every write of a request once, each time in a company of its own; the request carries on by itself. */
export async function survivesEach(fault: Fault, prepare: () => Promise<Trial>): Promise<number> {
  const wanted = await peace(prepare);
  let writes = 0;
  for (let n = 1; ; n += 1) {
    const trial = await prepare();
    let seen = 0;
    const { result, hit } = await withFault(
      fault,
      (_, name) => {
        if (/^(Put|Delete|TransactWrite)/.test(name)) seen += 1;
        else return false;
        return seen === n;
      },
      () => send(trial),
    );
    if (!hit) break;
    writes += 1;
    await sameAs(trial, result, wanted, `write ${n}`);
  }
  return writes;
}
