import { useState } from 'react';
import { ActionDialog } from '../../actions/action-dialog.tsx';
import { centsOf } from '../../api/money.ts';
import { BusinessDate } from '../../form/step-fields.tsx';
import { todayOrAfter, useFormats } from '../../i18n/format.ts';
import type { MoneyText } from '../../i18n/formats.ts';
import { useT } from '../../i18n/i18n.ts';
import type { Words } from '../../list/columns.tsx';
import type { PageAction } from '../../record/document-page.tsx';
import { documentName } from '../receivables/documents.tsx';
import { AllocationTable } from './allocation-table.tsx';
import { creditNameOf, creditOf, sendAllocations, useChargesOf } from './credits.ts';
import { allocationsOf, type Shares, sharedCents } from './open-charges.ts';

/** Money or a credit note with something left. */
export interface CreditLeft {
  readonly id: string;
  readonly date: string;
  /** The day on which a supplier's document came. */
  readonly receivedOn?: string;
  readonly customerId?: string;
  readonly supplierId?: string;
  readonly open: MoneyText;
  readonly foreign?: { readonly open: MoneyText };
}

/** As the page of such a document offers it, first of all. */
export const allocateAction = (t: Words['t'], needs: PageAction<CreditLeft>['needs']): PageAction<CreditLeft> => ({
  ...{ id: 'allocate', label: t('billing.allocations.action'), needs, primary: true },
  dialog: (source, onClose) => <AllocationDialog source={source} onClose={onClose} />,
});

/** Uses what is left of money or a credit note on what the same party has open. */
export function AllocationDialog({ source, onClose }: { readonly source: CreditLeft; readonly onClose: () => void }) {
  const credit = creditOf(creditNameOf(source.id));
  const query = useChargesOf(creditNameOf(source.id), source[credit.party]);
  const since = source.receivedOn ?? source.date;
  const t = useT();
  const { money } = useFormats();
  const [shares, setShares] = useState<Shares>({});
  const [date, setDate] = useState(todayOrAfter(since));
  const left = source.foreign?.open ?? source.open;
  const document = documentName(source.id, t);
  const shared = sharedCents(shares);
  return (
    <ActionDialog
      title={t('billing.allocations.title', { document })}
      confirm={t('billing.allocations.action')}
      onClose={onClose}
      input={{ date, shares }}
      incomplete={shared === 0 || shared > centsOf(left) ? t('billing.allocations.nothing') : undefined}
      run={(how) =>
        sendAllocations(source.id)({ date, allocations: allocationsOf(credit.charge as 'invoiceId', shares, left.currency) }, how)
      }
      preview={({ open, foreign }) => (
        <p>{foreign ? t('currencies.allocated', { left: money(foreign.open) }) : t(credit.after, { left: money(open) })}</p>
      )}
      done={() => t('billing.allocations.done', { document })}
    >
      <div>
        <BusinessDate value={date} onChange={setDate} min={since} />
      </div>
      <AllocationTable query={query} available={centsOf(left)} currency={left.currency} shares={shares} onChange={setShares} />
    </ActionDialog>
  );
}
