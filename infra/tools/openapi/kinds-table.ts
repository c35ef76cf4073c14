import { KINDS } from '../../../shared/domain/kinds.ts';
import type { RecordType } from '../../../shared/kernel/record.ts';

const LISTS = { months: 'by month', all: 'all', own: 'its own' } as const;
const [BEGIN, END] = ['<!-- kinds: npm run openapi -->\n', '<!-- /kinds -->'];

const numberOf = ({ letter, series, prefix }: RecordType<never>): string =>
  letter === undefined
    ? ''
    : series
      ? series.map((s) => `\`${s}2026-000123\`, its id \`${prefix}_${s}2026-000123\``).join('; ')
      : `\`${letter}-7F3K2M9Q\``;

const row = (type: RecordType<never>): string =>
  [
    '',
    type.kind,
    `\`${type.prefix}_…\``,
    numberOf(type),
    type.list ? LISTS[type.list.buckets] : '',
    type.posts ? 'yes' : '',
    type.history,
    type.read,
    '',
  ]
    .join(' | ')
    .trim();

/** The page of the data model with the table of kinds as they are. @throws Error where the page has no place for it. */
export function withKindsTable(page: string): string {
  const [begin, end] = [page.indexOf(BEGIN), page.indexOf(END)];
  if (begin < 0 || end < begin) throw new Error(`docs/data-model.md has no place for the table of kinds: ${BEGIN.trim()} … ${END}`);
  const head = '| kind | id | number | list | posts | story | seen by |\n|---|---|---|---|---|---|---|';
  return `${page.slice(0, begin)}${BEGIN}${head}\n${KINDS.map(row).join('\n')}\n${page.slice(end)}`;
}
