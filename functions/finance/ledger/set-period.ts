import { Gates, gateId } from '#domain/finance/ledger/gate.ts';
import { missing, refused } from '#kernel/errors.ts';
import { update } from '#kernel/record.ts';
import { command } from '#runtime/action.ts';
import { ledger } from './module.ts';
import { gatesOf } from './period-store.ts';

export const setPeriod = command(ledger.actions.setPeriod, {
  evidence: ({ path }) => ({ type: Gates, id: gateId(path.period, 0), how: 'on' as const }),
  answer: async (gate, { records, path }) => {
    const gates = await records.getMany(Gates, gatesOf(path.period));
    return { period: gate.period, state: gate.state, entries: gates.reduce((sum, g) => sum + (g?.seq ?? 0), 0) };
  },
  // All lanes in one transaction: a posting under way either comes before the lock or meets it.
  run: async ({ path, body, records }, first) => {
    if (first.state === body.state) return first;
    if (first.state === 'locked')
      throw refused('period.locked', `The period ${path.period} is locked for good.`, 'path.period', { period: path.period });
    const gates = await records.getMany(Gates, gatesOf(path.period));
    const changes = gates.map((gate) => {
      if (!gate)
        throw missing('gate.not_found', `There is no period ${path.period}. Open its fiscal year first.`, 'path.period', {
          period: path.period,
        });
      return update(Gates, gate, { ...gate, state: body.state });
    });
    return (await records.commit<typeof first>(changes))[0];
  },
});
