import { serve } from '#runtime/http.ts';
import { getImport } from './get-import.ts';
import { listImports } from './list-imports.ts';
import { imports } from './module.ts';

export const handler = serve(imports, { listImports, getImport });
