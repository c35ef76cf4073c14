import { intake } from '#api/automation/intake.ts';
import { serveModule } from '../../platform/service.ts';
import { createDocument, getDocumentFile, passDocument } from './create-document.ts';

export const handler = serveModule(intake, { createDocument, getDocumentFile, passDocument });
