/** A result of one method (RFC 8601): `dkim=pass header.i=@sur.example`. */
interface MethodResult {
  readonly method: string;
  readonly result: string;
  readonly properties: ReadonlyMap<string, string>;
}

/** How far into comments, which nest, or into a quoted text a header has come. */
interface Nesting {
  readonly depth: number;
  readonly isQuoted: boolean;
}
const isInside = ({ depth, isQuoted }: Nesting): boolean => depth > 0 || isQuoted;

function nestingAfter({ depth, isQuoted }: Nesting, char: string): Nesting {
  if (char === '"' && depth === 0) return { depth, isQuoted: !isQuoted };
  if (isQuoted) return { depth, isQuoted };
  if (char === '(') return { depth: depth + 1, isQuoted };
  return { depth: char === ')' && depth > 0 ? depth - 1 : depth, isQuoted };
}

/** The clauses of a header without its comments, what is quoted as `_`; none where a quote or a comment has no end. */
function clausesOf(header: string): string[] {
  let nesting: Nesting = { depth: 0, isQuoted: false };
  let plain = '';
  for (const char of header.match(/\\.|[^\\]/gs) ?? []) {
    const before = nesting;
    nesting = nestingAfter(before, char);
    if (!isInside(before) && !isInside(nesting)) plain += char;
    else plain += before.isQuoted || nesting.isQuoted ? '_' : ' ';
  }
  return isInside(nesting) ? [] : plain.split(';');
}

/** What each clause says first: all after that are its properties, whatever they look like. */
function resultsOf(header: string): MethodResult[] {
  const [, ...clauses] = clausesOf(header.toLowerCase());
  return clauses.flatMap((clause) => {
    const [first = '', ...rest] = clause
      .trim()
      .replace(/\s*=\s*/g, '=')
      .split(/\s+/);
    const [, method, result] = /^([a-z-]+)(?:\/\d+)?=([^\s=]+)$/.exec(first) ?? [];
    if (!method || !result) return [];
    const properties = rest.flatMap((text): [string, string][] => {
      const at = text.indexOf('=');
      return at > 0 ? [[text.slice(0, at), text.slice(at + 1)]] : [];
    });
    return [{ method, result, properties: new Map(properties) }];
  });
}

const domainIn = (text: string): string => text.slice(text.lastIndexOf('@') + 1);

/** Whether two domains are one's own and its subdomain, either way (RFC 7489, 3.1: relaxed): only their holder speaks for both. */
function areAligned(one: string | undefined, other: string): boolean {
  const domain = one === undefined ? '' : domainIn(one);
  if (!domain.includes('.') || !other.includes('.')) return false;
  return domain === other || domain.endsWith(`.${other}`) || other.endsWith(`.${domain}`);
}

/**
 * Whether a mail comes from the domain that it names, as our mail server judged it.
 * @param header `Authentication-Results` of our own server.
 * @param from domain of the address in From, in lower case.
 * @see https://www.rfc-editor.org/rfc/rfc8601 and https://www.rfc-editor.org/rfc/rfc7489
 */
export function isAuthentic(header: string, from: string): boolean {
  const results = resultsOf(header);
  const of = (method: string) => results.filter((result) => result.method === method);
  const [dmarc, ...others] = of('dmarc');
  // Our server judges once: a second judgement was written by somebody else.
  if (others.length > 0 || dmarc?.result === 'fail') return false;
  if (dmarc?.result === 'pass') return areAligned(dmarc.properties.get('header.from') ?? from, from);
  const isSigned = of('dkim').some(
    ({ result, properties }) => result === 'pass' && areAligned(properties.get('header.d') ?? properties.get('header.i'), from),
  );
  if (isSigned) return true;
  const [spf, ...more] = of('spf');
  if (spf?.result !== 'pass' || more.length > 0) return false;
  // SES writes the envelope's address as a clause of its own.
  const envelopes = [...of('envelope-from').map(({ result }) => result), spf.properties.get('smtp.mailfrom')].filter(
    (text) => text !== undefined,
  );
  return envelopes.length === 1 && areAligned(envelopes[0], from);
}
