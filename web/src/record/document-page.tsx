import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { type Step, StepDialog } from '../actions/step-dialog.tsx';
import { useWords, type Words } from '../list/columns.tsx';
import { Paper } from '../notes/paper.tsx';
import { StateBadge } from '../ui/state-badge.tsx';
import { type Flow, FlowDocuments } from './flow.tsx';
import { kindOf } from './kinds.ts';
import type { AnsweredActions, RecordAction } from './record-actions.tsx';
import { RecordPage, type RecordPageProps } from './record-page.tsx';
import { Timeline } from './timeline.tsx';

/** What the read of a record answers that every page shows alike. */
interface Shown extends Partial<Flow> {
  readonly id: string;
  readonly state?: string;
  readonly actions?: AnsweredActions;
}

/** Something that can be done with a record: a step, a dialog of its own, or another screen. */
export interface PageAction<R> extends Omit<RecordAction, 'start'> {
  readonly step?: (record: R, words: Words) => Step;
  readonly dialog?: (record: R, onClose: () => void) => ReactNode;
  readonly to?: (record: R) => { readonly to: string; readonly search?: object };
}

interface Props<R extends Shown> extends Pick<RecordPageProps, 'parent'> {
  readonly query: RecordPageProps['query'] & { readonly data?: R | undefined };
  readonly title: (record: R) => string;
  readonly subtitle?: (record: R) => ReactNode;
  /** Beside its state. */
  readonly badges?: (record: R) => ReactNode;
  readonly actions?: (record: R) => readonly PageAction<R>[];
  /** Whether its paper is read beside it. */
  readonly paper?: boolean;
  /** All about it. @param open takes a step that starts in there. */
  readonly children: (record: R, open: (step: Step) => void) => ReactNode;
}

type Opened<R> = Step | NonNullable<PageAction<R>['dialog']>;

/** The page of a record by what its read answers: its state, why not of its actions, its documents, its history. */
export function DocumentPage<R extends Shown>({ query, parent, title, subtitle, badges, actions, paper, children }: Props<R>) {
  const words = useWords();
  const navigate = useNavigate();
  const [opened, setOpened] = useState<{ readonly it: Opened<R> }>();
  const [reading, setReading] = useState(false);
  const { data: record } = query;
  if (!record)
    return (
      <RecordPage query={query} parent={parent} title="">
        {null}
      </RecordPage>
    );
  const start = ({ step, dialog, to }: PageAction<R>) => {
    if (to) void navigate(to(record) as never);
    else if (step) setOpened({ it: step(record, words) });
    else if (dialog) setOpened({ it: dialog });
  };
  const { id, state, documents, entries = [], more = false } = record;
  const close = () => setOpened(undefined);
  return (
    <RecordPage
      query={query}
      parent={parent}
      title={title(record)}
      badges={
        <>
          {state && <StateBadge kind={kindOf(id)} state={state} />}
          {badges?.(record)}
        </>
      }
      subtitle={subtitle?.(record)}
      answered={record.actions}
      actions={actions?.(record).map((action) => ({ ...action, start: () => start(action) })) ?? []}
      halves={reading}
      aside={
        <>
          {paper && <Paper id={id} shown={reading} onShow={setReading} />}
          {documents && <FlowDocuments record={{ documents, entries, more }} />}
          {/* A part of a record has its story with the record. */}
          {!id.includes('/') && <Timeline id={id} />}
        </>
      }
    >
      {children(record, (it) => setOpened({ it }))}
      {opened && (typeof opened.it === 'function' ? opened.it(record, close) : <StepDialog {...opened.it} onClose={close} />)}
    </RecordPage>
  );
}
