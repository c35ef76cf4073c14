import { closing } from '#api/finance/closing.ts';
import { CHECK_IDS } from '#domain/finance/closing/check.ts';
import { closeCheckActions } from '#domain/finance/closing/close-check.ts';
import { packKey, packName } from '#domain/finance/closing/close-pack.ts';
import { MonthCloses, monthCloseActions, type StoredMonthClose } from '#domain/finance/closing/month-close.ts';
import { closeCheckView, monthCloseView } from '#domain/finance/closing/wire.ts';
import { styleOf } from '#domain/platform/company/paper.ts';
import { missing } from '#kernel/errors.ts';
import { linkTo } from '#runtime/documents.ts';
import { required } from '#runtime/reads.ts';
import { actionsOf, listQuery, query, serveModule } from '../../platform/service.ts';
import { getCloseSettings } from './close-settings.ts';
import { readChecks } from './close-store.ts';

const { actions } = closing;

export const listMonthCloses = listQuery(actions.listMonthCloses, MonthCloses, monthCloseView, ({ query: { state } }) => ({
  where: state ? (close: StoredMonthClose) => state.includes(close.state) : undefined,
}));

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

export const getClosePack = query(
  actions.getClosePack,
  ({ path }) => ({ close: required(MonthCloses, path.closeId, 'path.closeId') }),
  async ({ close, path, tenant, company, now }) => {
    const run = Number(path.run);
    const pack = close.packs?.find((each) => each.run === run);
    if (!pack)
      throw missing('close_pack.not_found', `The close of ${close.period} has no pack of its run ${run}.`, 'path.run', {
        period: close.period,
      });
    const fileName = packName(close.period, run, styleOf(company.paper).language);
    return { ...pack, files: [...pack.files], fileName, ...(await linkTo('reports', packKey(tenant, close.id, run), fileName, now)) };
  },
);

export const handler = serveModule(closing, { listMonthCloses, getMonthClose, getClosePack, getCloseSettings });
