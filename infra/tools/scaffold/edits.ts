import { Failure } from '../local/failure.ts';

/** Adds a name to the imports of a file, joining those that come from the same file. */
export function withImport(text: string, name: string, from: string): string {
  const escaped = from.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&');
  const there = new RegExp(`^import (type )?\\{([^}]*)\\} from '${escaped}';$`, 'm').exec(text);
  if (!there || there[1]) return `import { ${name} } from '${from}';\n${text}`;
  const names = (there[2] ?? '').split(',').map((part) => part.trim());
  if (names.includes(name)) return text;
  return text.replace(there[0], `import { ${[...names.filter(Boolean), name].join(', ')} } from '${from}';`);
}

export const withZod = (text: string): string =>
  /^import \* as z from 'zod\/mini';$/m.test(text) ? text : `import * as z from 'zod/mini';\n${text}`;

/** Adds an entry at the end of the object that is the nth argument of a call. @throws Failure where it does not find it. */
export function withEntry(text: string, call: string, argument: number, entry: string): string {
  const start = text.indexOf(`${call}(`);
  if (start < 0) throw new Failure(`there is no call of ${call} to add to`);
  const end = endOfArgument(text, start + call.length + 1, argument);
  if (end === undefined) throw new Failure(`argument ${argument + 1} of ${call} is no object in braces: add by hand\n${entry}`);
  const before = text.slice(0, end).trimEnd();
  return `${before}${/[,{[]$/.test(before) ? '' : ','}\n${entry},\n${text.slice(end)}`;
}

/** Position of the closing brace of an argument; strings and nested brackets are passed over. */
function endOfArgument(text: string, from: number, argument: number): number | undefined {
  let [depth, nth] = [0, 0];
  for (const { 0: token, index } of text
    .slice(from)
    .matchAll(/'(?:[^'\\]|\\.)*'|`(?:[^`\\]|\\.)*`|"(?:[^"\\]|\\.)*"|\/\/[^\n]*|\/\*[\s\S]*?\*\/|[()[\]{},]/g)) {
    if ('([{'.includes(token)) depth += 1;
    else if (')]}'.includes(token)) depth -= 1;
    else if (token === ',' && depth === 0) nth += 1;
    if (depth < 0) return undefined;
    if (depth === 0 && token === '}' && nth === argument) return from + index;
  }
  return undefined;
}
