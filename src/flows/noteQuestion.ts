import type { Decision } from '../core/book';
import { hasErrors } from '../core/check';
import { titleOf } from '../core/draw/rows';
import { answerKey, HEAD, NOTE } from '../core/head';
import { QUESTIONS } from '../core/office';
import { readSubmission } from '../core/read';
import { operatorsOf } from '../core/senders';
import type { VillageCode } from '../core/settings';
import { MARKS } from '../core/states';
import { TAB } from '../core/tabs/names';
import { CATALOGUE } from '../reports/index';
import type { Desk } from './desk';
import { villageField, type Draft, type Plain } from './dialogFields';
import { problem, villageNamed, type Order, type UnderstandResult } from './orders';

const NOT_USED = 'Konsultasi tidak dipakai di sini.';
const isUsed = ({ settings }: Desk): boolean => settings.reportTypes.includes(QUESTIONS);

/** The dialog of *Catat pertanyaan*. */
export function noteDialog(desk: Desk, plain: Plain): Draft {
  if (!isUsed(desk)) return { ...plain, introduction: NOT_USED, action: '' };
  return {
    ...plain,
    introduction:
      'Pertanyaan operator yang datang lewat WA, telepon, atau pertemuan dicatat di tab Konsultasi. Jawabannya ' +
      'ditulis dan dikirim dari sana, seperti untuk pertanyaan dari formulir.',
    fields: [
      villageField(desk),
      {
        id: 'reason',
        label: 'Pertanyaan',
        kind: 'longText',
        required: true,
        help: 'Tanpa NIK, nomor KK, dan nama warga.',
      },
    ],
    action: 'Catat pertanyaan',
  };
}

/** The question as a response that no form has: the decision carries what was read of it. */
function decisionFor(
  desk: Desk,
  village: VillageCode,
  question: string,
): Omit<Decision, 'actor'> | undefined {
  const { settings, context } = desk;
  const type = CATALOGUE.find((one) => one.id === QUESTIONS);
  const place = settings.villages.find((one) => one.code === village);
  if (type === undefined || place === undefined) return undefined;
  const answers = {
    [HEAD.reportType]: type.shortTitle,
    [HEAD.reporter]: operatorsOf(settings, village, context.today)[0]?.name ?? 'Operator',
    [answerKey(type.id, 'topic')]: 'Lainnya',
    [answerKey(type.id, 'question')]: question,
    [answerKey(type.id, NOTE)]: MARKS.noted.operator,
  };
  const id = `T${String(desk.now)}`;
  const submission = { id, village, at: desk.now, sender: '', answers, unknown: [] };
  const { type: _, ...read } = readSubmission(
    { ...submission, proof: 'verified' },
    CATALOGUE,
    settings,
    place.kind,
  );
  const kept = { ...read, type: type.id };
  const about = { village, ...(read.period === undefined ? {} : { period: read.period }), reason: question };
  return { id, at: desk.now, action: 'note', kept, ...about };
}

/** Reads whose question it is and what is asked. */
export function understandNote(desk: Desk, order: Order): UnderstandResult {
  if (!isUsed(desk)) return problem(NOT_USED);
  const village = villageNamed(desk, order.village);
  if (village === undefined) return problem('Mohon pilih desa atau kelurahannya.');
  const question = order.reason.trim();
  if (question === '') return problem('Mohon tulis pertanyaannya (di Perintah: di kolom Alasan).');
  const decision = decisionFor(desk, village, question);
  const findings = decision?.kept?.findings ?? [];
  if (decision === undefined || hasErrors(findings))
    return problem(findings.map((one) => one.message).join(' '));
  return {
    ok: {
      many: [decision],
      said: `Pertanyaan ${titleOf(desk.context, village)} dicatat di tab ${TAB.consultation}. Tulis Jawaban di sana, lalu centang Kirim.`,
    },
  };
}
