import * as z from 'zod/mini';
import { type Refusal, refusal } from '#kernel/errors.ts';
import { idWith } from '#kernel/id.ts';
import { recordType } from '#kernel/record.ts';
import { writtenText as text } from '#kernel/written-text.ts';

/** So many answers there must be before any is shown: of fewer, whoever asked could tell who said what. */
export const FEWEST_PEERS = 3;
export const MOST_PEERS = 12;

export const AskPeersInput = z.strictObject({
  /** Employees who are asked for theirs. Those who were asked before are not asked again. */
  peers: z.array(idWith('emp')).check(z.minLength(FEWEST_PEERS), z.maxLength(MOST_PEERS)),
});
export const PeerAnswer = z.strictObject({
  rating: z.int().check(z.minimum(1), z.maximum(5)),
  strengths: text(2000),
  improvements: z.optional(text(2000)),
});
export type PeerAnswer = z.output<typeof PeerAnswer>;

/** That a colleague is asked for an answer. Only they see it, and only until they have answered. */
export const PeerRequest = z.object({
  cycleId: z.string(),
  employeeId: z.string(),
  /** Of whom the answer is about. */
  name: z.string(),
  /** Who is asked. */
  peerId: z.string(),
  due: z.string(),
  answered: z.boolean(),
});
export type PeerRequest = Readonly<z.output<typeof PeerRequest>>;
export const PeerRequests = recordType<PeerRequest>({
  kind: 'peer-request',
  prefix: 'pfr',
  data: PeerRequest,
  history: 'ends',
  open: (request, id) => (request.answered ? undefined : { queue: request.peerId, sort: `${request.due}#${id}` }),
  person: ({ peerId }) => peerId,
  screen: { none: 'Whoever is asked finds it among what waits for them.' },
  read: 'nobody',
});

/** What colleagues answered of somebody: by nobody, at no hour, and in the order of their words, so that nothing tells who wrote what. */
export const PeerAnswers = z.object({ employeeId: z.string(), answers: z.array(PeerAnswer) });
export type PeerAnswers = Readonly<z.output<typeof PeerAnswers>>;
export const PeerAnswersOf = recordType<PeerAnswers>({
  kind: 'peer-answers',
  prefix: 'pan',
  data: PeerAnswers,
  history: 'ends',
  person: ({ employeeId }) => employeeId,
  sealed: true,
  anonymous: true,
  screen: { none: 'They are a part of the page of a review, from three on.' },
  read: 'nobody',
});

const order = (a: PeerAnswer, b: PeerAnswer): number => {
  const [x, y] = [JSON.stringify([a.strengths, a.rating]), JSON.stringify([b.strengths, b.rating])];
  return x < y ? -1 : x > y ? 1 : 0;
};
/** The answers with another one, in an order that tells nothing of when each came. */
export const withAnswer = (before: PeerAnswers, answer: PeerAnswer): PeerAnswers => ({
  ...before,
  answers: [...before.answers, answer].toSorted(order),
});

/** What is shown of answers: nothing of fewer than three, not even how many there are. The mean has one decimal. */
export function feedbackShown(of: PeerAnswers | undefined): { rating: string; answers: PeerAnswer[] } | undefined {
  if (of === undefined || of.answers.length < FEWEST_PEERS) return undefined;
  const sum = of.answers.reduce((total, { rating }) => total + rating, 0);
  const tenths = Math.round((sum * 10) / of.answers.length);
  return { rating: `${Math.floor(tenths / 10)}.${tenths % 10}`, answers: [...of.answers] };
}

/** Why a peer's request takes no answer now. */
export const refusalOfPeerAnswer = ({ answered }: PeerRequest, phase: string): Refusal | undefined => {
  if (answered) return refusal('peer_request.answered', 'You have answered already: thank you.', 'path.peerRequestId');
  return phase === 'writing'
    ? undefined
    : refusal('review.phase', `The cycle is in ${phase}: this cannot be done now.`, 'path.peerRequestId', { phase });
};

export const PeerRequestView = z.object({ id: z.string(), employeeId: z.string(), name: z.string(), cycle: z.string(), due: z.string() });
