import { serve } from '#runtime/http.ts';
import { getReturn } from './get-return.ts';
import { listReturns } from './list-returns.ts';
import { returns } from './module.ts';

export const handler = serve(returns, { getReturn, listReturns });
