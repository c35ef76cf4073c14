import { company } from '#api/platform/company.ts';
import { serveModule } from '../service.ts';
import { getLogoUpload } from './get-logo-upload.ts';
import { getSamplePaper } from './get-sample-paper.ts';
import { putLogo } from './put-logo.ts';

export const handler = serveModule(company, { getLogoUpload, putLogo, getSamplePaper });
