import { closing } from '#api/finance/closing.ts';
import { CHECK_IDS } from '#domain/finance/closing/check.ts';
import { closeCheckActions } from '#domain/finance/closing/close-check.ts';
import { MonthCloses, monthCloseActions } from '#domain/finance/closing/month-close.ts';
import { closeCheckView, monthCloseView } from '#domain/finance/closing/wire.ts';
import { required } from '#runtime/reads.ts';
import { actionsOf, listQuery, query, serveModule } from '../../platform/service.ts';
import { readChecks } from './close-store.ts';

const { actions } = closing;

export const listMonthCloses = listQuery(actions.listMonthCloses, MonthCloses, monthCloseView);

export const getMonthClose = query(
  actions.getMonthClose,
  ({ path }) => ({ close: required(MonthCloses, path.closeId, 'path.closeId') }),
  async ({ close, records, caller }) => {
    const checks = await readChecks(records, close.id);
    return {
      ...monthCloseView(close),
      actions: actionsOf(caller, actions, monthCloseActions, close),
      checks: CHECK_IDS.flatMap((id) => {
        const check = checks.get(id);
        return check ? [{ ...closeCheckView(check), actions: actionsOf(caller, actions, closeCheckActions, check) }] : [];
      }),
    };
  },
);

export const handler = serveModule(closing, { listMonthCloses, getMonthClose });
