import { company } from '#api/platform/company.ts';
import { companyView } from '#domain/platform/company/wire.ts';
import { query, serveModule } from '../service.ts';

export const getCompany = query(company.actions.getCompany, ({ company: found }) => companyView(found));

export const handler = serveModule(company, { getCompany });
