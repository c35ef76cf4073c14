import type { ListSource, TableSource } from '#api/report-tables.ts';
import type { DoorName } from '#api/rule-effects.ts';
import { type TableRow, valueAt } from '#domain/automation/rules/report-table.ts';
import { type DoorAnswer, type DoorCaller, enterDoor } from './door-gateway.ts';

/** More rows no report has: a person reads no more of them, and half of them would be wrong sums. */
export const MAX_REPORT_ROWS = 10_000;

interface Listed {
  readonly row: TableRow;
  readonly less: boolean;
}
type Refused = Extract<DoorAnswer, { ok: false }>;
export type Rows = { readonly ok: true; readonly rows: readonly Listed[] } | Refused;

const tooMany: Refused = {
  ok: false,
  code: 'report.too_long',
  message: `It has more than ${MAX_REPORT_ROWS} rows: choose fewer days, or download it from its list.`,
};

/** The rows of a table's lists, page by page, as whoever answers for the rule sees them; the first refusal instead, if any. */
export async function readLists(
  { lists }: Pick<TableSource, 'lists'>,
  query: Readonly<Record<string, string>>,
  caller: DoorCaller,
): Promise<Rows> {
  const rows: Listed[] = [];
  for (const list of lists) {
    const each = list.per ? await readRows({ ...list.per, rows: 'items' }, {}, caller, MAX_REPORT_ROWS) : NOTHING;
    if (!each.ok) return each;
    for (const one of each.rows) {
      const asked = list.per ? { [list.per.as]: String(one[list.per.by]) } : {};
      const answer = await readRows(list, { ...query, ...list.query, ...asked }, caller, MAX_REPORT_ROWS - rows.length);
      if (!answer.ok) return answer;
      rows.push(...answer.rows.map((row) => ({ row: list.per ? { ...row, each: one } : row, less: list.less === true })));
    }
  }
  return { ok: true, rows };
}

const NOTHING = { ok: true as const, rows: [{}] as readonly TableRow[] };

type Asked = Pick<ListSource, 'rows' | 'paged' | 'within'> & { readonly door: DoorName };
type Answer = Readonly<Record<string, unknown>>;

/** All rows of a list, page by page. */
async function readRows(
  list: Asked,
  query: Readonly<Record<string, string>>,
  caller: DoorCaller,
  most: number,
): Promise<{ readonly ok: true; readonly rows: readonly TableRow[] } | Refused> {
  const rows: TableRow[] = [];
  for (let cursor: string | undefined, isFirst = true; isFirst || cursor !== undefined; isFirst = false) {
    const paging = list.paged ? { limit: '100', ...(cursor ? { cursor } : {}) } : {};
    const answer = await enterDoor({ door: list.door, query: { ...query, ...paging } }, caller);
    if (!answer.ok) return answer;
    rows.push(...rowsOf(list, answer.body));
    const lacking = lackingOf(answer.body, rows.length > most);
    if (lacking) return lacking;
    cursor = answer.body.nextCursor as string | undefined;
  }
  return { ok: true, rows };
}

function rowsOf({ rows, within }: Asked, body: Answer): TableRow[] {
  const all = (body[rows] ?? []) as readonly TableRow[];
  return within === undefined ? [...all] : all.flatMap((row) => (valueAt(row, within) ?? []) as readonly TableRow[]);
}

/** Why a list cannot be told whole: what is left out would be missing from the sums. */
function lackingOf({ unreadable, more }: Answer, isTooMany: boolean): Refused | undefined {
  const damaged = (unreadable ?? []) as readonly string[];
  if (damaged.length > 0) return { ok: false, code: 'report.unreadable', message: `These cannot be read: ${damaged.join(', ')}.` };
  return isTooMany || more === true ? tooMany : undefined;
}
