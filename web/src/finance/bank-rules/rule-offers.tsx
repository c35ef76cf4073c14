import { Button } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { $api, api, dataOf, type Schemas } from '../../api/client.ts';
import { useT } from '../../i18n/i18n.ts';
import record from '../../record/record.module.css';
import { useCan } from '../../session/session.ts';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { useTitle } from '../../ui/title.ts';
import styles from './bank-rules.module.css';
import { accountsIn } from './rule-text.ts';

type Offer = Schemas['RuleOffer'];

/** Rules for what every company has on its account, those that know most of its last lines first: taken by a click, on after a test. */
export function Screen() {
  const t = useT();
  useTitle(t('bankRules.offered.title'));
  const navigate = useNavigate();
  const can = useCan();
  const { data, error } = $api.useQuery('get', '/banking/rule-offers');
  const [fault, setFault] = useState<unknown>();
  const [busy, setBusy] = useState<string>();
  const take = async ({ key, conditions, action, order }: Offer) => {
    setBusy(key);
    setFault(undefined);
    try {
      const header = { 'Idempotency-Key': crypto.randomUUID() };
      const body = { name: t(`bankRules.offers.${key}`), conditions, action, order, offer: key };
      const { id } = dataOf(await api.POST('/banking/rules', { params: { header }, body }));
      await navigate({ to: `/banking/rules/${id}` } as never);
    } catch (problem) {
      setFault(problem);
      setBusy(undefined);
    }
  };
  const offers = (data?.items ?? []).toSorted((a, b) => b.taken - a.taken);
  return (
    <article className={record.record}>
      <p>
        <Link to={'/banking/rules' as never}>{t('menu.bankRules')}</Link>
      </p>
      <h1>{t('bankRules.offered.title')}</h1>
      {data && <p className="dimmed">{t('bankRules.offered.text', { lines: data.lines })}</p>}
      <ProblemNote error={fault ?? error} />
      <ul className={styles.offers}>
        {offers.map((offer) => (
          <li key={offer.key} className={styles.offer}>
            <span className={styles.told}>
              <strong>{t(`bankRules.offers.${offer.key}`)}</strong>
              <small className="dimmed">
                {t('bankRules.offered.knows', {
                  texts: offer.conditions.texts?.slice(0, 4).join(' / ') ?? '',
                  accounts: accountsIn(offer.action),
                })}
              </small>
            </span>
            <span>{t('bankRules.offered.taken', { count: offer.taken })}</span>
            {offer.ruleId ? (
              <Button component={Link} variant="subtle" to={`/banking/rules/${offer.ruleId}` as never}>
                {t('bankRules.offered.look')}
              </Button>
            ) : (
              can('createBankRule') && (
                <Button variant="default" loading={busy === offer.key} disabled={busy !== undefined} onClick={() => void take(offer)}>
                  {t('bankRules.offered.take')}
                </Button>
              )
            )}
          </li>
        ))}
      </ul>
    </article>
  );
}
