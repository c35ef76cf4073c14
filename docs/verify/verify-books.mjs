#!/usr/bin/env node
/**
 * Verifies the books of a company by themselves, without the product: one file, nothing to install (Node 20 or newer).
 *
 *   node verify-books.mjs books-proof.tsv seal-000001.json seal-000002.json …
 *
 * `books-proof.tsv` is the export "books-proof"; the seals are the files that the product keeps, or better, copies that somebody else
 * has kept. It says which entry was changed, taken away, added or moved since it came into the books, whether the balances are what the
 * entries come to, and whether a seal is missing. It ends with 0 where all agrees, else with 1. How it works: docs/proof.md.
 */
import { createHash } from 'node:crypto';
import { createReadStream, readFileSync } from 'node:fs';

const MOST_TOLD = 50;
const [LEAF, NODE, LINK] = [Buffer.of(0), Buffer.of(1), Buffer.of(2)];

const faults = [];
let count = 0;
const found = (text) => {
  count += 1;
  if (faults.length < MOST_TOLD) faults.push(text);
};
const sha256 = (...parts) => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

/** RFC 6962, 2.1. */
function treeRoot(leaves, from, to) {
  if (to - from === 1) return leaves.subarray(from * 32, to * 32);
  const half = 2 ** Math.ceil(Math.log2(to - from) - 1);
  return sha256(NODE, treeRoot(leaves, from, from + half), treeRoot(leaves, from + half, to));
}

/** Sequence → its sealed parts, in order. */
const sealed = new Map();

/** Each seal by itself, and after the one before. */
function readSeals(paths) {
  const seals = paths.map((path) => {
    const bytes = readFileSync(path);
    return { path, hash: sha256(bytes).toString('hex'), seal: JSON.parse(bytes.toString('utf8')) };
  });
  seals.sort((a, b) => a.seal.no - b.seal.no);
  let before;
  for (const { path, hash, seal } of seals) {
    if (seal.format !== 'trastienda-seal') throw new Error(`${path} is no seal`);
    if (before && seal.no !== before.seal.no + 1) found(`between seal ${before.seal.no} and seal ${seal.no} some are missing`);
    else if (before ? seal.previous !== before.hash : seal.no === 1 && seal.previous !== null)
      found(`seal ${seal.no} does not follow seal ${seal.no - 1}: one of both was changed`);
    for (const part of seal.parts) takePart(seal.no, part);
    before = { hash, seal };
  }
  return seals.length;
}

function takePart(no, { period, shard, from, to, root, chain, leaves: text }) {
  const name = `${period}.${shard}`;
  const leaves = Buffer.from(text, 'base64');
  const parts = sealed.get(name) ?? [];
  const last = parts.at(-1)?.to;
  if (leaves.length !== 32 * (to - from + 1) || treeRoot(leaves, 0, to - from + 1).toString('hex') !== root)
    found(`seal ${no}: the hashes of ${name} from ${from} to ${to} do not come to their root`);
  if (last !== undefined && from !== last + 1) found(`seal ${no}: ${name} goes on at ${from}, after ${last}`);
  parts.push({ no, from, to, chain, leaves });
  sealed.set(name, parts);
}

// The sequence whose entries are read.
let name = '';
let promised = 0;
let next = 1;
let part = 0;
let storedLink = Buffer.alloc(32);
let broken = false;
let entries = 0;
let ended = false;
const sequences = new Set();
const folded = new Map();
const stored = new Map();

function beginSequence(fields) {
  endSequence();
  [name, promised] = [fields[0], Number(fields[1])];
  if (sequences.has(name)) found(`the sequence ${name} comes twice`);
  sequences.add(name);
  [next, part, broken, storedLink] = [1, 0, false, Buffer.alloc(32)];
}

function endSequence() {
  if (name === '') return;
  if (next <= promised) found(`${name}: ${missing(next, promised)} missing at the end`);
  const last = sealed.get(name)?.at(-1)?.to ?? 0;
  if (next <= last && last > promised) found(`${name}: sealed up to ${last}, and there are ${next - 1}`);
}

const missing = (from, to) => (from === to ? `no. ${from} is` : `no. ${from} to ${to} are`);

function readEntry(leaf, link, text) {
  entries += 1;
  const entry = JSON.parse(text);
  const { seq } = entry;
  const who = `${name} no. ${seq} (${entry.document})`;
  if (`${entry.period}.${entry.shard}` !== name) return found(`${who}: says that it is of ${entry.period}.${entry.shard}`);
  if (seq < next) return found(`${who}: comes twice, or after its place: added or moved`);
  if (seq > next) found(`${name}: ${missing(next, seq - 1)} missing before no. ${seq}: taken away or moved`);
  if (seq > promised) found(`${who}: beyond the ${promised} that were counted: added`);
  const now = sha256(LEAF, text);
  const then = Buffer.from(leaf, 'hex');
  const isSame = now.equals(then);
  checkSealed(who, seq, now);
  if (!isSame && !isSealed(seq)) found(`${who}: changed since it came into the books`);
  // The chain is that of the entries as they came; one break is told, and it goes on from what is stored.
  const linked = seq === next ? sha256(LINK, storedLink, then).toString('hex') : link;
  if (linked !== link && !broken) {
    broken = true;
    found(`${who}: does not follow the entry before it in the chain`);
  }
  storedLink = Buffer.from(link, 'hex');
  next = seq + 1;
  fold(entry, who);
}

/** The sealed part of the sequence that holds a number. */
function partOf(seq) {
  const parts = sealed.get(name) ?? [];
  while (part < parts.length && parts[part].to < seq) part += 1;
  const of = parts[part];
  return of && of.from <= seq ? of : undefined;
}
const isSealed = (seq) => partOf(seq) !== undefined;

function checkSealed(who, seq, now) {
  const of = partOf(seq);
  if (!of) return;
  const at = 32 * (seq - of.from);
  if (!now.equals(of.leaves.subarray(at, at + 32))) found(`${who}: is not the entry of seal ${of.no}: changed since`);
}

/** A month of the books; `2026-12z` of what closed a fiscal year with it. */
function fold({ period, shard, lines }, who) {
  let sum = 0;
  const month = shard === 4 ? `${period}z` : period;
  for (const { account, amount } of lines) {
    sum += amount;
    const key = `${account}\t${month}`;
    const of = folded.get(key);
    if (!of) folded.set(key, amount > 0 ? [BigInt(amount), 0n] : [0n, BigInt(-amount)]);
    else if (amount > 0) of[0] += BigInt(amount);
    else of[1] -= BigInt(amount);
  }
  if (sum !== 0) found(`${who}: debits and credits differ by ${sum}`);
}

function compareBalances() {
  for (const key of new Set([...folded.keys(), ...stored.keys()])) {
    const [debit, credit] = folded.get(key) ?? [0n, 0n];
    const [d, c] = stored.get(key) ?? ['0', '0'];
    if (String(debit) === d && String(credit) === c) continue;
    const [account, month] = key.split('\t');
    found(`account ${account}, ${month}: kept are ${d} and ${c}, the entries come to ${debit} and ${credit} (debit, credit, in cents)`);
  }
}

/** Sealed sequences of the months that the file is of, and that it has not. */
function lookForSequences(months) {
  for (const [sequence, parts] of sealed)
    if (months.includes(sequence.slice(0, 7)) && !sequences.has(sequence))
      found(`${sequence}: sealed up to ${parts.at(-1).to}, and not in the file`);
}

let head;
function readLine(line) {
  const [what, ...fields] = line.split('\t');
  if (what === 'entry') readEntry(fields[0], fields[1], fields[2]);
  else if (what === 'sequence') beginSequence(fields);
  else if (what === 'balance') stored.set(`${fields[0]}\t${fields[1]}`, [fields[2], fields[3]]);
  else if (what === 'books') head = JSON.parse(fields[0]);
  else if (what === 'end') {
    ended = true;
    if (Number(fields[0]) !== entries) found(`the file holds ${entries} entries, and says that it has ${fields[0]}`);
  } else if (line !== '') found(`a line that is none of such a file: ${line.slice(0, 60)}`);
}

const [file, ...seals] = process.argv.slice(2);
if (!file) {
  console.error('usage: node verify-books.mjs books-proof.tsv [seal-000001.json …]');
  process.exit(2);
}
const sealCount = readSeals(seals);
let rest = '';
for await (const piece of createReadStream(file, { encoding: 'utf8', highWaterMark: 1 << 17 })) {
  const lines = (rest + piece).split('\n');
  rest = lines.pop();
  for (const line of lines) readLine(line);
}
if (rest !== '') readLine(rest);
endSequence();
if (head?.format !== 'trastienda-books') found('the file does not begin as an export of books with their proof');
else lookForSequences(head.months);
if (!ended) found('the file breaks off');
compareBalances();
for (const fault of faults) console.log(`✗ ${fault}`);
if (count > faults.length) console.log(`… and ${count - faults.length} more`);
const sealedTo = [...sealed.values()].reduce((sum, parts) => sum + parts.reduce((all, { from, to }) => all + to - from + 1, 0), 0);
const about = `${entries} entries in ${sequences.size} sequences, ${sealCount} seals over ${sealedTo} entries`;
console.log(count === 0 ? `✓ ${about}: all agrees` : `${count} faults in ${about}`);
process.exitCode = count === 0 ? 0 : 1;
