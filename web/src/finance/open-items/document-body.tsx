import type { ComponentProps, ReactNode } from 'react';
import { useFormats } from '../../i18n/format.ts';
import type { MoneyText } from '../../i18n/formats.ts';
import { useT } from '../../i18n/i18n.ts';
import { FlowEntries } from '../../record/flow.tsx';
import { Facts, Section } from '../../record/record-page.tsx';
import { type Exchange, useExchangeText } from '../currencies/exchange-text.ts';
import { BroughtNote } from '../opening/brought-note.tsx';
import { Allocations } from '../receivables/allocations.tsx';

export interface DocumentBodyProps {
  readonly document: Pick<ComponentProps<typeof Allocations>, 'allocations' | 'open'> &
    ComponentProps<typeof FlowEntries> & {
      readonly foreign?: Exchange & { readonly [Of in 'open' | 'payable' | 'amount' | 'gross']?: MoneyText };
      readonly brought?: ComponentProps<typeof BroughtNote>['brought'];
      readonly reversal?: { readonly date: string; readonly reason: string };
    };
  readonly facts: ComponentProps<typeof Facts>['facts'];
  /** Of what stands against it. */
  readonly words: { readonly title: string; readonly none: string; readonly open: string };
  readonly onRemove?: ((chargeId: string) => void) | undefined;
  /** Its lines, and what else it has of its own. */
  readonly children?: ReactNode;
}

/** What every document with something open shows alike: facts, in whatever currency, lines, what stands against it, the entries. */
export function DocumentBody({ document, facts, words, onRemove, children }: DocumentBodyProps) {
  const t = useT();
  const { date } = useFormats();
  const exchange = useExchangeText();
  const { foreign, reversal } = document;
  return (
    <>
      <BroughtNote brought={document.brought} />
      <Section title={t('billing.facts')}>
        <Facts
          facts={[
            ...facts,
            [t('currencies.inCurrency'), exchange(foreign, foreign?.payable ?? foreign?.amount ?? foreign?.gross)],
            [t('billing.reversal'), reversal && `${date(reversal.date)}: ${reversal.reason}`],
          ]}
        />
      </Section>
      {children}
      <Allocations
        title={words.title}
        allocations={document.allocations}
        open={document.open}
        foreignOpen={foreign?.open}
        openLabel={words.open}
        none={words.none}
        onRemove={onRemove}
      />
      <FlowEntries entries={document.entries} />
    </>
  );
}
