import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { SET_BOXES, type SetBox } from '#domain/finance/tax/tax-box.ts';
import { ActionDialog } from '../../actions/action-dialog.tsx';
import { api, dataOf, type Schemas } from '../../api/client.ts';
import { DecimalInput } from '../../form/decimal-input.tsx';
import { useFormats } from '../../i18n/format.ts';
import { useT } from '../../i18n/i18n.ts';
import lists from '../../list/list.module.css';
import { useCan } from '../../session/session.ts';
import ledger from '../ledger/ledger.module.css';
import styles from './tax-return.module.css';

type Draft = Schemas['TaxReturn'];

/** Boxes 43 and 44, which a person works out: what they were set to, why, by whom and when. */
export function BoxSettings({ draft: { period, settings, filings } }: { readonly draft: Draft }) {
  const t = useT();
  const { money, date } = useFormats();
  const can = useCan();
  const [setting, setSetting] = useState<SetBox>();
  const stands = filings.findLast(({ state }) => state !== 'reversed');
  const changes = can('setTaxReturnBox') && stands?.state !== 'filed';
  const boxes = SET_BOXES.filter((box) => box === '43' || /-(4T|12)$/.test(period));
  const set = (box: SetBox) => settings.find((each) => each.box === box);
  return (
    <>
      <table className={`${lists.table} ${ledger.figures} ${styles.boxes}`}>
        <caption>{t('tax.set.title')}</caption>
        <tbody>
          {boxes.map((box) => {
            const of = set(box);
            return (
              <tr key={box}>
                <th scope="row">{box}</th>
                <td>
                  {t(`tax.set.boxes.box${box}`)}
                  {of && <div className="dimmed">{of.reason}</div>}
                  {of && <div className="dimmed">{t('tax.set.by', { by: of.by, date: date(of.on) })}</div>}
                </td>
                <td className="amount">{of ? money(of.amount) : '–'}</td>
                {changes && (
                  <td>
                    <Button
                      size="compact-sm"
                      variant="default"
                      aria-label={t('tax.set.dialog', { box, period })}
                      onClick={() => setSetting(box)}
                    >
                      {t('tax.set.action')}
                    </Button>
                  </td>
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
      {setting && <SetDialog box={setting} period={period} of={set(setting)} onClose={() => setSetting(undefined)} />}
    </>
  );
}

interface SetProps {
  readonly box: SetBox;
  readonly period: string;
  readonly of: Draft['settings'][number] | undefined;
  readonly onClose: () => void;
}

function SetDialog({ box, period, of, onClose }: SetProps) {
  const t = useT();
  const [body, setBody] = useState({ period, amount: of?.amount.amount ?? '', reason: of?.reason ?? '' });
  return (
    <ActionDialog
      title={t('tax.set.dialog', { box, period })}
      confirm={t('tax.set.action')}
      tries={false}
      size="md"
      onClose={onClose}
      input={body}
      incomplete={body.amount === '' || body.reason.trim() === '' ? t('tax.set.none') : undefined}
      run={() => api.PUT('/tax-returns/{form}/boxes/{box}', { params: { path: { form: '303', box } }, body }).then(dataOf)}
      done={() => t('tax.set.done', { box, period })}
    >
      <p>{t('tax.set.text')}</p>
      <DecimalInput
        label={t('tax.amount')}
        unit="€"
        value={body.amount}
        onChange={(amount) => setBody({ ...body, amount })}
        required
        data-autofocus
      />
      <TextInput
        label={t('tax.set.reason')}
        maxLength={200}
        value={body.reason}
        onChange={(event) => setBody({ ...body, reason: event.currentTarget.value })}
        required
      />
    </ActionDialog>
  );
}
