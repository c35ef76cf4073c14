/** Automation's published language: what other contexts may lean on. */

export { believedFacts } from './intake/document-facts.ts';
export {
  asEntered,
  asToEnter,
  type IntakeDocument,
  IntakeDocuments,
  isPassed,
  isToEnter,
  type StoredDocument,
} from './intake/intake-document.ts';
