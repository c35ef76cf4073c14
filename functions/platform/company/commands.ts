import { company } from '#api/platform/company.ts';
import { serveModule } from '../service.ts';
import { createCompany } from './create-company.ts';
import { getMe } from './get-me.ts';
import { patchCompany } from './patch-company.ts';

export const handler = serveModule(company, { createCompany, patchCompany, getMe });
