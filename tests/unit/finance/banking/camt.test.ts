import { expect, it } from 'vitest';
import { readText, refusedFor } from './bank-samples.ts';

const OWN = 'ES9121000418450200051332';
const OTHER = 'ES7921000813610123456789';

const balance = (type: string, amount: string, indicator = 'CRDT', day = '2026-03-01') =>
  `<Bal><Tp><CdOrPrtry><Cd>${type}</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">${amount}</Amt><CdtDbtInd>${indicator}</CdtDbtInd><Dt><Dt>${day}</Dt></Dt></Bal>`;
const entry = (amount: string, indicator: string, more = '', currency = 'EUR') =>
  `<Ntry><Amt Ccy="${currency}">${amount}</Amt><CdtDbtInd>${indicator}</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>2026-03-03</Dt></BookgDt>${more}</Ntry>`;
const details = (...transactions: string[]) => `<NtryDtls>${transactions.map((tx) => `<TxDtls>${tx}</TxDtls>`).join('')}</NtryDtls>`;
const message = (of: string, { message: name = 'BkToCstmrStmt', statement = 'Stmt', type = 'camt.053.001.08', prefix = '' } = {}) => {
  const text = `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:${type}">\n<${name}><GrpHdr/><${statement}><Id>S1</Id><Acct><Id><IBAN>${OWN}</IBAN></Id><Ccy>EUR</Ccy></Acct>\n${of}\n</${statement}></${name}></Document>`;
  return prefix === '' ? text : text.replaceAll(/<(\/?)(?=[A-Z])/g, `<$1${prefix}:`).replace('xmlns=', `xmlns:${prefix}=`);
};
const one = (text: string) => readText(text)[0];
const lineOf = (more: string, amount = '100.00', indicator = 'CRDT') => one(message(entry(amount, indicator, more)))?.lines[0];

it('reads all versions and kinds of the message, with a prefix and without', () => {
  const of = `${balance('OPBD', '10.00', 'DBIT')}${balance('CLBD', '90.00', 'CRDT', '2026-03-31')}${entry('100.00', 'CRDT')}`;
  for (const version of ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '13'])
    for (const prefix of ['', 'n'])
      expect(one(message(of, { type: `camt.053.001.${version}`, prefix }))).toEqual({
        ...{ format: 'camt.053', account: { iban: OWN }, currency: 'EUR', from: '2026-03-01', to: '2026-03-31', number: 'S1' },
        ...{ opening: -1000, closing: 9000, lines: [{ no: 1, at: 3, date: '2026-03-03', amount: 10_000, text: '' }] },
      });
  expect(one(message(of, { type: 'camt.052.001.08', message: 'BkToCstmrAcctRpt', statement: 'Rpt' }))?.format).toBe('camt.052');
  expect(one(message(entry('1', 'CRDT'), { type: 'camt.054.001.08', message: 'BkToCstmrDbtCdtNtfctn', statement: 'Ntfctn' }))?.format).toBe(
    'camt.054',
  );
});

it('refuses a namespace that is none of these messages', () => {
  for (const type of ['camt.056.001.08', 'pain.001.001.09', 'camt.053', 'camt.053.002.08'])
    expect(refusedFor(message('', { type }))).toMatchObject({ code: 'statement.unreadable', why: 'namespace', line: 1 });
  expect(refusedFor('<html><body/></html>')).toMatchObject({ why: 'namespace', text: '' });
  // The message of one kind in the namespace of another.
  expect(refusedFor(message('', { type: 'camt.052.001.08' }))).toMatchObject({ why: 'no_statement' });
});

it('opens and closes a page within a statement with its interim balances, and leaves what is not booked out', () => {
  const pending = entry('7.00', 'DBIT').replace('BOOK', 'PDNG');
  expect(one(message(`${balance('ITBD', '5.00')}${entry('1.00', 'CRDT')}${pending}${balance('ITBD', '6.00')}`))).toMatchObject({
    ...{ opening: 500, closing: 600, lines: [{ amount: 100 }], notices: [{ code: 'not_booked', line: 2, params: { count: 1 } }] },
  });
  expect(
    one(message(`${balance('PRCD', '5.00')}${balance('OPBD', '4.00')}${entry('1.00', 'CRDT')}${balance('ITBD', '5.00')}`)),
  ).toMatchObject({
    ...{ opening: 400, closing: 500 },
  });
  expect(refusedFor(message(`${balance('OPBD', '4.00')}${balance('CLBD', '5.01')}${entry('1.00', 'CRDT')}`))).toMatchObject({
    ...{ code: 'statement.unbalanced', why: 'balance', difference: '0.01', reached: '5.00', closing: '5.01' },
  });
});

it('takes the other side, the texts and the references of an entry with one payment', () => {
  const parties =
    `<RltdPties><Dbtr><Pty><Nm>Cafés Levante, S.L.</Nm></Pty></Dbtr><DbtrAcct><Id><IBAN>${OTHER}</IBAN></Id></DbtrAcct>` +
    `<Cdtr><Nm>Trastienda</Nm></Cdtr><CdtrAcct><Id><IBAN>${OWN}</IBAN></Id></CdtrAcct></RltdPties>`;
  const refs = '<Refs><AcctSvcrRef>B9</AcctSvcrRef><EndToEndId>NOTPROVIDED</EndToEndId><MndtId>M1</MndtId></Refs>';
  const remittance =
    '<RmtInf><Ustrd>Fra. F2026-000123</Ustrd><Ustrd> y  abono </Ustrd><Strd><CdtrRefInf><Ref>RF18539007547034</Ref></CdtrRefInf></Strd></RmtInf>';
  const code = '<BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>RCDT</Cd><SubFmlyCd>ESCT</SubFmlyCd></Fmly></Domn></BkTxCd>';
  const more = `<ValDt><DtTm>2026-03-04T23:30:00+02:00</DtTm></ValDt>${code}${details(`${refs}${parties}${remittance}`)}<AddtlNtryInf>Transferencia</AddtlNtryInf>`;
  expect(lineOf(more)).toEqual({
    ...{ no: 1, at: 3, date: '2026-03-03', valueDate: '2026-03-04', amount: 10_000, code: 'PMNT/RCDT/ESCT' },
    ...{
      text: 'Fra. F2026-000123 y abono',
      partyName: 'Cafés Levante, S.L.',
      partyIban: OTHER,
      reference: 'RF18539007547034',
      mandateId: 'M1',
    },
    bankReference: 'B9',
  });
  // What comes back keeps the sides of the payment: the other is who it had gone to.
  const returned = lineOf(`<RvslInd>true</RvslInd>${details(`${parties}<RtrInf><Rsn><Cd>AC04</Cd></Rsn></RtrInf>`)}`, '5', 'DBIT');
  expect(returned).toMatchObject({
    amount: -500,
    reversal: true,
    returnReason: 'AC04',
    partyName: 'Cafés Levante, S.L.',
    partyIban: OTHER,
  });
});

it('tells what was paid in another currency, and the fee that was kept', () => {
  const exchange = '<AmtDtls><InstdAmt><Amt Ccy="JPY">20000</Amt></InstdAmt><TxAmt><Amt Ccy="EUR">102.50</Amt></TxAmt></AmtDtls>';
  const charges = '<Chrgs><Rcrd><Amt Ccy="EUR">2.50</Amt><CdtDbtInd>DBIT</CdtDbtInd><ChrgInclInd>true</ChrgInclInd></Rcrd></Chrgs>';
  expect(lineOf(`${charges}${details(exchange)}`)).toMatchObject({
    amount: 10_000,
    original: { amount: 20_000, currency: 'JPY' },
    charges: 250,
  });
  // 20 000 yen at 195.12 to the euro are 102.50.
  const rated = exchange.replace(
    '</TxAmt>',
    '<CcyXchg><SrcCcy>JPY</SrcCcy><UnitCcy>EUR</UnitCcy><XchgRate>195.12</XchgRate></CcyXchg></TxAmt>',
  );
  expect(lineOf(details(rated))).toMatchObject({ original: { amount: 20_000 }, exchange: { rate: '195.12', unit: 'EUR' } });
  expect(lineOf(details(rated.replace(/<UnitCcy>.*<\/UnitCcy>/, '')))).toMatchObject({ exchange: { rate: '195.12' } });
  expect(lineOf(details(rated.replace('195.12', '-1')))).not.toHaveProperty('exchange');
  expect(lineOf(`${charges.replace('true', 'false')}${details('')}`)).not.toHaveProperty('charges');
  expect(lineOf('<Chrgs><TtlChrgsAndTaxAmt Ccy="EUR">1.20</TtlChrgsAndTaxAmt></Chrgs>')).toMatchObject({ charges: 120 });
  // As in version 2: without records.
  expect(
    lineOf('<Chrgs><Amt Ccy="EUR">0.30</Amt></Chrgs><Chrgs><Amt Ccy="EUR">0.10</Amt><CdtDbtInd>CRDT</CdtDbtInd></Chrgs>'),
  ).toMatchObject({ charges: 20 });
});

it('takes the payments of a batch only where they come to the entry, or to it and the fee', () => {
  const tx = (amount: string, more = '') => `<Amt Ccy="EUR">${amount}</Amt>${more}`;
  expect(lineOf(details(tx('60.00'), tx('50.00'), tx('10.00', '<CdtDbtInd>DBIT</CdtDbtInd>')))).toMatchObject({
    ...{ batch: 3, parts: [{ amount: 6000 }, { amount: 5000 }, { amount: -1000 }] },
  });
  expect(refusedFor(message(entry('100.00', 'CRDT', details(tx('60.00'), tx('39.99')))))).toMatchObject({
    ...{ code: 'statement.unbalanced', why: 'batch', line: 3, told: '100.00', found: '99.99', count: 2 },
  });
  const fee = '<Chrgs><TtlChrgsAndTaxAmt Ccy="EUR">2.00</TtlChrgsAndTaxAmt></Chrgs>';
  expect(lineOf(`${fee}${details(tx('60.00'), tx('42.00'))}`)).toMatchObject({ charges: 200, parts: [{ amount: 6000 }, { amount: 4200 }] });
  // Without amounts there is a count alone.
  expect(lineOf('<NtryDtls><Btch><NbOfTxs>35</NbOfTxs></Btch></NtryDtls>')).toMatchObject({ batch: 35 });
  expect(lineOf(details('', ''))).not.toHaveProperty('parts');
});

it('refuses an entry that is not whole, with its line', () => {
  const faults: readonly (readonly [why: string, of: string])[] = [
    ['amount', entry('1.005', 'CRDT')],
    ['amount', entry('-1.00', 'CRDT')],
    ['amount', entry('1e3', 'CRDT')],
    ['amount', entry('9'.repeat(20), 'CRDT')],
    ['sign', entry('1.00', 'CREDIT')],
    ['currency', entry('1.00', 'CRDT', '', 'USD')],
    ['currency', entry('1.00', 'CRDT', '', 'eur')],
    ['date', entry('1.00', 'CRDT').replace('2026-03-03', '2026-02-30')],
    ['missing', entry('1.00', 'CRDT').replace(/<BookgDt>.*<\/BookgDt>/, '')],
    ['missing', '<Ntry/>'],
    ['no_statement', ''],
  ];
  for (const [why, of] of faults) expect([why, refusedFor(message(`\n${of}`)).why]).toEqual([why, why]);
  expect(refusedFor(message(`\n${entry('1.005', 'CRDT')}`))).toMatchObject({ line: 4, text: '1.005' });
  expect(refusedFor(message('').replace(OWN, ''))).toMatchObject({ why: 'account' });
  expect(refusedFor(message('').replace('</Document>', ''))).toMatchObject({ why: 'xml', reason: 'malformed' });
  expect(refusedFor(`<!DOCTYPE Document>${message('')}`)).toMatchObject({ why: 'xml', reason: 'doctype' });
  expect(refusedFor(`<?xml version="1.0" encoding="ISO-8859-1"?>${message('<!-- ñ -->')}`)).toMatchObject({ why: 'encoding' });
});
