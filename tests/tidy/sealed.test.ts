import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { MODULES } from '../../shared/api/modules.ts';
import { KINDS } from '../../shared/domain/kinds.ts';

/** Names of the kinds that are sealed under people's keys, as code imports them. */
const SEALED =
  /\b(PersonalFiles|EmployeePapers|EmployeeValuesOf|BankProposals|Payslips|CandidateFiles|ReviewParts|PeerAnswersOf|OneToOnes)\b/;
const FUNCTIONS = join(import.meta.dirname, '..', '..', 'functions');

it('knows every sealed kind, each about a person and in no list or queue', () => {
  const sealed = KINDS.filter((type) => type.sealed);
  expect(sealed.map(({ kind }) => kind)).toEqual([
    ...[
      'personal-file',
      'employee-paper',
      'employee-values',
      'bank-proposal',
      'payslip',
      'review-part',
      'peer-answers',
      'one-to-one',
      'candidate-file',
    ],
  ]);
  expect(sealed.filter(({ person, list, open, summary }) => !person || list || open || summary)).toEqual([]);
});

it('has every module that reads a sealed kind say that it opens personal data: without the right to the keys there seems to be nothing', () => {
  const readers = readdirSync(FUNCTIONS, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && SEALED.test(readFileSync(join(FUNCTIONS, file), 'utf8')))
    .map((file) => file.split('/').slice(0, 2).join('/'));
  const opening = MODULES.filter(({ opensPersonal }) => opensPersonal).map(({ name }) => name);
  expect(readers.length).toBeGreaterThan(1);
  expect([...new Set(readers)].filter((module) => !opening.includes(module))).toEqual([]);
});
