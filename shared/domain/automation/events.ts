/** Automation's published language: what other contexts may lean on. */

export {
  asEntered,
  asToEnter,
  type IntakeDocument,
  IntakeDocuments,
  isPassed,
  isToEnter,
  type StoredDocument,
} from './intake/intake-document.ts';
