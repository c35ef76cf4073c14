import { idFrom } from '#runtime/fingerprint.ts';

/** One set of tags a record. */
export const tagsId = (tenant: string, record: string): string => idFrom('tgs', tenant, record);
