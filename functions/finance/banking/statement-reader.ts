import { fileText, textLines } from '#domain/finance/banking/file-text.ts';
import { isNorma43, readNorma43 } from '#domain/finance/banking/norma43.ts';
import type { BankStatement } from '#domain/finance/banking/statement.ts';
import { refuseStatement } from '#domain/finance/banking/statement-fault.ts';

/**
 * The statements of a file, whatever bank and format it is of: the format is told by its content, not by its name.
 * @throws DomainError `statement.unreadable`, `statement.unbalanced` (400) with line and cause.
 */
export function readStatements(bytes: Uint8Array): readonly BankStatement[] {
  const lines = textLines(fileText(bytes));
  if (isNorma43(lines)) return readNorma43(lines);
  return refuseStatement('unknown_format', 1, 'this is no format of bank statements that is known.');
}
