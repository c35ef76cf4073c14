import { createHash, randomBytes } from 'node:crypto';
import { recruiting } from '#api/hr/recruiting.ts';
import { Applications, applicationActions, refusalOfOpenOffer, stageBefore } from '#domain/hr/recruiting/application.ts';
import { CandidateFiles, candidateFileId } from '#domain/hr/recruiting/candidate.ts';
import { refusalOfTerms } from '#domain/hr/recruiting/offer.ts';
import { refusalOfHiring, Vacancies } from '#domain/hr/recruiting/vacancy.ts';
import { throwIf } from '#kernel/errors.ts';
import { update } from '#kernel/record.ts';
import { on } from '#runtime/action.ts';
import { command } from '../../platform/service.ts';
import { paidByTable } from '../payroll/salary-tables.ts';
import { applicationView } from './application-store.ts';
import { hireChanges } from './hire.ts';

const { actions } = recruiting;
/** Of steps that no instant matters to. */
const rules = applicationActions('');
const MS_PER_DAY = 86_400_000;
const SECRET_BYTES = 32;
export const proofOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

export const makeOffer = command(
  actions.makeOffer,
  on(Applications, (path) => path.applicationId),
  async ({ body, records, caller, domain, now, today }, application) => {
    throwIf(refusalOfOpenOffer(application, now.toISOString()));
    const [vacancy, file] = await Promise.all([
      records.getOrThrow(Vacancies, application.vacancyId),
      records.getOrThrow(CandidateFiles, candidateFileId(application.candidateId)),
    ]);
    throwIf(refusalOfHiring(vacancy, 'path.applicationId') ?? refusalOfTerms(body, vacancy, today));
    const { annual, weeklyHours, startDate: day } = body;
    const table = body.table && (await paidByTable(records, body.table.tableId, { group: body.table.group, day, annual, weeklyHours }));
    const agreement = body.agreement ?? table?.name;
    const secret = randomBytes(SECRET_BYTES).toString('base64url');
    const offer = {
      ...{ ...body, position: body.position ?? vacancy.title, contract: body.contract ?? vacancy.contract },
      ...(agreement === undefined ? {} : { agreement }),
      ...{ by: caller.email, madeAt: now.toISOString(), proof: proofOf(secret), domain, mail: 'wanted' as const },
      expiresAt: new Date(now.getTime() + body.days * MS_PER_DAY).toISOString(),
    };
    const links = [
      ...file.links.filter(({ applicationId }) => applicationId !== application.id),
      { applicationId: application.id, secret },
    ];
    return [update(Applications, application, { ...application, stage: 'offer', offer }), update(CandidateFiles, file, { ...file, links })];
  },
  applicationView,
);

export const withdrawOffer = command(
  actions.withdrawOffer,
  on(Applications, (path) => path.applicationId),
  (__, application) => {
    throwIf(rules.withdrawOffer(application));
    const { offer: _, ...rest } = application;
    return [update(Applications, application, { ...rest, stage: stageBefore(application) })];
  },
  applicationView,
);

export const hireCandidate = command(
  actions.hireCandidate,
  on(Applications, (path) => path.applicationId),
  ({ records, caller, now, today }, application) => {
    throwIf(rules.hireCandidate(application));
    return hireChanges(records, application, { caller, now, today });
  },
  applicationView,
);
