import type { ReactNode } from 'react';
import type { Operation } from '../session/session.ts';
import type { Search } from './address.ts';

/** One column: what it shows, and the plain value that it is sorted and exported by. */
export interface Column<Row> {
  readonly id: string;
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  /** Numbers as numbers or decimal text in {@link numeric} columns; dates as ISO text. */
  readonly value: (row: Row) => string | number;
  readonly numeric?: boolean;
  /** The column that the API itself sorts by; by the others only what has been read whole can be sorted. */
  readonly indexed?: boolean;
  /** Left out below 900 px and 600 px of width. */
  readonly hide?: 'medium' | 'narrow';
}

export interface OwnFilterProps {
  readonly label: string;
  /** As the address has it. */
  readonly id: string | undefined;
  readonly onChange: (id: string | undefined) => void;
}

/** One way to narrow the list; its value stands in the address under its id. */
export type Filter =
  | {
      readonly kind: 'choice';
      readonly id: string;
      readonly label: string;
      readonly options: readonly { readonly value: string; readonly label: string }[];
    }
  | { readonly kind: 'dates'; readonly id: 'dates'; readonly label: string }
  | { readonly kind: 'customer'; readonly id: 'customerId'; readonly label: string }
  | { readonly kind: 'item'; readonly id: 'itemId'; readonly label: string }
  /** A module's own: whatever chooses a value for the address. */
  | { readonly kind: 'own'; readonly id: string; readonly label: string; readonly input: (props: OwnFilterProps) => ReactNode }
  | { readonly kind: 'flag'; readonly id: string; readonly label: string };

/** A filter with a name, of the product's or the person's own. */
export interface View {
  readonly name: string;
  readonly search: Search;
}

/** One action on many rows: how many of the chosen it can take, and what it does with each. */
export interface BulkAction<Row> {
  readonly id: string;
  readonly label: string;
  /** Why this row cannot be taken, as its read answered; `undefined` where it can. Absent: each can. */
  readonly blocked?: (row: Row) => string | undefined;
  /** What the person sees before: the sum, the entries, the consequences. */
  readonly preview: (rows: readonly Row[]) => ReactNode;
  /** Carries it out for one row. @throws Problem. */
  readonly run: (row: Row, key: string, reason: string) => Promise<unknown>;
  /** One reason for all has to be given first. */
  readonly asksReason?: boolean;
  readonly danger?: boolean;
}

export interface Page<Row> {
  readonly items: readonly Row[];
  readonly nextCursor?: string;
  /** Ids of damaged records that are left out. */
  readonly unreadable?: readonly string[];
}

/** What the API is asked for one page. */
export interface PageRequest {
  readonly query: Search;
  readonly order: 'asc' | 'desc';
  readonly cursor: string | undefined;
  readonly limit: number;
  readonly signal: AbortSignal;
}

/** A list of records, whole: everything that {@link RecordList} needs to show, filter, sort, export and act on it. */
export interface ListSpec<Row> {
  /** Names the list where views, places and files are kept. */
  readonly id: string;
  readonly title: string;
  readonly load: (request: PageRequest) => Promise<Page<Row>>;
  readonly columns: readonly Column<Row>[];
  readonly rowId: (row: Row) => string;
  /** Where a row leads to; `undefined` where nothing came of it. */
  readonly href: (row: Row) => string | undefined;
  readonly searchLabel?: string;
  readonly filters?: readonly Filter[];
  readonly views?: readonly View[];
  readonly bulk?: readonly BulkAction<Row>[];
  /** The order that the API gives by itself. */
  readonly order?: 'asc' | 'desc';
  /** The first step to a new record: beside the title, and where there is none yet. Who may not do it does not see it. */
  readonly create?: { readonly needs: Operation; readonly to: string; readonly label: string; readonly whenEmpty?: boolean };
  /** Other buttons beside the title. */
  readonly actions?: ReactNode;
  /** Figures of the whole, between the title and the rows. */
  readonly summary?: ReactNode;
  /** What stands where there is no record at all. */
  readonly empty: { readonly title: string; readonly text: string };
}
