import { expect } from 'vitest';
import type { Answer } from './call.ts';
import { crashAfter, crashBefore, type Fault, isWrite, withFault } from './faults.ts';
import type { Seller } from './seller.ts';
import { type Ask, type Shop, shopOf } from './shop.ts';
import { snapshotOf } from './snapshot.ts';

/** A company made ready, and the request that is tried in it. */
export interface Trial {
  readonly seller: Seller;
  readonly name: string;
  readonly request: Ask;
}
/** What is compared of a company. */
type Look = (tenant: string) => Promise<string[]>;
/** Ids differ from company to company; answers are compared without them. */
const masked = ({ status, body }: Answer): string =>
  JSON.stringify({ status, body }, (key, value) => (/At$|^requestId$|By$/.test(key) ? undefined : value)).replace(
    /[0-9A-HJKMNP-TV-Z]{26}|"[A-Z]-[0-9A-Z]{8}"/g,
    '…',
  );

const send = ({ seller, name, request }: Trial): Promise<Answer> =>
  (shopOf(seller.tenant) as Shop).ask(name, { ...request, key: 'ordeal' });

/** The undisturbed run: its answer, its state, and the SDK calls it takes. */
async function peace(prepare: () => Promise<Trial>, look: Look = snapshotOf) {
  const trial = await prepare();
  const names: string[] = [];
  const { result } = await withFault(
    undefined,
    (_, name) => names.push(name) < 0,
    () => send(trial),
  );
  return { names, answer: masked(result), state: await look(trial.seller.tenant) };
}

async function sameAs(
  trial: Trial,
  answer: Answer,
  wanted: { answer: string; state: string[] },
  what: string,
  look: Look = snapshotOf,
): Promise<void> {
  expect(masked(answer), what).toBe(wanted.answer);
  expect(await look(trial.seller.tenant), what).toEqual(wanted.state);
  expect(await trial.seller.faults(), what).toEqual([]);
}

/**
 * Lets the process die before every SDK call of a request and after every one that writes, each time in a company of its
 * own, and sends the same request again: answer and state must be those of an undisturbed run.
 */
export async function survivesCrashes(prepare: () => Promise<Trial>, look: Look = snapshotOf): Promise<number> {
  const wanted = await peace(prepare, look);
  const deaths = wanted.names.flatMap((name, i) => [
    ['before', crashBefore, i + 1] as const,
    ...(isWrite(name) ? [['after', crashAfter, i + 1] as const] : []),
  ]);
  for (const [when, fault, n] of deaths) {
    const trial = await prepare();
    const { result: lost, hit } = await withFault(
      fault,
      (call) => call === n,
      () => send(trial),
    );
    expect([hit, lost.status], `died ${when} call ${n}`).toEqual([true, 500]);
    await sameAs(trial, await send(trial), wanted, `died ${when} call ${n} of ${wanted.names.length}`, look);
  }
  return wanted.names.length;
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
