import { serve } from '#runtime/http.ts';
import { createImport } from './create-import.ts';
import { getImportReport } from './get-import-report.ts';
import { listImportRows } from './list-import-rows.ts';
import { imports } from './module.ts';

export const handler = serve(imports, { createImport, listImportRows, getImportReport });
