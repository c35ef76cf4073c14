import fc from 'fast-check';
import { expect, it } from 'vitest';
import { digest, hexOf } from '../../../../functions/finance/proof/digest.ts';
import { leafHash, pathTo, rootBy, treeRoot } from '../../../../shared/domain/finance/proof/merkle.ts';

/** The inputs and roots of Certificate Transparency's own tests (RFC 6962): of the first one, of the first two … */
const INPUTS = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
const ROOTS = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];
const LEAVES = INPUTS.map((hex) => leafHash(digest, Buffer.from(hex, 'hex')));

it('comes to the roots of RFC 6962', () => {
  expect(LEAVES.map((_, i) => hexOf(treeRoot(digest, LEAVES.slice(0, i + 1))))).toEqual(ROOTS);
});

it('leads from each leaf to the root, and from no other leaf', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 70 }), fc.nat(), fc.nat(), (count, one, other) => {
      const leaves = Array.from({ length: count }, (_, i) => leafHash(digest, Buffer.from(`entry ${i}`)));
      const root = hexOf(treeRoot(digest, leaves));
      const [at, off] = [one % count, other % count];
      const path = pathTo(digest, leaves, at);
      expect(hexOf(rootBy(digest, leaves[at] as Uint8Array, path))).toBe(root);
      if (off !== at) expect(hexOf(rootBy(digest, leaves[off] as Uint8Array, path))).not.toBe(root);
    }),
    { numRuns: 100 },
  );
});
