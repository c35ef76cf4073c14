import { describe, expect, it } from 'vitest';
import {
  type Application,
  Applications,
  refusalOfMove,
  refusalOfOpenOffer,
  refusalOfScorecard,
  type StoredApplication,
  shownScorecards,
} from '#domain/hr/recruiting/application.ts';
import { type CandidateFile, candidateKeptUntil, erasedCandidate, mergedFile } from '#domain/hr/recruiting/candidate.ts';
import { interviewLetter, refusalLetter } from '#domain/hr/recruiting/candidate-letter.ts';
import type { Interview } from '#domain/hr/recruiting/interview.ts';
import { OFFER_TOKEN, type OfferInput, offerToken, refusalOfTerms } from '#domain/hr/recruiting/offer.ts';
import { refusalOfApproval, type StoredVacancy } from '#domain/hr/recruiting/vacancy.ts';
import { update } from '#kernel/record.ts';

const NOW = '2026-12-05T00:00:00.000Z';
const card = (by: string) => ({ by, at: '2026-12-01T10:00:00Z', verdict: 'yes' as const, scores: [] });
const at = (stage: string, more: object = {}) => ({ stage, interviews: [], scorecards: [], ...more }) as unknown as StoredApplication;

describe('scorecards', () => {
  it('are hidden until one’s own is given', () => {
    const scorecards = [card('a'), card('b')];
    expect([shownScorecards({ scorecards }, 'a').length, shownScorecards({ scorecards }, 'c').length]).toEqual([2, 0]);
  });

  it('are changed for as long as nobody else’s can be read', () => {
    expect(refusalOfScorecard(at('interview', { scorecards: [card('a')] }), 'a')).toBeUndefined();
    expect(refusalOfScorecard(at('interview', { scorecards: [card('a'), card('b')] }), 'a')?.code).toBe('scorecard.given');
    expect(refusalOfScorecard(at('interview', { scorecards: [card('b')] }), 'a')).toBeUndefined();
    expect(refusalOfScorecard(at('refused', { scorecards: [] }), 'a')?.code).toBe('application.ended');
  });
});

describe('an application', () => {
  it('has one offer at a time; one that has run out or was answered waits no more', () => {
    const offer = { expiresAt: '2026-12-08T10:00:00.000Z' };
    const of = (more: object, stage = 'offer') => refusalOfOpenOffer(at(stage, { offer: { ...offer, ...more } }), NOW)?.code;
    expect(of({})).toBe('application.offered');
    expect(of({ expiresAt: '2026-12-01T10:00:00.000Z' })).toBeUndefined();
    expect(of({ answered: { answer: 'no', at: '' } })).toBeUndefined();
    expect(of({}, 'refused')).toBe('application.ended');
  });

  it('is moved from where it was seen', () => {
    expect(refusalOfMove(at('screening'), 'screening', NOW)).toBeUndefined();
    expect(refusalOfMove(at('interview'), 'screening', NOW)).toMatchObject({ kind: 'conflict', code: 'application.moved' });
  });

  it('comes from an accepted offer to nothing but an employee or an end', () => {
    const accepted = { ...at('accepted'), id: 'apl_1', rev: 1, history: [] };
    const to = (stage: Application['stage']) => () => update(Applications, accepted, { ...accepted, stage });
    expect(to('hired')).not.toThrow();
    expect(to('interview')).toThrow(expect.objectContaining({ code: 'application.state' }));
  });
});

describe('the terms of an offer', () => {
  const terms = (more: Partial<OfferInput> = {}) =>
    refusalOfTerms(
      { startDate: '2026-12-20', annual: 1_850_000, pays: 14, days: 7, ...more } as OfferInput,
      { budget: 1_900_000 },
      '2026-12-05',
    )?.code;

  it('begin on no day before the offer', () => {
    expect([terms(), terms({ startDate: '2026-12-04' })]).toEqual([undefined, 'offer.date']);
  });

  it('reach the minimum wage of full time: 1,221.00 in 14 pays are 17,094.00 a year (RD 126/2026)', () => {
    expect([terms({ annual: 1_709_400 }), terms({ annual: 1_709_399 })]).toEqual([undefined, 'offer.below_minimum_wage']);
    // Half of the week is half of it; 37.50 of 40 hours are 16,025.625, and no cent less is offered.
    const partTime = (annual: number, weeklyHours: string) => terms({ annual, weeklyHours });
    expect([partTime(854_700, '20'), partTime(854_699, '20.00')]).toEqual([undefined, 'offer.below_minimum_wage']);
    expect([partTime(1_602_563, '37.5'), partTime(1_602_562, '37.50')]).toEqual([undefined, 'offer.below_minimum_wage']);
    // A year without a row has at least the last minimum wage.
    expect(terms({ startDate: '2027-01-07', annual: 1_709_399 })).toBe('offer.below_minimum_wage');
  });

  it('keep to the budget, to the cent', () => {
    expect([terms({ annual: 1_900_000 }), terms({ annual: 1_900_001 })]).toEqual([undefined, 'offer.over_budget']);
  });
});

it('a vacancy is approved by somebody else than who asked for it', () => {
  const vacancy = { state: 'draft', history: [{ by: 'ana@a.example' }] } as unknown as StoredVacancy;
  const code = (by: string, alone = false) => refusalOfApproval({ vacancy, by, alone })?.code;
  expect([code('ana@a.example'), code('eva@a.example'), code('ana@a.example', true)]).toEqual([
    'vacancy.same_person',
    undefined,
    undefined,
  ]);
});

const INTERVIEW: Interview = {
  ...{ no: 1, at: '2026-12-10T09:00:00Z', minutes: 45, place: 'Sala 2, planta 1', with: ['c@d.example'] },
  ...{ state: 'planned', sequence: 0, mail: 'wanted' },
};
describe('letters', () => {
  const application = { language: 'en', vacancyTitle: 'Shop assistant', candidateName: 'Iris Moon' } as const;
  const about = { company: 'Lumbre', givenName: 'Iris', application };

  it('are in the language of the candidate', () => {
    expect(refusalLetter(about).text).toContain('Thank you for your interest in the position of Shop assistant.');
    expect(refusalLetter({ ...about, application: { ...application, language: 'es' } }).subject).toBe('Su candidatura: Shop assistant');
  });

  it('tell interviewers whom they meet, and the candidate what for', () => {
    expect(interviewLetter(about, INTERVIEW, 'jueves', 'company').subject).toBe('Entrevista: Iris Moon (Shop assistant)');
    expect(interviewLetter(about, { ...INTERVIEW, state: 'cancelled' }, 'Thursday', 'candidate').subject).toBe(
      'Cancelled: Interview: Shop assistant',
    );
  });
});

describe('the data of a candidate', () => {
  it('are kept for the months that were agreed: to the same day, or the last of a shorter month', () => {
    expect([candidateKeptUntil('2026-12-05', 12), candidateKeptUntil('2026-08-31', 6), candidateKeptUntil('2027-08-31', 6)]).toEqual([
      '2027-12-05',
      '2027-02-28',
      '2028-02-29',
    ]);
  });

  it('keep what is not told again, with every consent', () => {
    const told = { candidateId: 'cnd_1', givenName: 'Ana', familyName: 'Vega', email: 'a@b.example', language: 'es' as const };
    const known: CandidateFile = { ...told, phone: '600', consents: [{ on: '2026-01-01', months: 6, by: 'company' }], links: [] };
    const file = mergedFile(known, told, { on: '2026-12-05', months: 12, by: 'candidate', text: 'Autorizo' });
    expect(file.phone).toBe('600');
    expect(file.consents.map(({ on }) => on)).toEqual(['2026-01-01', '2026-12-05']);
  });

  it('that are erased leave that there was somebody', () => {
    expect(erasedCandidate({ keepUntil: '2026-11-30', applicationIds: ['apl_1'] }, '2026-12-01')).toEqual({
      ...{ keepUntil: '2026-11-30', applicationIds: ['apl_1'] },
      erasedOn: '2026-12-01',
    });
  });
});

it('a link names company, application and what proves it', () => {
  const token = offerToken('lumbre', 'apl_01JDG8ZK5T7QWERTY2MNPQRSTV', 'x'.repeat(43));
  expect(OFFER_TOKEN.exec(token)?.slice(1)).toEqual(['lumbre', '01JDG8ZK5T7QWERTY2MNPQRSTV', 'x'.repeat(43)]);
});
