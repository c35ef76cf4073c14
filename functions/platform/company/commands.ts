import { serve } from '#runtime/http.ts';
import { createCompany } from './create-company.ts';
import { getMe } from './get-me.ts';
import { company } from './module.ts';
import { patchCompany } from './patch-company.ts';

export const handler = serve(company, { createCompany, patchCompany, getMe });
