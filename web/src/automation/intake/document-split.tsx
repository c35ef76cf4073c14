import { Button, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { isElectronic } from '#domain/automation/intake/intake-document.ts';
import { rangesOf } from '#domain/automation/intake/paper-parts.ts';
import { pagesOf } from '#domain/automation/intake/split-document.ts';
import { api, dataOf, type Schemas } from '../../api/client.ts';
import { useT } from '../../i18n/i18n.ts';
import { Section } from '../../record/record-page.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';

type Document = Schemas['Document'];

/** The pages that are typed, in their order, each once: `1, 3 5`. */
const typedPages = (text: string): number[] => [...new Set([...text.matchAll(/\d{1,5}/g)].map(Number))].toSorted((a, b) => a - b);

const rangeText = ({ from, to }: { readonly from: number; readonly to: number }): string => (from === to ? `${from}` : `${from}–${to}`);

/** Splits a PDF of several pages by the first page of each document: as its pages seem to say, or as somebody types. */
export function DocumentSplit({ document }: { readonly document: Document }) {
  const t = useT();
  const queries = useQueryClient();
  const { id, actions, starts } = document;
  const { from, to } = pagesOf(document);
  const [typed, setTyped] = useState((starts ?? [from]).join(', '));
  const split = useMutation({
    mutationFn: (body: Schemas['SplitDocument']) =>
      api
        .POST('/documents/{documentId}/parts', {
          params: { path: { documentId: id }, header: { 'Idempotency-Key': crypto.randomUUID() } },
          body,
        })
        .then(dataOf),
    onSuccess: async ({ parts }) => {
      notifications.show({ message: t('documents.split.done', { count: parts?.length ?? 0 }), color: 'teal' });
      await queries.invalidateQueries();
    },
  });
  if (actions.splitDocument !== null || to === from) return null;
  const pages = typedPages(typed);
  const isWhole = pages[0] === from && (pages.at(-1) ?? 0) <= to && pages.length > 1;
  return (
    <Section title={t('documents.split.title')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (isWhole) split.mutate({ starts: pages });
        }}
      >
        <TextInput
          label={t('documents.split.starts')}
          description={t('documents.split.hint', { from, to })}
          inputMode="numeric"
          autoComplete="off"
          maxLength={400}
          value={typed}
          onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        />
        <p role="status">
          {isWhole
            ? t('documents.split.parts', { count: pages.length, pages: rangesOf(pages, to).map(rangeText).join(', ') })
            : t('documents.split.none')}
        </p>
        <Button type="submit" variant="default" disabled={!isWhole} loading={split.isPending}>
          {t('documents.split.action')}
        </Button>
        <ProblemNote error={split.error} />
      </form>
    </Section>
  );
}

const cameIn = ({ pages, invoices }: Pick<Document, 'pages' | 'invoices'>) =>
  pages ? 'documents.split.whole' : invoices ? 'documents.split.batch' : 'documents.split.archive';

/** Addresses of the parts of a document, or of what it is a part of, with what they are called. */
export function usePartLinks(): (
  document: Pick<Document, 'parent' | 'parts' | 'starts' | 'pages' | 'pageCount' | 'invoices' | 'kind'>,
) => (readonly [string, string])[] {
  const t = useT();
  return ({ parent, parts = [], starts, ...document }) => {
    const ranges = starts && rangesOf(starts, pagesOf(document).to);
    return [
      ...(parent ? [[`/documents/${parent}`, t(cameIn(document))] as const] : []),
      ...parts.map((id, i) => {
        const range = ranges?.[i];
        return [
          `/documents/${id}`,
          range
            ? t('documents.split.pages', { pages: rangeText(range) })
            : t(isElectronic(document) ? 'documents.split.invoice' : 'documents.part', { no: (document.invoices?.from ?? 1) + i }),
        ] as const;
      }),
    ];
  };
}
