import { type MailNews, newsOf } from '#domain/automation/rules/mail-event.ts';
import { FAILED_STATE, type MailFailure, MailFailures } from '#domain/automation/rules/mail-failure.ts';
import { failureText } from '#domain/automation/rules/mail-failure-text.ts';
import { MailRecipients } from '#domain/automation/rules/mail-recipient.ts';
import { Rules } from '#domain/automation/rules/rule.ts';
import { RuleRuns, type StoredRuleRun } from '#domain/automation/rules/rule-run.ts';
import { mailTold, saysMore } from '#domain/automation/rules/run-mail.ts';
import { Customers } from '#domain/crm/customers/customer.ts';
import { prefixOf } from '#kernel/id.ts';
import { type Change, create, update } from '#kernel/record.ts';
import { untilCommitted } from '#runtime/conflicts.ts';
import { log } from '#runtime/log.ts';
import { WORKER } from '#runtime/record-item.ts';
import { Records } from '#runtime/records.ts';
import { messageHandler } from '#runtime/uploads.ts';
import { failureId } from './failure-store.ts';
import { recipientId } from './recipient-store.ts';
import { noteToOwner } from './rule-notes.ts';

/** Keeps what SES tells of mails that came back or were called unwanted, so that no rule sends to that address again. */
export const handler = messageHandler('mail-events', 'mail-events.failed', async (body) => {
  const news = newsOf(JSON.parse(body), process.env.MAIL_SET);
  if (!news) return log('warn', 'mail-events.dropped', { why: 'unknown' });
  for (const one of news) await take(one);
});

async function take(news: MailNews): Promise<void> {
  const at = new Date();
  const records = new Records(news.tenant, { by: WORKER, request: `mail-${news.feedback}`, action: 'takeMailEvents', at });
  await untilCommitted(async () => {
    const changes = await changesOf(records, news);
    if (changes.length > 0) await records.commit(changes);
    else log('info', 'mail-events.dropped', { tenant: news.tenant, about: news.about, why: 'nothing_to_tell' });
  });
}

/** What is told of a mail that the company has sent; nothing of one that it has not, or of what was told before. */
async function changesOf(records: Records, news: MailNews): Promise<Change[]> {
  const { about, address } = news;
  if (prefixOf(about) === 'rrn') return ofRun(records, news);
  const [recipient, customer] = await Promise.all([
    prefixOf(about) === 'mrc' ? records.get(MailRecipients, about) : undefined,
    prefixOf(about) === 'cus' ? records.get(Customers, about) : undefined,
  ]);
  const isKnown = recipient?.address === address || customer?.email?.toLowerCase() === address;
  return isKnown ? blocking(records, news, {}) : [];
}

async function ofRun(records: Records, news: MailNews): Promise<Change[]> {
  const run = await records.get(RuleRuns, news.about);
  const found = run && mailTold(run.effects, news, run.state !== 'running');
  if (!run || !found) {
    // Its run notes the mail's id just now: it may be known another time.
    if (run?.state === 'running') throw new Error(`${run.id} is under way`);
    return [];
  }
  const state = FAILED_STATE[news.what];
  const [at, place] = found;
  const told = run.effects[at]?.mails?.[place];
  if (!told || told.state === state || !saysMore(state, told.state)) return [];
  const effects = run.effects.map((effect, i) =>
    i === at ? { ...effect, mails: effect.mails?.with(place, { ...told, state, id: news.messageId }) ?? [] } : effect,
  );
  return [update(RuleRuns, run, { ...run, effects }), ...(await blocking(records, news, { run }))];
}

/** No more mails to the address, and a word to who answers for the rule. What was only not delivered keeps none away. */
async function blocking(records: Records, news: MailNews, { run }: { readonly run?: StoredRuleRun }): Promise<Change[]> {
  const { what, address, feedback, detail } = news;
  if (what === 'undelivered') return [];
  const id = failureId(records.tenant, address);
  const [before, rule, recipient] = await Promise.all([
    records.get(MailFailures, id),
    run && records.get(Rules, run.ruleId),
    records.get(MailRecipients, recipientId(records.tenant, address)),
  ]);
  if (before?.feedback === feedback) return [];
  const after: MailFailure = {
    ...{ address, why: what, at: records.stamp.at.toISOString(), feedback },
    ...(detail ? { detail } : {}),
    ...(run ? { ruleId: run.ruleId, runId: run.id, ruleName: run.ruleName } : {}),
  };
  return [
    before ? update(MailFailures, before, after) : create(MailFailures, id, after),
    // Whoever called a mail unwanted wants none: they alone can change that.
    ...(recipient && what === 'complaint' && recipient.state !== 'stopped'
      ? [update(MailRecipients, recipient, { ...recipient, state: 'stopped' as const })]
      : []),
    ...(rule ? await noteToOwner(records, rule, feedback, (language) => failureText(language, { address, why: what })) : []),
  ];
}
