import type { SenderProof, Submission } from '../book';
import { HEAD } from '../head';
import { closedUntil, isPinProof, pinOf, provenBy, withWrong } from '../pins';
import { usesPin } from '../senders';
import type { Settings } from '../settings';
import type { FoldEnv, Now } from './env';
import type { Work } from './work';

/**
 * How the sender is known, the PIN compared where there is one; what is on record of an earlier comparison holds, since
 * a form that asks for no PIN any more may have forgotten the answers.
 */
export function comparedProof(
  { proof, sender, answers, village, at, kept, imported }: Submission,
  settings: Settings,
  seal: FoldEnv['seal'],
): SenderProof {
  const isKnown = isPinProof(proof) && proof !== 'unseenPin';
  if (isKnown || kept !== undefined || imported === true) return proof;
  const pin = pinOf(answers[HEAD.pin]);
  if (pin === '') return sender === '' && !isPinProof(proof) && usesPin(settings, village) ? 'noPin' : proof;
  if (seal === undefined) throw new Error('A PIN is compared without a seal.');
  return provenBy(settings, village, pin, at, seal);
}

/** The same submission with what its PIN proves at that moment; a wrong one is noted in the village's head. */
export function withPinProof(work: Work, submission: Submission, { settings }: Now): Submission {
  const { at } = submission;
  const proof = comparedProof(submission, settings, work.env.seal);
  if (!isPinProof(proof) || proof === 'noPin') return { ...submission, proof };
  if (closedUntil(work.head.wrongPins, at) !== undefined) return { ...submission, proof: 'unseenPin' };
  if (proof === 'wrongPin') work.head = { ...work.head, wrongPins: withWrong(work.head.wrongPins, at) };
  return { ...submission, proof };
}
