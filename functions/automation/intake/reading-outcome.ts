import { documentFlags, factsOf, receiptFlags } from '#domain/automation/intake/document-facts.ts';
import type { IntakeDocument } from '#domain/automation/intake/intake-document.ts';
import type { IsoDate } from '#kernel/date.ts';
import type { Records } from '#runtime/records.ts';
import { proposeBillFor } from '../../finance/service.ts';
import type { DocumentReading } from './document-content.ts';
import { learnedFor } from './learned-rules.ts';

/** What a document becomes by what was read of it: `ready` where nothing has to be looked at. */
export async function outcomeOf(records: Records, reading: DocumentReading, today: IsoDate): Promise<Partial<IntakeDocument>> {
  const { kind, purpose, fields, signature, pageCount, parts, flags: seen } = reading;
  const told = {
    ...(purpose ? { purpose } : {}),
    ...(pageCount ? { pageCount } : {}),
    ...(parts ? { starts: [...parts.starts] } : {}),
  };
  if (!fields) return { state: 'review', kind, ...told, flags: seen };
  const facts = factsOf(fields);
  const { bill, flags: known } = await proposeBillFor(records, facts, { today, learnedOf: learnedFor(records, facts) });
  const flags = [...seen, ...(purpose === 'receipt' ? receiptFlags(fields) : documentFlags(fields, known))];
  return {
    ...{ kind, fields, seen, flags },
    ...told,
    ...(signature ? { signature } : {}),
    state: flags.length === 0 ? 'ready' : 'review',
    ...(bill.supplierId ? { supplierId: bill.supplierId } : {}),
  };
}
