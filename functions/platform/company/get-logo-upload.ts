import { randomUUID } from 'node:crypto';
import { company } from '#api/platform/company.ts';
import { logoKey } from '#domain/platform/company/paper.ts';
import { plainQuery } from '#runtime/action.ts';
import { uploadTo } from '#runtime/documents.ts';

export const getLogoUpload = plainQuery(company.actions.getLogoUpload, async ({ query: { bytes }, tenant, now }) => {
  const file = randomUUID();
  return { file, upload: { method: 'PUT' as const, ...(await uploadTo('documents', logoKey(tenant, file), bytes, now)) } };
});
