import { refused } from '#kernel/errors.ts';
import { defined } from '#kernel/optional.ts';
import { elementAt, elementsAt, textAt, type XmlElement } from '#kernel/xml.ts';
import { countsOf, type Finding, type SubmissionAnswer } from './verifactu-submission.ts';

/** A record of the submission, as the answer names it. */
interface Sent {
  readonly place: number;
  readonly kind: 'issue' | 'cancellation';
  readonly issuer: string;
  readonly number: string;
}

const STATES: ReadonlyMap<string, SubmissionAnswer['state']> = new Map([
  ['Correcto', 'accepted'],
  ['ParcialmenteCorrecto', 'partly'],
  ['Incorrecto', 'rejected'],
]);
const OPERATIONS: ReadonlyMap<string, Sent['kind']> = new Map([
  ['Alta', 'issue'],
  ['Anulacion', 'cancellation'],
]);
/** AEAT's words are kept up to here: its schema lets them have 1,500 characters. */
const MOST_TEXT = 400;
/** Those of all records of an answer together, so that their item stays far below the 400 KB of the table. */
const MOST_WORDS = 150_000;

/** The answer within a document: by itself, or in an envelope of SOAP. */
const answerIn = (root: XmlElement): XmlElement | undefined =>
  root.name === 'RespuestaRegFactuSistemaFacturacion' ? root : elementAt(root, 'Body/RespuestaRegFactuSistemaFacturacion');

const noAnswer = (
  message = 'The file is no answer of AEAT to records of invoices.',
  params: Readonly<Record<string, string | number>> = {},
) => refused('verifactu.answer', message, 'body.file', params);

/**
 * What AEAT answered (RespuestaSuministro.xsd), by the places of the records that were sent. An answer that is not of this submission is
 * refused whole: it names records that are not in it, or says nothing of some that are.
 * @throws DomainError `verifactu.fault`, `verifactu.answer` (422).
 */
export function answerOf(root: XmlElement, sent: readonly Sent[]): { answer: SubmissionAnswer; findings: Finding[] } {
  const fault = textAt(root, 'Body/Fault/faultstring', 'Body/Fault/Reason/Text')?.slice(0, MOST_TEXT);
  if (fault !== undefined) throw refused('verifactu.fault', `AEAT did not take the file: ${fault}`, 'body.file', { fault });
  const answer = answerIn(root);
  const state = STATES.get(textAt(answer ?? root, 'EstadoEnvio') ?? '');
  if (!answer || state === undefined) throw noAnswer();
  const lines = elementsAt(answer, 'RespuestaLinea');
  // One that was refused as a whole may name none.
  const findings = state === 'rejected' && lines.length === 0 ? [] : findingsOf(lines, sent);
  return {
    findings,
    answer: {
      on: textAt(answer, 'DatosPresentacion/TimestampPresentacion')?.slice(0, 40) ?? '',
      ...{ state, records: sent.length, counts: countsOf(findings) },
      ...defined({ csv: textAt(answer, 'CSV')?.slice(0, 40) }),
    },
  };
}

/** What each line says of its record, where that was not simply taken. */
function findingsOf(lines: readonly XmlElement[], sent: readonly Sent[]): Finding[] {
  const left = new Map(sent.map((each) => [keyOf(each.kind, each.issuer, each.number), each.place]));
  const findings: Finding[] = [];
  for (const line of lines) {
    const number = textAt(line, 'IDFactura/NumSerieFactura') ?? '';
    const kind = OPERATIONS.get(textAt(line, 'Operacion/TipoOperacion') ?? '') ?? '';
    const key = keyOf(kind, textAt(line, 'IDFactura/IDEmisorFactura') ?? '', number);
    const place = left.get(key);
    if (place === undefined) throw noAnswer(`The answer is of another submission: ${number} is not in this one.`, { number });
    left.delete(key);
    const finding = findingOf(line, place);
    if (finding) findings.push(finding);
  }
  if (left.size > 0) throw noAnswer(`The answer says nothing of ${left.size} records of this submission.`, { missing: left.size });
  const most = Math.floor(MOST_WORDS / Math.max(1, findings.length));
  return findings.map(({ text, ...rest }) => ({ ...rest, ...defined({ text: text?.slice(0, most) }) }));
}

const keyOf = (kind: string, issuer: string, number: string): string => `${kind} ${issuer} ${number}`;

function findingOf(line: XmlElement, place: number): Finding | undefined {
  const state = textAt(line, 'EstadoRegistro');
  if (state === 'Correcto') return undefined;
  if (state !== 'AceptadoConErrores' && state !== 'Incorrecto') throw noAnswer();
  const known = elementAt(line, 'RegistroDuplicado');
  if (known) return { place, state: stateOfKnown(known), ...wordsOf(known, line) };
  return { place, state: state === 'Incorrecto' ? 'rejected' : 'accepted-with-errors', ...wordsOf(line) };
}

/** In what state AEAT has the record that it refused as a duplicate (EstadoRegistroSFType). */
const KNOWN_STATES: ReadonlyMap<string, Finding['state']> = new Map([
  ['Correcta', 'accepted'],
  ['AceptadaConErrores', 'accepted-with-errors'],
  ['Anulada', 'cancelled'],
]);
function stateOfKnown(known: XmlElement): Finding['state'] {
  const state = KNOWN_STATES.get(textAt(known, 'EstadoRegistroDuplicado') ?? '');
  if (state === undefined) throw noAnswer();
  return state;
}

/** Number and words of the error, of the first that has any. */
function wordsOf(...elements: readonly XmlElement[]): Pick<Finding, 'code' | 'text'> {
  const from = elements.find((each) => textAt(each, 'CodigoErrorRegistro') !== undefined);
  return from
    ? defined({
        code: textAt(from, 'CodigoErrorRegistro')?.slice(0, 12),
        text: textAt(from, 'DescripcionErrorRegistro')?.slice(0, MOST_TEXT),
      })
    : {};
}
