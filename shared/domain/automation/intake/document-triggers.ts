import { trigger } from '#kernel/trigger.ts';
import { DOCUMENT_KINDS, DOCUMENT_SOURCES, IntakeDocuments, type StoredDocument } from './intake-document.ts';

const READ: readonly StoredDocument['state'][] = ['review', 'ready', 'entered', 'kept'];

/** What happens to documents that come in. */
export const documentTriggers = [
  trigger({
    name: 'document.read',
    type: IntakeDocuments,
    at: ({ state, cameAt }) => (READ.includes(state) ? cameAt : undefined),
    fields: {
      fileName: { type: 'text', of: ({ fileName }) => fileName },
      kind: { type: 'choice', choices: DOCUMENT_KINDS, of: ({ kind }) => kind },
      source: { type: 'choice', choices: DOCUMENT_SOURCES, of: ({ source }) => source },
      supplier: { type: 'text', of: ({ fields }) => fields?.supplierName?.value },
      total: { type: 'money', of: ({ fields }) => fields?.total?.value },
      doubts: { type: 'number', of: ({ flags }) => flags.length },
    },
    amount: ({ fields }) => fields?.total?.value ?? 0,
  }),
];
