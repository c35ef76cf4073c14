import { BatchGetItemCommand } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { dynamo, tableName } from '../../shared/runtime/dynamo.ts';

/** Keys that this process has written, by company: a scan of a table that all tests share takes seconds. */
const keys = new Map<string, Set<string>>();

interface Place {
  readonly pk?: { readonly S?: string };
  readonly sk?: { readonly S?: string };
}
interface Keyed {
  readonly Item?: Place;
  readonly Key?: Place;
}
interface Written extends Keyed {
  readonly TransactItems?: readonly { readonly Put?: Keyed; readonly Delete?: Keyed }[];
}

function note({ Item, Key }: Keyed): void {
  const { pk, sk } = Item ?? Key ?? {};
  if (pk?.S === undefined || sk?.S === undefined) return;
  const tenant = pk.S.slice(0, pk.S.indexOf('#'));
  keys.set(tenant, (keys.get(tenant) ?? new Set()).add(`${pk.S}\n${sk.S}`));
}

dynamo.middlewareStack.add(
  (next, context) => (args) => {
    const input = args.input as Written;
    if (/^(Put|Delete)Item/.test(String(context.commandName))) note(input);
    for (const { Put, Delete } of input.TransactItems ?? []) note(Put ?? Delete ?? {});
    return next(args);
  },
  { step: 'initialize', priority: 'high', name: 'keysWritten' },
);

const keyOf = (place: string) => {
  const [pk = '', sk = ''] = place.split('\n');
  return { pk: { S: pk }, sk: { S: sk } };
};

/** What the table holds now of everything that this process has written for a company. */
export async function writtenItems(tenant: string): Promise<Record<string, unknown>[]> {
  const table = tableName();
  const all = [...(keys.get(tenant) ?? [])];
  const chunks = Array.from({ length: Math.ceil(all.length / 100) }, (_, i) => all.slice(i * 100, i * 100 + 100));
  const pages = await Promise.all(
    chunks.map((chunk) =>
      dynamo.send(
        new BatchGetItemCommand({
          RequestItems: { [table]: { ConsistentRead: true, Keys: chunk.map(keyOf) } },
        }),
      ),
    ),
  );
  return pages.flatMap((page) => (page.Responses?.[table] ?? []).map((item) => unmarshall(item)));
}
