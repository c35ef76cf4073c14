import { prefixOf } from '#kernel/id.ts';
import { PersonKeys } from '#kernel/person-key.ts';
import type { PartType, PostingRule, RecordType, TaxFact } from '#kernel/record.ts';
import { DocumentContents, IntakeDocuments } from './automation/intake/intake-document.ts';
import { LearnedRules } from './automation/intake/learned-rule.ts';
import { ScanMonths } from './automation/intake/scan-month.ts';
import { MailFailures } from './automation/rules/mail-failure.ts';
import { MailRecipients } from './automation/rules/mail-recipient.ts';
import { MailStops } from './automation/rules/mail-stop.ts';
import { RuleBoards, RuleDays, RuleSweeps, Rules, RuleWatches } from './automation/rules/rule.ts';
import { RuleRuns } from './automation/rules/rule-run.ts';
import { CreditExposures, CustomerRefs, Customers, CustomerTaxIds } from './crm/customers/customer.ts';
import { AdviserParties, Advisers } from './finance/advisers/adviser.ts';
import { AdviserExports } from './finance/advisers/adviser-export.ts';
import { Budgets } from './finance/analysis/budget.ts';
import { Dimensions } from './finance/analysis/dimension.ts';
import { AssetEntries } from './finance/assets/asset-entry.ts';
import { AssetSources, FixedAssets } from './finance/assets/fixed-asset.ts';
import { BankAccounts, BankIbans, BankLedgers } from './finance/banking/bank-account.ts';
import { BankDays } from './finance/banking/bank-day.ts';
import { BankFiles } from './finance/banking/bank-file.ts';
import { BankHabits } from './finance/banking/bank-habit.ts';
import { BankLines, BankLinks } from './finance/banking/bank-line.ts';
import { BankRules } from './finance/banking/bank-rule.ts';
import { BankStatements, StatementBatches } from './finance/banking/bank-statement.ts';
import { MatchRuns } from './finance/banking/match-run.ts';
import { RuleTests } from './finance/banking/rule-test.ts';
import { CloseChecks } from './finance/closing/close-check.ts';
import { MonthCloses } from './finance/closing/month-close.ts';
import { ExchangeDifferences, RevaluedMonths } from './finance/currencies/exchange-difference.ts';
import { ExchangeRateDays } from './finance/currencies/exchange-rate.ts';
import { EInvoiceFollowUps } from './finance/einvoice/einvoice-status.ts';
import { TrustedCertificates } from './finance/einvoice/trusted-certificate.ts';
import { VerifactuEvents } from './finance/einvoice/verifactu-event.ts';
import { VerifactuLog } from './finance/einvoice/verifactu-log.ts';
import { VerifactuRecords } from './finance/einvoice/verifactu-record.ts';
import { VerifactuSignatures } from './finance/einvoice/verifactu-signature.ts';
import { VerifactuFindings, VerifactuSubmissions } from './finance/einvoice/verifactu-submission.ts';
import { VerifactuWalks } from './finance/einvoice/verifactu-walk.ts';
import { ExpenseClaims } from './finance/expenses/expense-claim.ts';
import { LateRates } from './finance/interest/late-rate.ts';
import type { Entry } from './finance/ledger/entry.ts';
import { BookExports } from './finance/ledger/export-record.ts';
import { ManualEntries } from './finance/ledger/manual-entry.ts';
import { OpeningParts, Openings } from './finance/ledger/opening-record.ts';
import { OwnAccounts } from './finance/ledger/own-account.ts';
import { PeriodSequences } from './finance/ledger/period-sequence.ts';
import { RecurringEntries } from './finance/ledger/recurring-entry.ts';
import { BillNumbers } from './finance/open-items/paper-number.ts';
import { PayablesReversals } from './finance/open-items/supplier-reversal.ts';
import { SupplierBills, SupplierCredits } from './finance/payables/supplier-bill.ts';
import { BookSeals, SealedYears, SealHeads } from './finance/proof/book-seal.ts';
import { Drafts } from './finance/receivables/draft.ts';
import { CreditNotes, Invoices } from './finance/receivables/invoice.ts';
import { ReceiptReversals, Receipts, Refunds } from './finance/receivables/receipt.ts';
import { SupplierPayments } from './finance/supplier-payments/supplier-payment.ts';
import { SupplierRefunds } from './finance/supplier-payments/supplier-refund.ts';
import { Suppliers, SupplierTaxIds } from './finance/suppliers/supplier.ts';
import { FormReceipts } from './finance/tax/form-receipt.ts';
import { BoxSettings } from './finance/tax/tax-box.ts';
import { TaxFiles } from './finance/tax/tax-file.ts';
import { TaxReturnReversals, TaxReturns } from './finance/tax/tax-return.ts';
import { WithheldSums } from './finance/tax/withheld-sums.ts';
import { MandateReferences, Mandates } from './finance/treasury/mandate.ts';
import { PaymentRunBatches, PaymentRuns } from './finance/treasury/payment-run.ts';
import { YearEndEntries, YearEnds } from './finance/year-end/year-end.ts';
import { Courses } from './hr/development/course.ts';
import { EmployeeSkillsOf } from './hr/development/employee-skills.ts';
import { CourseOrders, Enrolments } from './hr/development/enrolment.ts';
import { Goals } from './hr/development/goal.ts';
import { OneToOnes } from './hr/development/one-to-one.ts';
import { PeerAnswersOf, PeerRequests } from './hr/development/peer-feedback.ts';
import { ReviewParts, Reviews } from './hr/development/review.ts';
import { ReviewCycles } from './hr/development/review-cycle.ts';
import { PositionSkillsOf, Skills } from './hr/development/skill.ts';
import { StaffCertificates } from './hr/development/staff-certificate.ts';
import { EquipmentHoldings, EquipmentItems, EquipmentNumbers } from './hr/equipment/equipment.ts';
import { EvidencePacks } from './hr/onboarding/evidence-pack.ts';
import { Onboardings } from './hr/onboarding/onboarding.ts';
import { OnboardingTasks } from './hr/onboarding/onboarding-task.ts';
import { BankProposals, Settlements, Severances } from './hr/onboarding/settlement-record.ts';
import { OnboardingTemplates } from './hr/onboarding/template.ts';
import { EmploymentTermsOf } from './hr/payroll/employment-terms.ts';
import { GestoriaComparisons } from './hr/payroll/gestoria.ts';
import { PayInputs } from './hr/payroll/pay-input.ts';
import { PayrollPayments } from './hr/payroll/payroll-payment.ts';
import { PayrollPortions } from './hr/payroll/payroll-portion.ts';
import { PayrollRuns } from './hr/payroll/payroll-run.ts';
import { PayrollSettingsOf } from './hr/payroll/payroll-settings.ts';
import { Payslips } from './hr/payroll/payslip-record.ts';
import { SalaryTables } from './hr/payroll/salary-table.ts';
import { Employees } from './hr/people/employee.ts';
import { EmployeeDocuments, EmployeePapers } from './hr/people/employee-document.ts';
import { EmployeeValuesOf } from './hr/people/employee-values.ts';
import { EmployeeTaxIds, PersonalFiles } from './hr/people/personal-file.ts';
import { PersonalReadings } from './hr/people/reading-record.ts';
import { EmployeeLinks, ReportingLines } from './hr/people/reporting-line.ts';
import { Applications } from './hr/recruiting/application.ts';
import { CandidateFiles, Candidates } from './hr/recruiting/candidate.ts';
import { RefusalTextsOf } from './hr/recruiting/refusal-texts.ts';
import { Vacancies } from './hr/recruiting/vacancy.ts';
import { BadgeFiles } from './hr/time/badge-file.ts';
import { ClockCorrections } from './hr/time/clock-correction.ts';
import { ClockEntries } from './hr/time/clock-entry.ts';
import { LeaveAccounts } from './hr/time/leave-account.ts';
import { LeaveRequests } from './hr/time/leave-request.ts';
import { StaffDeadlines } from './hr/time/staff-deadline.ts';
import { WorkCalendars } from './hr/time/work-calendar.ts';
import { WorkPlans } from './hr/time/work-plan.ts';
import { StockAdjustments } from './inventory/stock/adjustment.ts';
import { GoodsIssues } from './inventory/stock/goods-issue.ts';
import { GoodsReceipts } from './inventory/stock/goods-receipt.ts';
import { Stocks } from './inventory/stock/stock.ts';
import { Warehouses } from './inventory/stock/warehouse.ts';
import { Companies } from './platform/company/company.ts';
import { CustomFieldSets } from './platform/custom-fields/custom-field.ts';
import { AccessOrders } from './platform/members/access-order.ts';
import { ApiClients } from './platform/members/api-client.ts';
import { InvitationCounts } from './platform/members/invitation.ts';
import { Members, OwnerLists } from './platform/members/member.ts';
import { CompanyViews, MemberPreferences } from './platform/members/preferences.ts';
import { CompanyRoles } from './platform/members/role.ts';
import { Attachments } from './platform/notes/attachment.ts';
import { Followers, Notifications } from './platform/notes/follower.ts';
import { Notes } from './platform/notes/note.ts';
import { RecordTags } from './platform/notes/record-tags.ts';
import { ItemCodes, Items } from './sales/catalogue/item.ts';
import { Imports } from './sales/imports/import.ts';
import { CustomerSales, ShopDocuments } from './sales/imports/shop-document.ts';
import { Holds, Orders } from './sales/orders/order.ts';
import { Returns } from './sales/returns/return.ts';

/**
 * Every kind of record, in the order in which the search shows them. Audit, search, journal, links, icons and states derive
 * from it: a new kind is a line here.
 */
export const KINDS: readonly RecordType<never>[] = [
  Customers,
  CustomerRefs,
  CustomerTaxIds,
  CreditExposures,
  Items,
  ItemCodes,
  Orders,
  Holds,
  Invoices,
  CreditNotes,
  EInvoiceFollowUps,
  VerifactuRecords,
  VerifactuEvents,
  VerifactuSignatures,
  VerifactuSubmissions,
  VerifactuFindings,
  VerifactuLog,
  VerifactuWalks,
  Drafts,
  Receipts,
  ReceiptReversals,
  Refunds,
  Suppliers,
  SupplierTaxIds,
  SupplierBills,
  BillNumbers,
  SupplierCredits,
  SupplierPayments,
  SupplierRefunds,
  PayablesReversals,
  ExpenseClaims,
  PaymentRuns,
  PaymentRunBatches,
  Mandates,
  MandateReferences,
  BankAccounts,
  BankIbans,
  BankLedgers,
  BankFiles,
  BankStatements,
  StatementBatches,
  BankLines,
  BankLinks,
  BankRules,
  RuleTests,
  MatchRuns,
  BankHabits,
  BankDays,
  TaxReturns,
  TaxReturnReversals,
  BoxSettings,
  FormReceipts,
  WithheldSums,
  TaxFiles,
  Advisers,
  AdviserParties,
  AdviserExports,
  Returns,
  Stocks,
  GoodsReceipts,
  GoodsIssues,
  StockAdjustments,
  Warehouses,
  OpeningParts,
  Openings,
  OwnAccounts,
  ManualEntries,
  PeriodSequences,
  RecurringEntries,
  ExchangeRateDays,
  ExchangeDifferences,
  RevaluedMonths,
  LateRates,
  Dimensions,
  Budgets,
  FixedAssets,
  AssetSources,
  AssetEntries,
  MonthCloses,
  CloseChecks,
  BookSeals,
  SealHeads,
  SealedYears,
  YearEnds,
  YearEndEntries,
  BookExports,
  Imports,
  ShopDocuments,
  IntakeDocuments,
  Rules,
  RuleRuns,
  RuleBoards,
  RuleDays,
  RuleWatches,
  RuleSweeps,
  MailStops,
  MailFailures,
  MailRecipients,
  DocumentContents,
  LearnedRules,
  TrustedCertificates,
  ScanMonths,
  CustomerSales,
  Members,
  OwnerLists,
  InvitationCounts,
  CompanyRoles,
  ApiClients,
  MemberPreferences,
  CompanyViews,
  Companies,
  Notes,
  Attachments,
  RecordTags,
  Followers,
  Notifications,
  PersonKeys,
  Employees,
  PersonalFiles,
  EmployeeDocuments,
  EmployeePapers,
  EmployeeValuesOf,
  EvidencePacks,
  CustomFieldSets,
  PersonalReadings,
  EmployeeTaxIds,
  EmployeeLinks,
  ReportingLines,
  EmploymentTermsOf,
  SalaryTables,
  ClockEntries,
  ClockCorrections,
  BadgeFiles,
  LeaveRequests,
  LeaveAccounts,
  WorkCalendars,
  StaffDeadlines,
  Onboardings,
  OnboardingTasks,
  OnboardingTemplates,
  Settlements,
  Severances,
  BankProposals,
  AccessOrders,
  PayInputs,
  PayrollRuns,
  PayrollPortions,
  Payslips,
  PayrollSettingsOf,
  PayrollPayments,
  GestoriaComparisons,
  WorkPlans,
  Courses,
  CourseOrders,
  Enrolments,
  StaffCertificates,
  EquipmentItems,
  EquipmentNumbers,
  EquipmentHoldings,
  Skills,
  PositionSkillsOf,
  EmployeeSkillsOf,
  Goals,
  ReviewCycles,
  Reviews,
  ReviewParts,
  PeerRequests,
  PeerAnswersOf,
  OneToOnes,
  Vacancies,
  RefusalTextsOf,
  Applications,
  Candidates,
  CandidateFiles,
];

const BY_KIND: ReadonlyMap<string, RecordType<never>> = new Map(KINDS.map((type) => [type.kind, type]));

/** Whether a change of a record is told to those who follow its kind. @param isOpen whether it waits in a queue now. */
export const isTold = (kind: string, isOpen: boolean): boolean => isOpen || BY_KIND.get(kind)?.told !== 'open';
const BY_PREFIX: ReadonlyMap<string, RecordType<never>> = new Map(KINDS.map((type) => [type.prefix, type]));

/** The kind of record that an id's prefix names. */
export const kindOf = (id: string): RecordType<never> | undefined => BY_PREFIX.get(prefixOf(id));

/** How a kind of record is stored: its short names, and what its texts repeat. */
export const storageOf = (kind: string): Pick<RecordType<never>, 'short' | 'repeats'> => BY_KIND.get(kind) ?? {};

/** A document that carries an entry, where there was something to post. */
interface Posted {
  readonly entry?: Entry;
}
export type PostingType = RecordType<Posted> & { readonly posts: PostingRule<Posted> };

/** The kinds of documents that post: what the journal is made of. */
export const POSTING_KINDS = KINDS.filter(({ posts }) => posts) as unknown as readonly PostingType[];

/** The taxes that the entry of a document posts. */
export const taxesOf = (kind: string, document: object): readonly TaxFact[] =>
  POSTING_KINDS.find((type) => type.kind === kind)?.posts.taxes?.(document) ?? [];

/** What has ids of its own inside records. An entry is a part of whatever posted it: `je_` and the document's id. */
export const PARTS: readonly PartType[] = [
  ...KINDS.flatMap(({ parts = [] }) => parts),
  { kind: 'journal-entry', prefix: 'je', screen: '/journal', icon: 'book' },
];

/** What the search finds: every kind that can be shown as one line, and entries by their own id. */
export const FOUND_KINDS: readonly string[] = [...KINDS.filter(({ summary }) => summary).map(({ kind }) => kind), 'journal-entry'];
