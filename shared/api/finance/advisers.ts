import * as z from 'zod/mini';
import { AdviserAccountsInput, AdviserInput, PatchAdviser } from '#domain/finance/advisers/adviser.ts';
import { AdviserExportInput } from '#domain/finance/advisers/adviser-export.ts';
import { AdviserExportView, AdviserPreviewView, AdviserView } from '#domain/finance/advisers/wire.ts';
import { TaxPeriod } from '#domain/finance/tax/tax-period.ts';
import { defineModule } from '#kernel/action.ts';
import { idWith } from '#kernel/id.ts';
import { pageOf, pageQuery } from '#kernel/page.ts';

const AdviserPath = z.strictObject({ adviserId: idWith('adv') });
const EXAMPLE = { name: 'Gestoría Robles', digits: 8 };

export const advisers = defineModule('finance/advisers', 'Advisers (gestoría)', {
  createAdviser: {
    route: 'POST /advisers',
    summary: 'Enter a firm that keeps books outside (gestoría), with how it numbers accounts',
    description:
      'Subaccounts of 8 to 12 digits; customers and suppliers get theirs below a prefix, by their tax id or one after the other, for good. Without a layout its files have columns that every program reads; a layout (CSV, fixed width, workbook) is the firm’s own word, with its source: none is known beforehand.',
    permission: 'books.accounts',
    body: AdviserInput,
    output: AdviserView,
    errors: ['adviser.layout'],
    example: { body: EXAMPLE },
  },
  listAdvisers: {
    route: 'GET /advisers',
    summary: 'List the firms that keep books outside',
    permission: 'books.read',
    query: z.strictObject({ ...pageQuery }),
    output: pageOf(AdviserView),
  },
  getAdviser: {
    route: 'GET /advisers/{adviserId}',
    summary: 'Get a firm that keeps books outside',
    permission: 'books.read',
    path: AdviserPath,
    output: AdviserView,
    errors: ['adviser.not_found'],
  },
  patchAdviser: {
    route: 'PATCH /advisers/{adviserId}',
    summary: 'Change how a firm numbers accounts, or the layout of its files',
    permission: 'books.accounts',
    path: AdviserPath,
    body: PatchAdviser,
    output: AdviserView,
    errors: ['adviser.not_found', 'adviser.layout', 'adviser.fixed'],
    example: { body: { padding: false } },
  },
  putAdviserAccounts: {
    route: 'PUT /advisers/{adviserId}/accounts',
    summary: 'Set the table of accounts of a firm: account and subaccount, as rows or as the text of a CSV',
    description:
      'The whole table, in place of what there was. A CSV names `cuenta` and `subcuenta` (or `account` and `subaccount`) in its first line.',
    permission: 'books.accounts',
    path: AdviserPath,
    body: AdviserAccountsInput,
    output: AdviserView,
    errors: ['adviser.not_found', 'adviser.accounts'],
    example: { body: { rows: [{ account: '700', subaccount: '70000001' }] } },
  },
  getAdviserPreview: {
    route: 'GET /advisers/{adviserId}/preview',
    summary: 'Look at what a firm would be sent of a period: sums, accounts without subaccount',
    permission: 'books.read',
    path: AdviserPath,
    query: z.strictObject({ period: TaxPeriod }),
    output: AdviserPreviewView,
    errors: ['adviser.not_found', 'balances.behind'],
  },
  createAdviserExport: {
    route: 'POST /advisers/{adviserId}/exports',
    summary: 'Make the file of the entries that a firm has not got yet of a period',
    description:
      'It is recorded which entries a firm got: those that came later go in the next file, and nothing is sent twice. `again` makes an earlier file once more, the same entries with the same numbers, and says why. The ZIP holds the entries by the firm’s layout, its subaccounts, and what they come to.',
    permission: 'books.export',
    profile: 'documents',
    path: AdviserPath,
    body: AdviserExportInput,
    output: AdviserExportView,
    errors: [
      'adviser.not_found',
      'adviser-export.not_found',
      'adviser_export.nothing_new',
      'adviser_export.too_many',
      'adviser_export.unmapped',
      'adviser_export.other',
      'adviser.layout',
      'balances.behind',
    ],
    example: { body: { period: '2026-4T' } },
  },
  listAdviserExports: {
    route: 'GET /advisers/{adviserId}/exports',
    summary: 'List what a firm was sent, latest first',
    permission: 'books.read',
    path: AdviserPath,
    query: z.strictObject({ ...pageQuery }),
    output: pageOf(AdviserExportView),
  },
  getAdviserExport: {
    route: 'GET /advisers/exports/{adviserExportId}',
    summary: 'Get what a firm was sent, with a new link to its file',
    permission: 'books.export',
    profile: 'documents',
    path: z.strictObject({ adviserExportId: idWith('axp') }),
    output: AdviserExportView,
    errors: ['adviser-export.not_found'],
  },
});
