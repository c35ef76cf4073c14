import { intake } from '#api/automation/intake.ts';
import { serveModule } from '../../platform/service.ts';
import { createDocument, getDocumentFile, passDocument } from './create-document.ts';
import { trustSigner } from './trust-signer.ts';

export const handler = serveModule(intake, { createDocument, getDocumentFile, passDocument, trustSigner });
