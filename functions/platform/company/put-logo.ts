import { company } from '#api/platform/company.ts';
import { COMPANY_ID, Companies } from '#domain/platform/company/company.ts';
import { formatOf, unusable } from '#domain/platform/company/logo-content.ts';
import { logoKey, MAX_LOGO_BYTES } from '#domain/platform/company/paper.ts';
import { companyView } from '#domain/platform/company/wire.ts';
import { refused } from '#kernel/errors.ts';
import { update } from '#kernel/record.ts';
import { applyPatch } from '#kernel/stamps.ts';
import { on } from '#runtime/action.ts';
import { readObject, sizeOf } from '#runtime/documents.ts';
import { printPaper } from '#runtime/paper/print-paper.ts';
import { command } from '../service.ts';
import { samplePaper } from './sample-paper.ts';

export const putLogo = command(
  company.actions.putLogo,
  on(Companies, () => COMPANY_ID),
  async ({ body: { file }, tenant, today }, before) => {
    const bytes = await uploaded(logoKey(tenant, file));
    const format = formatOf(bytes);
    try {
      // What a picture says of itself is no proof: it is printed once.
      printPaper(samplePaper(before, { format, bytes }, today));
    } catch {
      throw unusable('unprintable');
    }
    const { data, was } = applyPatch(before, { logo: { file, format } });
    return [update(Companies, before, data, was)];
  },
  companyView,
);

async function uploaded(key: string): Promise<Buffer> {
  const size = await sizeOf('documents', key);
  // The link is for one length; a longer file has come by another way.
  const bytes = size !== undefined && size <= MAX_LOGO_BYTES ? await readObject('documents', key) : undefined;
  if (!bytes)
    throw refused(
      'company.logo_missing',
      'No such file has been uploaded. Ask for a link, PUT the file to it, then name it here.',
      'body.file',
    );
  return bytes;
}
