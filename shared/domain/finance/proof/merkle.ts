/** SHA-256 of some bytes one after the other: what computes is handed in, as the rulebook computes nothing of its own. */
export type Digest = (...parts: readonly Uint8Array[]) => Uint8Array;

/** What is hashed differs by its first byte, so that no leaf can pass for a node: RFC 6962, 2.1. A link of a chain is a third kind. */
const [LEAF, NODE, LINK] = [0, 1, 2].map((first) => Uint8Array.of(first)) as [Uint8Array, Uint8Array, Uint8Array];

/** Before the first link of a chain: 32 bytes of nothing. */
export const NO_LINK: Uint8Array = new Uint8Array(32);

export const leafHash = (digest: Digest, text: Uint8Array): Uint8Array => digest(LEAF, text);
/** The link of a chain after another one: of what came before, and of a leaf. */
export const linkHash = (digest: Digest, previous: Uint8Array, leaf: Uint8Array): Uint8Array => digest(LINK, previous, leaf);
/** The last link after so many leaves. */
export const chainOf = (digest: Digest, leaves: readonly Uint8Array[], previous: Uint8Array = NO_LINK): Uint8Array =>
  leaves.reduce((link, leaf) => linkHash(digest, link, leaf), previous);

/** The largest power of two below a number of leaves: there RFC 6962 divides them. */
const half = (count: number): number => 2 ** Math.ceil(Math.log2(count) - 1);

/** The hash over some leaves, of which there is at least one: RFC 6962, 2.1. */
export function treeRoot(digest: Digest, leaves: readonly Uint8Array[]): Uint8Array {
  if (leaves.length <= 1) return leaves[0] ?? digest();
  const at = half(leaves.length);
  return digest(NODE, treeRoot(digest, leaves.slice(0, at)), treeRoot(digest, leaves.slice(at)));
}

/** One step from a leaf up to its root: the hash beside it, and on which side that stands. */
export interface PathStep {
  readonly side: 'left' | 'right';
  readonly hash: Uint8Array;
}

/** What leads from a leaf to the root, from below: RFC 6962, 2.1.1. */
export function pathTo(digest: Digest, leaves: readonly Uint8Array[], index: number): PathStep[] {
  if (leaves.length <= 1) return [];
  const at = half(leaves.length);
  const [left, right] = [leaves.slice(0, at), leaves.slice(at)];
  return index < at
    ? [...pathTo(digest, left, index), { side: 'right', hash: treeRoot(digest, right) }]
    : [...pathTo(digest, right, index - at), { side: 'left', hash: treeRoot(digest, left) }];
}

/** The root that a leaf has by its path. */
export const rootBy = (digest: Digest, leaf: Uint8Array, path: readonly PathStep[]): Uint8Array =>
  path.reduce((below, { side, hash }) => (side === 'left' ? digest(NODE, hash, below) : digest(NODE, below, hash)), leaf);
