import { type ReactNode, useState } from 'react';
import { ActionDialog } from '../../actions/action-dialog.tsx';
import type { Sending } from '../../api/client.ts';
import { centsOf } from '../../api/money.ts';
import { BusinessDate } from '../../form/step-fields.tsx';
import { todayOrAfter, useFormats } from '../../i18n/format.ts';
import type { MoneyText } from '../../i18n/formats.ts';
import { useT } from '../../i18n/i18n.ts';
import { documentName } from '../receivables/documents.tsx';
import { AllocationTable } from './allocation-table.tsx';
import { type Shares, sharedCents, type useOpenCharges } from './open-charges.ts';

interface Left {
  readonly open: MoneyText;
  readonly foreign?: { readonly open: MoneyText };
}

interface Props {
  /** Money or a credit note with something left. */
  readonly source: Left & { readonly id: string; readonly date: string };
  readonly query: ReturnType<typeof useOpenCharges>;
  readonly send: (shares: Shares, date: string, currency: string, how: Sending) => Promise<Left>;
  /** What becomes of what is left. */
  readonly after: (left: string) => ReactNode;
  readonly onClose: () => void;
}

/** Uses what is left of money or a credit note on what the same party has open. */
export function AllocationDialog({ source, query, send, after, onClose }: Props) {
  const t = useT();
  const { money } = useFormats();
  const [shares, setShares] = useState<Shares>({});
  const [date, setDate] = useState(todayOrAfter(source.date));
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
      run={(how) => send(shares, date, left.currency, how)}
      preview={({ open, foreign }) => <p>{foreign ? t('currencies.allocated', { left: money(foreign.open) }) : after(money(open))}</p>}
      done={() => t('billing.allocations.done', { document })}
    >
      <div>
        <BusinessDate value={date} onChange={setDate} min={source.date} />
      </div>
      <AllocationTable query={query} available={centsOf(left)} currency={left.currency} shares={shares} onChange={setShares} />
    </ActionDialog>
  );
}
