import { serve } from '#runtime/http.ts';
import { announceReturn } from './announce-return.ts';
import { cancelReturn } from './cancel-return.ts';
import { returns } from './module.ts';
import { receiveReturn } from './receive-return.ts';
import { refundReturn } from './refund-return.ts';

export const handler = serve(returns, { announceReturn, receiveReturn, refundReturn, cancelReturn });
