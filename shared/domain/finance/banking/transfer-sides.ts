import type { BankAccount } from './bank-account.ts';
import type { BankLine } from './bank-line.ts';
import { nameInPiece, nameMisspelt, nameSimilarity, nameTokens, textWords } from './match-text.ts';

/** How banks call what goes from one account of a company to another of it. */
export const TRANSFER_WORDS: readonly string[] = [
  ...['traspaso', 'traspas', 'entre cuentas', 'cuenta propia', 'cuentas propias', 'transferencia propia', 'transferencia interna'],
  ...['internal transfer', 'own account'],
];

/** What banks say of any movement: a text of these alone names nobody. */
const PLAIN_WORDS = new Set(
  (
    'transferencia transferencias transf trf recibida emitida enviada inmediata ordinaria sepa abono cargo ingreso adeudo orden ' +
    'movimiento internet online banca electronica a de en su favor por cuenta transfer received sent incoming outgoing credit debit'
  ).split(' '),
);

/** From here on a name that is told is the company's own: banks cut names. */
const OWN = 0.85;

type Told = Pick<BankLine, 'text' | 'partyName' | 'partyIban' | 'reference' | 'endToEndId' | 'mandateId'>;
type Account = Pick<BankAccount, 'iban'>;

/** One word of a name stands in the names of others, too: in a text two words or more count, cut or with one letter wrong. */
function tellsOwnName({ partyName, text }: Told, own: string): boolean {
  const name = nameTokens(own);
  if (partyName !== undefined) return nameSimilarity(name, nameTokens(partyName)) >= OWN;
  return nameInPiece(name, nameTokens(text)) >= OWN || nameMisspelt(name, nameTokens(text));
}

/** Whether the bank tells of a line that it is a transfer between own accounts: in words, by our name, or by the account of the other. */
export function tellsTransfer(line: Told, { iban }: Account, own: string): boolean {
  const text = ` ${textWords(`${line.partyName ?? ''} ${line.text}`).join(' ')} `;
  return line.partyIban === iban || TRANSFER_WORDS.some((words) => text.includes(` ${words} `)) || tellsOwnName(line, own);
}

/** Whether the bank tells neither who is on the other side of a line nor what is paid. */
export const namesNobody = ({ text, partyName, partyIban, reference, endToEndId, mandateId }: Told): boolean =>
  [partyName, partyIban, reference, endToEndId, mandateId].every((told) => told === undefined) &&
  textWords(text).every((word) => PLAIN_WORDS.has(word));

/**
 * Whether two lines may be taken for one transfer with nobody looking: neither tells another account, and the other side tells a
 * transfer, too, or nobody.
 * @param accounts that of the line, and that of the other. @param own what the company is called.
 */
export function mayBeSides(
  line: Told,
  other: Told & Pick<BankLine, 'like' | 'undone'>,
  [ours, theirs]: readonly [Account, Account],
  own: string,
): boolean {
  // It may be a line that another file has brought, or a person has undone what it was.
  if (other.like !== undefined || other.undone !== undefined) return false;
  if (line.partyIban !== undefined && line.partyIban !== theirs.iban) return false;
  if (other.partyIban !== undefined && other.partyIban !== ours.iban) return false;
  return tellsTransfer(other, ours, own) || namesNobody(other);
}
