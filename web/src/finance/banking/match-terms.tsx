import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import { $api } from '../../api/client.ts';
import { isProblem } from '../../api/problem.ts';
import { DecimalInput } from '../../form/decimal-input.tsx';
import { today } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import { DateField } from '../../ui/date-field.tsx';
import styles from './banking.module.css';
import type { MatchPart, MatchTerms } from './match-draft.ts';
import type { WaitingLine } from './use-queue.ts';

const codeOf = (fault: unknown): string => (isProblem(fault) ? fault.code : '');
/** The supplier has an open bill, or a paper that waits: of what is entered anew tax would be deducted twice, unless it is another. */
const RIVALS: readonly string[] = ['bank_line.bill_open', 'bank_line.bill_document'];
const RATE = /^\d{1,9}(\.\d{1,12})?$/;

/** The first day after a line on which anybody may post; today where no period tells. */
function useFirstOpenDay({ date }: WaitingLine, isAsked: boolean): string {
  const { data } = $api.useQuery('get', '/periods', {}, { enabled: isAsked });
  const open = (data?.items ?? []).filter(({ period, state }) => state === 'open' && period > date.slice(0, 7)).map(({ period }) => period);
  const [first] = open.sort();
  const day = `${first}-01`;
  return first === undefined || day > today() ? today() : day;
}

/** What the API lacked once stays asked for while the line is looked at, however the next try ends. */
function useAsks(fault: unknown): { readonly day: boolean; readonly rate: boolean; readonly rival: boolean } {
  const [asks, setAsks] = useState({ day: false, rate: false, rival: false });
  const code = codeOf(fault);
  const [day, rate] = [asks.day || code.startsWith('period.'), asks.rate || code.startsWith('rate.')];
  const rival = asks.rival || RIVALS.includes(code);
  if (day !== asks.day || rate !== asks.rate || rival !== asks.rival) setAsks({ day, rate, rival });
  return { day, rate, rival };
}

/**
 * What a line is posted with besides its parts, asked for once the API says that it lacks: another day where that of the bank is in a
 * locked month, and the rate of a currency that none is published of. Where a supplier has an open bill or a paper that waits, whoever
 * has looked may say that what was paid is another.
 */
export function useMatchTerms(line: WaitingLine, fault: unknown) {
  const asks = useAsks(fault);
  const [typed, setTyped] = useState<MatchTerms>({});
  const proposed = useFirstOpenDay(line, asks.day);
  const [isOther, setOther] = useState(false);
  const { date = proposed, rate = '' } = typed;
  const sent: MatchTerms = { ...(asks.day && date ? { date } : {}), ...(asks.rate && RATE.test(rate) ? { rate } : {}) };
  const fields = (
    <>
      {(asks.day || asks.rate) && <TermsFields line={line} asks={asks} typed={{ date, rate }} onChange={setTyped} />}
      {asks.rival && <OtherBill checked={isOther} onChange={setOther} />}
    </>
  );
  const confirmed = (parts: readonly MatchPart[]): readonly MatchPart[] =>
    asks.rival && isOther ? parts.map((part) => (part.as === 'bill' ? { ...part, confirmed: true } : part)) : parts;
  return { sent, fields, confirmed };
}

function OtherBill({ checked, onChange }: { readonly checked: boolean; readonly onChange: (checked: boolean) => void }) {
  const t = useT();
  return (
    <Checkbox
      label={t('banking.matching.otherBill')}
      description={t('banking.matching.otherBillHint')}
      checked={checked}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  );
}

interface Props {
  readonly line: WaitingLine;
  readonly asks: ReturnType<typeof useAsks>;
  readonly typed: { readonly date: string; readonly rate: string };
  readonly onChange: (change: (before: MatchTerms) => MatchTerms) => void;
}

function TermsFields({ line, asks, typed, onChange }: Props) {
  const t = useT();
  return (
    <div className={styles.typed}>
      {asks.day && (
        <DateField
          label={t('banking.matching.day')}
          description={t('banking.matching.dayHint')}
          value={typed.date}
          min={line.date}
          onChange={(date) => onChange((before) => ({ ...before, date }))}
        />
      )}
      {asks.rate && (
        <DecimalInput
          label={t('banking.matching.rate', { currency: line.amount.currency })}
          description={t('banking.matching.rateHint')}
          value={typed.rate}
          onChange={(rate) => onChange((before) => ({ ...before, rate }))}
        />
      )}
    </div>
  );
}
