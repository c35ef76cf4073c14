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

const SUMS: readonly StatementFault[] = ['count', 'total', 'batch', 'balance'];

/**
 * Refuses the file: one code for what cannot be read, one for what does not add up; `why` tells apart the causes that share one.
 * @throws DomainError `statement.unreadable`, `statement.unbalanced` (400)
 */
export function refuseStatement(why: StatementFault, line: number, message: string, params: Params = {}): never {
  const [text, told] = [`Line ${line}: ${message}`, { ...params, why, line }];
  if (SUMS.includes(why)) throw invalid('statement.unbalanced', text, 'file', told);
  throw invalid('statement.unreadable', text, 'file', told);
}
