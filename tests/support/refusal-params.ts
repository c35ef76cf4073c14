import ts from 'typescript';
import { sources } from './sources.ts';

/** A place in the code that refuses. */
export interface Site {
  readonly place: string;
  /** As it stands: `${noun}.too_early` is any code with that ending. */
  readonly code: string;
  /** The rule among those of the code; `*` where the code works it out. */
  readonly why: string | undefined;
  /** Names of what it gives beside the sentence. */
  readonly params: readonly string[];
  /** Whether its English sentence names anything. */
  readonly names: boolean;
}

const MAKERS = new Set(['invalid', 'refused', 'refusal', 'denial', 'busy', 'missing', 'conflict', 'forbidden', 'tooLarge']);

/** Every refusal of the rulebook and of the API, read from the sources. */
export async function refusalSites(): Promise<readonly Site[]> {
  const found: Site[] = [];
  for (const { path, text } of await sources(['shared/**/*.ts', 'functions/**/*.ts'])) {
    const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
    const walk = (node: ts.Node): void => {
      if (ts.isCallExpression(node) && MAKERS.has(node.expression.getText())) found.push(...siteOf(node, path));
      ts.forEachChild(node, walk);
    };
    walk(file);
  }
  return found;
}

function siteOf(call: ts.CallExpression, path: string): Site[] {
  const [code, message, , params] = call.arguments;
  if (!code || !message) return [];
  const given = params && ts.isObjectLiteralExpression(params) ? params.properties : [];
  const why = given.find((property) => property.name?.getText() === 'why');
  const reason = why && ts.isPropertyAssignment(why) ? why.initializer : undefined;
  return [
    {
      place: `${path}: ${code.getText()}`,
      code: code.getText().slice(1, -1),
      why: reason && (ts.isStringLiteral(reason) ? reason.text : '*'),
      params: given.map((property) => property.name?.getText() ?? '?').filter((name) => name !== 'why'),
      names: ts.isTemplateExpression(message),
    },
  ];
}
