import { returns } from '#api/sales/returns.ts';
import { serveModule } from '../../platform/service.ts';
import { authoriseReturn } from './authorise-return.ts';
import { cancelReturn } from './cancel-return.ts';
import { receiveReturn } from './receive-return.ts';
import { refundReturn } from './refund-return.ts';

export const handler = serveModule(returns, { authoriseReturn, receiveReturn, refundReturn, cancelReturn });
