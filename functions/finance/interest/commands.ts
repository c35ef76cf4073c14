import { interest } from '#api/finance/interest.ts';
import { LateRates, lateRateId } from '#domain/finance/interest/late-rate.ts';
import { create, update } from '#kernel/record.ts';
import { upserts } from '#runtime/action.ts';
import { command, serveModule } from '../../platform/service.ts';

export const putLateRate = command(
  interest.actions.putLateRate,
  upserts(LateRates, ({ path }) => lateRateId(path.semester)),
  ({ path: { semester }, body, caller, today }, before) => {
    const rate = { semester, ...body, by: caller.email, on: today };
    return [before ? update(LateRates, before, { ...before, ...rate }) : create(LateRates, lateRateId(semester), rate)];
  },
  ({ semester, percent, source, by, on }) => ({ semester, percent, source, by, on }),
);

export const handler = serveModule(interest, { putLateRate });
