import type { ComponentProps, ReactNode } from 'react';
import { useFormats } from '../../i18n/format.ts';
import type { MoneyText } from '../../i18n/formats.ts';
import { useT } from '../../i18n/i18n.ts';
import { FlowEntries } from '../../record/flow.tsx';
import { Facts, Section } from '../../record/record-page.tsx';
import { Allocations } from '../receivables/allocations.tsx';

export interface DocumentBodyProps {
  readonly document: Pick<ComponentProps<typeof Allocations>, 'allocations' | 'open'> &
    ComponentProps<typeof FlowEntries> & { readonly foreign?: { readonly open: MoneyText } };
  readonly facts: ComponentProps<typeof Facts>['facts'];
  /** Of what stands against it. */
  readonly words: { readonly title: string; readonly none: string; readonly open: string };
  readonly onRemove?: ((chargeId: string) => void) | undefined;
  /** Its lines, and what else it has of its own. */
  readonly children?: ReactNode;
}

/** What every document with something open shows alike: facts, lines, what stands against it, the entries. */
export function DocumentBody({ document, facts, words, onRemove, children }: DocumentBodyProps) {
  const t = useT();
  return (
    <>
      <Section title={t('billing.facts')}>
        <Facts facts={facts} />
      </Section>
      {children}
      <Allocations
        title={words.title}
        allocations={document.allocations}
        open={document.open}
        foreignOpen={document.foreign?.open}
        openLabel={words.open}
        none={words.none}
        onRemove={onRemove}
      />
      <FlowEntries entries={document.entries} />
    </>
  );
}

/** How a document was taken back, in words. */
export const useReversedText = () => {
  const { date } = useFormats();
  return (reversal: { readonly date: string; readonly reason: string } | undefined) =>
    reversal && `${date(reversal.date)}: ${reversal.reason}`;
};
