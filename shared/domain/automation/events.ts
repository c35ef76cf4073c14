/** Automation's published language: what other contexts may lean on. */

export { IntakeDocuments, isToEnter } from './intake/intake-document.ts';
