#!/usr/bin/env python3
"""Verifies the books of a company by themselves, without the product: one file, nothing to install (Python 3.10 or newer).

    python3 verify_books.py books-proof.tsv seal-000001.json seal-000002.json …

`books-proof.tsv` is the export "books-proof"; the seals are the files that the product keeps, or better, copies that somebody else
has kept. It says which entry was changed, taken away, added or moved since it came into the books, whether the balances are what the
entries come to, and whether a seal is missing. It ends with 0 where all agrees, else with 1. How it works: docs/proof.md.
"""
import base64
import json
import sys
from hashlib import sha256

MOST_TOLD = 50
LEAF, NODE, LINK = b"\x00", b"\x01", b"\x02"


def tree_root(leaves: bytes) -> bytes:
    """RFC 6962, 2.1: the hash over leaves of 32 bytes each."""
    count = len(leaves) // 32
    if count == 1:
        return leaves
    half = 1 << (count - 1).bit_length() - 1
    return sha256(NODE + tree_root(leaves[: half * 32]) + tree_root(leaves[half * 32 :])).digest()


def missing(first: int, last: int) -> str:
    return f"no. {first} is" if first == last else f"no. {first} to {last} are"


class Verifier:
    def __init__(self) -> None:
        self.faults: list[str] = []
        self.count = 0
        self.sealed: dict[str, list[tuple[int, int, int, bytes]]] = {}
        self.head: dict = {}
        self.sequences: set[str] = set()
        self.folded: dict[tuple[str, str], list[int]] = {}
        self.stored: dict[tuple[str, str], tuple[int, int]] = {}
        self.entries = 0
        self.ended = False
        self.name = ""
        self.promised = 0
        self.next = 1
        self.part = 0
        self.link = bytes(32)
        self.broken = False

    def found(self, text: str) -> None:
        self.count += 1
        if len(self.faults) < MOST_TOLD:
            self.faults.append(text)

    def read_seals(self, paths: list[str]) -> None:
        """Each seal by itself, and after the one before."""
        seals = []
        for path in paths:
            with open(path, "rb") as file:
                content = file.read()
            seal = json.loads(content)
            if seal.get("format") != "trastienda-seal":
                raise SystemExit(f"{path} is no seal")
            seals.append((seal["no"], sha256(content).hexdigest(), seal))
        before = None
        for no, digest, seal in sorted(seals, key=lambda each: each[0]):
            if before and no != before[0] + 1:
                self.found(f"between seal {before[0]} and seal {no} some are missing")
            elif (seal["previous"] != before[1]) if before else (no == 1 and seal["previous"] is not None):
                self.found(f"seal {no} does not follow seal {no - 1}: one of both was changed")
            for part in seal["parts"]:
                self.take_part(no, part)
            before = (no, digest)

    def take_part(self, no: int, part: dict) -> None:
        name = f"{part['period']}.{part['shard']}"
        first, last = part["from"], part["to"]
        leaves = base64.b64decode(part["leaves"])
        parts = self.sealed.setdefault(name, [])
        if len(leaves) != 32 * (last - first + 1) or tree_root(leaves).hex() != part["root"]:
            self.found(f"seal {no}: the hashes of {name} from {first} to {last} do not come to their root")
        if parts and first != parts[-1][2] + 1:
            self.found(f"seal {no}: {name} goes on at {first}, after {parts[-1][2]}")
        parts.append((no, first, last, leaves))

    def begin_sequence(self, name: str, promised: int) -> None:
        self.end_sequence()
        if name in self.sequences:
            self.found(f"the sequence {name} comes twice")
        self.sequences.add(name)
        self.name, self.promised = name, promised
        self.next, self.part, self.broken, self.link = 1, 0, False, bytes(32)

    def end_sequence(self) -> None:
        if not self.name:
            return
        if self.next <= self.promised:
            self.found(f"{self.name}: {missing(self.next, self.promised)} missing at the end")
        parts = self.sealed.get(self.name)
        last = parts[-1][2] if parts else 0
        if self.next <= last and last > self.promised:
            self.found(f"{self.name}: sealed up to {last}, and there are {self.next - 1}")

    def read_entry(self, leaf: bytes, link: bytes, text: bytes) -> None:
        self.entries += 1
        entry = json.loads(text)
        name, seq = self.name, entry["seq"]
        who = f"{name} no. {seq} ({entry['document']})"
        if f"{entry['period']}.{entry['shard']}" != name:
            return self.found(f"{who}: says that it is of {entry['period']}.{entry['shard']}")
        if seq < self.next:
            return self.found(f"{who}: comes twice, or after its place: added or moved")
        if seq > self.next:
            self.found(f"{name}: {missing(self.next, seq - 1)} missing before no. {seq}: taken away or moved")
        if seq > self.promised:
            self.found(f"{who}: beyond the {self.promised} that were counted: added")
        now, then = sha256(LEAF + text).digest(), bytes.fromhex(leaf.decode())
        part = self.part_of(seq)
        if part:
            no, first, _, leaves = part
            if now != leaves[32 * (seq - first) : 32 * (seq - first + 1)]:
                self.found(f"{who}: is not the entry of seal {no}: changed since")
        elif now != then:
            self.found(f"{who}: changed since it came into the books")
        # The chain is that of the entries as they came; one break is told, and it goes on from what is stored.
        stored = bytes.fromhex(link.decode())
        if seq == self.next and not self.broken and sha256(LINK + self.link + then).digest() != stored:
            self.broken = True
            self.found(f"{who}: does not follow the entry before it in the chain")
        self.link, self.next = stored, seq + 1
        self.fold(entry, who)

    def part_of(self, seq: int):
        """The sealed part of the sequence that holds a number."""
        parts = self.sealed.get(self.name, ())
        while self.part < len(parts) and parts[self.part][2] < seq:
            self.part += 1
        return parts[self.part] if self.part < len(parts) and parts[self.part][1] <= seq else None

    def fold(self, entry: dict, who: str) -> None:
        """A month of the books; `2026-12z` of what closed a fiscal year with it."""
        month = entry["period"] + ("z" if entry["shard"] == 4 else "")
        total = 0
        for line in entry["lines"]:
            amount = line["amount"]
            total += amount
            sides = self.folded.setdefault((line["account"], month), [0, 0])
            sides[0 if amount > 0 else 1] += abs(amount)
        if total != 0:
            self.found(f"{who}: debits and credits differ by {total}")

    def compare_balances(self) -> None:
        for key in self.folded.keys() | self.stored.keys():
            debit, credit = self.folded.get(key, (0, 0))
            kept = self.stored.get(key, (0, 0))
            if (debit, credit) != kept:
                self.found(
                    f"account {key[0]}, {key[1]}: kept are {kept[0]} and {kept[1]}, "
                    f"the entries come to {debit} and {credit} (debit, credit, in cents)"
                )

    def read_line(self, line: bytes) -> None:
        what, *fields = line.split(b"\t")
        if what == b"entry":
            self.read_entry(*fields)
        elif what == b"sequence":
            self.begin_sequence(fields[0].decode(), int(fields[1]))
        elif what == b"balance":
            self.stored[(fields[0].decode(), fields[1].decode())] = (int(fields[2]), int(fields[3]))
        elif what == b"books":
            self.head = json.loads(fields[0])
        elif what == b"end":
            self.ended = True
            if int(fields[0]) != self.entries:
                self.found(f"the file holds {self.entries} entries, and says that it has {int(fields[0])}")
        elif line:
            self.found(f"a line that is none of such a file: {line[:60].decode(errors='replace')}")

    def verify(self, path: str) -> None:
        with open(path, "rb", buffering=1 << 20) as file:
            for line in file:
                self.read_line(line.rstrip(b"\n"))
        self.end_sequence()
        if self.head.get("format") != "trastienda-books":
            self.found("the file does not begin as an export of books with their proof")
        for name, parts in self.sealed.items():
            if name[:7] in self.head.get("months", ()) and name not in self.sequences:
                self.found(f"{name}: sealed up to {parts[-1][2]}, and not in the file")
        if not self.ended:
            self.found("the file breaks off")
        self.compare_balances()


def main(arguments: list[str]) -> int:
    if not arguments:
        print("usage: python3 verify_books.py books-proof.tsv [seal-000001.json …]", file=sys.stderr)
        return 2
    verifier = Verifier()
    verifier.read_seals(arguments[1:])
    verifier.verify(arguments[0])
    for fault in verifier.faults:
        print(f"✗ {fault}")
    if verifier.count > len(verifier.faults):
        print(f"… and {verifier.count - len(verifier.faults)} more")
    over = sum(last - first + 1 for parts in verifier.sealed.values() for _, first, last, _ in parts)
    about = f"{verifier.entries} entries in {len(verifier.sequences)} sequences, {len(arguments) - 1} seals over {over} entries"
    print(f"✓ {about}: all agrees" if verifier.count == 0 else f"{verifier.count} faults in {about}")
    return 0 if verifier.count == 0 else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
