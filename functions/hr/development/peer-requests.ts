import { development } from '#api/hr/development.ts';
import {
  type PeerAnswers,
  PeerAnswersOf,
  type PeerRequest,
  PeerRequests,
  refusalOfPeerAnswer,
  withAnswer,
} from '#domain/hr/development/peer-feedback.ts';
import { peerAnswersId, type Review, Reviews, reviewActions, reviewId } from '#domain/hr/development/review.ts';
import { ReviewCycles } from '#domain/hr/development/review-cycle.ts';
import { Employees } from '#domain/hr/people/employee.ts';
import { invalid, throwIf } from '#kernel/errors.ts';
import { create, update } from '#kernel/record.ts';
import { on, upserts } from '#runtime/action.ts';
import { idFrom } from '#runtime/fingerprint.ts';
import { openRecords } from '#runtime/open-work.ts';
import { notFound, type Records } from '#runtime/records.ts';
import { command, query } from '../../platform/service.ts';
import { selfOf } from '../people/reach.ts';
import { askedOf, readStanding } from './review-store.ts';

const { actions } = development;

/** @throws DomainError `peer_request.peers` (400) of who does not work here, is named twice, or is whose review it is or who asks. */
async function requirePeers(records: Records, peers: readonly string[], not: readonly (string | undefined)[]): Promise<void> {
  const found = await records.getMany(Employees, peers);
  const wrong = peers.findIndex((id, i) => peers.indexOf(id) !== i || not.includes(id) || found[i]?.state !== 'active');
  if (wrong >= 0)
    throw invalid(
      'peer_request.peers',
      'Ask colleagues who work here, each once: neither whose review it is nor yourself.',
      `body.peers.${wrong}`,
    );
}

/** The id tells nothing of whom it names, and is the same for the same three: nobody is asked twice. */
const requestId = (tenant: string, cycleId: string, employeeId: string, peerId: string): string =>
  idFrom('pfr', tenant, cycleId, employeeId, peerId);

export const askPeers = command(
  actions.askPeers,
  upserts(Reviews, ({ path }) => reviewId(path)),
  async ({ path, body: { peers }, records, caller }, before) => {
    const standing = await readStanding(records, caller, path);
    throwIf(reviewActions.askPeers(askedOf(standing)));
    await requirePeers(records, peers, [path.employeeId, await selfOf(records, caller)]);
    const ids = peers.map((peer) => requestId(records.tenant, path.cycleId, path.employeeId, peer));
    const asked = await records.getMany(PeerRequests, ids);
    const { cycle, review } = standing;
    const data = (peerId: string): PeerRequest => ({
      ...{ cycleId: cycle.id, employeeId: path.employeeId, name: review.name, peerId, due: cycle.due, answered: false },
    });
    const made = peers.flatMap((peer, i) => (asked[i] ? [] : [create(PeerRequests, ids[i] as string, data(peer))]));
    return [before ? update(Reviews, before, before) : create<Review>(Reviews, reviewId(path), review), ...made];
  },
  () => ({ asked: true as const }),
);

export const answerPeerRequest = command(
  actions.answerPeerRequest,
  on(PeerRequests, (path) => path.peerRequestId),
  async ({ body, path, records, caller }, request) => {
    // Of what is asked of others nobody learns that it is there.
    if (request.peerId !== (await selfOf(records, caller))) throw notFound(PeerRequests.kind, path.peerRequestId);
    const cycle = await records.getOrThrow(ReviewCycles, request.cycleId);
    throwIf(refusalOfPeerAnswer(request, cycle.phase));
    const id = peerAnswersId(request);
    const before = await records.get(PeerAnswersOf, id);
    const after = withAnswer(before ?? { employeeId: request.employeeId, answers: [] }, body);
    return [
      update(PeerRequests, request, { ...request, answered: true }),
      before ? update(PeerAnswersOf, before, after as typeof before) : create<PeerAnswers>(PeerAnswersOf, id, after),
    ];
  },
  () => ({ answered: true as const }),
);

export const listPeerRequests = query(actions.listPeerRequests, async ({ records, caller }) => {
  const self = await selfOf(records, caller);
  const open = self === undefined ? [] : await Array.fromAsync(openRecords(records, PeerRequests, self));
  const cycles = await records.getMany(
    ReviewCycles,
    open.map(({ cycleId }) => cycleId),
  );
  return {
    items: open.flatMap(({ id, employeeId, name, due }, i) => {
      const cycle = cycles[i];
      return cycle?.phase === 'writing' ? [{ id, employeeId, name, due, cycle: cycle.title }] : [];
    }),
  };
});
