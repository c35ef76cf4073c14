import { company as spec } from '#api/platform/company.ts';
import { logoKey, requireReadable } from '#domain/platform/company/paper.ts';
import { loadLogo } from '#runtime/paper/load-logo.ts';
import { printPaper } from '#runtime/paper/print-paper.ts';
import { query } from '../service.ts';
import { samplePaper } from './sample-paper.ts';

export const getSamplePaper = query(
  spec.actions.getSamplePaper,
  () => ({}),
  async ({ query: changes, tenant, company, today }) => {
    const paper = { ...company.paper, ...changes };
    requireReadable(paper, 'query');
    const logo = company.logo && (await loadLogo(logoKey(tenant, company.logo.file), company.logo.format));
    return { pdf: printPaper(samplePaper({ ...company, paper }, logo, today)).toString('base64') };
  },
);
