import { serve } from '#runtime/http.ts';
import { getCompany } from './get-company.ts';
import { company } from './module.ts';

export const handler = serve(company, { getCompany });
