import { invalid, type Params } from '#kernel/errors.ts';

/** Why a file is no statement that can be taken: it is refused whole, with the line and the cause. */
export type StatementFault =
  // The file as a whole.
  | 'unknown_format'
  | 'empty'
  | 'encoding'
  | 'too_large'
  | 'xml'
  | 'namespace'
  | 'no_statement'
  // One line or element of it.
  | 'unknown_record'
  | 'misplaced_record'
  | 'line_too_long'
  | 'missing'
  | 'date'
  | 'amount'
  | 'sign'
  | 'currency'
  | 'account'
  | 'column'
  // What the parts come to.
  | 'not_closed'
  | 'count'
  | 'total'
  | 'batch'
  | 'balance';

/** One code each for what cannot be read and for what does not add up. */
const [UNREADABLE, UNBALANCED] = ['statement.unreadable', 'statement.unbalanced'];
const SUMS: readonly StatementFault[] = ['count', 'total', 'batch', 'balance'];

/** Refuses the file. `why` tells the causes apart that share a code. @throws DomainError `statement.unreadable`, `statement.unbalanced` (400) */
export function refuseStatement(why: StatementFault, line: number, message: string, params: Params = {}): never {
  const code = SUMS.includes(why) ? UNBALANCED : UNREADABLE;
  throw invalid(code ?? '', `Line ${line}: ${message}`, 'file', { ...params, why, line });
}
