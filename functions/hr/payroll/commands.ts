import { payroll } from '#api/hr/payroll.ts';
import { serveModule } from '../../platform/service.ts';
import { addPayTerms } from './pay-terms.ts';

export const handler = serveModule(payroll, { addPayTerms });
