import { currencies } from '#api/finance/currencies.ts';
import { ExchangeDifferences } from '#domain/finance/currencies/exchange-difference.ts';
import { ExchangeRateDays } from '#domain/finance/currencies/exchange-rate.ts';
import { differenceView, ratesView } from '#domain/finance/currencies/wire.ts';
import { plainQuery } from '#runtime/action.ts';
import { listQuery, serveModule } from '../../platform/service.ts';

const { actions } = currencies;

export const listExchangeRates = listQuery(actions.listExchangeRates, ExchangeRateDays, ratesView);

export const listExchangeDifferences = listQuery(actions.listExchangeDifferences, ExchangeDifferences, differenceView);

export const getExchangeDifference = plainQuery(actions.getExchangeDifference, async ({ path, records }) =>
  differenceView(await records.getOrThrow(ExchangeDifferences, path.differenceId, 'path.differenceId')),
);

export const handler = serveModule(currencies, { listExchangeRates, listExchangeDifferences, getExchangeDifference });
