import { currencies } from '#api/finance/currencies.ts';
import { ExchangeDifferences } from '#domain/finance/currencies/exchange-difference.ts';
import { ExchangeRateDays } from '#domain/finance/currencies/exchange-rate.ts';
import { differenceView, ratesView } from '#domain/finance/currencies/wire.ts';
import { plainQuery } from '#runtime/action.ts';
import { listDated } from '#runtime/dated-list.ts';
import { query, serveModule } from '../../platform/service.ts';

const { actions } = currencies;

export const listExchangeRates = query(actions.listExchangeRates, async ({ query: input, records, company }) => {
  const page = await listDated(records, ExchangeRateDays, company.fiscalYears, input);
  return { ...page, items: page.items.map(ratesView) };
});

export const listExchangeDifferences = query(actions.listExchangeDifferences, async ({ query: input, records, company }) => {
  const page = await listDated(records, ExchangeDifferences, company.fiscalYears, input);
  return { ...page, items: page.items.map(differenceView) };
});

export const getExchangeDifference = plainQuery(actions.getExchangeDifference, async ({ path, records }) =>
  differenceView(await records.getOrThrow(ExchangeDifferences, path.differenceId, 'path.differenceId')),
);

export const handler = serveModule(currencies, { listExchangeRates, listExchangeDifferences, getExchangeDifference });
