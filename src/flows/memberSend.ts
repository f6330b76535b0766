import type { Decision } from '../core/book';
import { HEAD } from '../core/head';
import { maskNumbers } from '../core/identity';
import { refusalText } from '../core/importTold';
import type { MemberLine } from '../core/memberTable';
import type { ReportType } from '../core/report';
import type { Instant } from '../core/settings';
import { now } from '../google/clock';
import { senderTo, type Sent } from '../google/formAnswers';
import { openForm } from '../google/responses';
import { readDecided } from './decisions';
import { openDesk, type Desk } from './desk';
import { adoption, answersOf, tryMembers } from './memberTry';
import type { Memory } from './memory';
import type { VillageRow } from './registry';
import { keyOf } from './villageForms';
import { workUnderLock } from './work';

/** What all members of one import have in common. */
export interface Batch {
  /** When it began. */
  readonly at: Instant;
  readonly actor: string;
  /** `Impor anggota dari Daftar Linmas`. */
  readonly reason: string;
}

/** A village's lines, and how long they may be sent: no new one after `until`, the round that takes them in by `end`. */
interface VillageLines {
  readonly batch: Batch;
  /** Undefined: the source cannot be read any more; what was sent is taken in all the same. */
  readonly type: ReportType | undefined;
  readonly row: VillageRow;
  readonly own: readonly MemberLine[];
  readonly until: Instant;
  readonly end: Instant;
}

/** What came of a village's lines; lines that the form did not take, in words. */
interface SentLines {
  /** False: some of its lines wait for a further round. */
  readonly isWhole: boolean;
  readonly failed: readonly string[];
}

export const NOTHING_SENT: SentLines = { isWhole: true, failed: [] };

/** Members of a village that are sent before a round takes them in. */
const ROUND = 100;

/** What a response of this import says in *Nama petugas pelapor*; known again by it after an interruption. */
const markOf = ({ at }: Batch, place: number): string => `Impor ${at.toString(36)}-${String(place)}`;

/** Responses of this import that the village's form has already, by the place of their line. */
function sentBefore(batch: Batch, formId: string, row: VillageRow): Map<number, Sent> {
  const prefix = markOf(batch, 0).slice(0, -1);
  const items = row.personal?.items ?? {};
  const found = new Map<number, Sent>();
  for (const raw of openForm(formId).responses(batch.at)) {
    const reporter = raw.answers.find(({ itemId }) => keyOf(items, itemId) === HEAD.reporter)?.value;
    if (typeof reporter === 'string' && reporter.startsWith(prefix))
      found.set(Number(reporter.slice(prefix.length)), { id: raw.id, at: raw.at });
  }
  return found;
}

/** Sends the lines of a village that it does not have yet, and makes all of them the office's own. */
export function sendVillage(desk: Desk, memory: Memory, village: VillageLines): SentLines {
  const { batch, type, row, own, until } = village;
  const formId = row.personal?.form ?? '';
  if (formId === '') return NOTHING_SENT;
  const sent = sentBefore(batch, formId, row);
  const before = sent.size;
  const waiting = own.filter((line) => !sent.has(line.place));
  const failed: string[] = [];
  let isWhole = true;
  const send = senderTo(formId);
  for (const line of type ? tryMembers(desk, type, waiting).good : []) {
    if (now() > until || sent.size - before >= ROUND) {
      isWhole = false;
      break;
    }
    const one = type && sendOne(send, row, answersOf(type, line, markOf(batch, line.place)));
    if (typeof one === 'string')
      failed.push(refusalText({ ...line, village: row.name, month: '', text: `${line.who}: ${one}` }));
    else if (one !== undefined) sent.set(line.place, one);
  }
  adoptAll(desk, memory, village, sent);
  return { isWhole, failed };
}

/** Sends one member's answers, by answer key; where the form does not take them, why not. */
function sendOne(
  send: ReturnType<typeof senderTo>,
  { personal }: VillageRow,
  told: Readonly<Record<string, string>>,
): Sent | string {
  const items = personal?.items ?? {};
  const answers: Record<string, string> = {};
  for (const [key, text] of Object.entries(told)) {
    const id = Object.keys(items).find((one) => items[one] === key);
    if (id === undefined) return 'formulirnya belum mempunyai semua pertanyaan. Jalankan Perbarui formulir.';
    answers[id] = text;
  }
  try {
    return send(answers);
  } catch (failure) {
    const words = failure instanceof Error ? failure.message : String(failure);
    return `formulir tidak menerimanya (${without(words, told)}). Jalankan Perbarui formulir, lalu impor lagi.`;
  }
}

/** Google's words without anything that was answered. */
const without = (words: string, told: Readonly<Record<string, string>>): string =>
  Object.values(told)
    .filter((text) => text.length > 2)
    .reduce((rest, text) => rest.split(text).join('…'), maskNumbers(words));

/** Decides that the responses are the office's own, reads the form, and carries both out in one round. */
function adoptAll(
  { master, registry }: Desk,
  memory: Memory,
  { batch, row, end }: VillageLines,
  sent: ReadonlyMap<number, Sent>,
): void {
  if (sent.size === 0) return;
  const known = new Set(readDecided(master, registry.facts.zone).decisions.map(({ id }) => id));
  const desk = openDesk(memory, master);
  const { actor, reason } = batch;
  const decisions = [...sent].flatMap(([place, one]): readonly Decision[] => {
    const id = `${batchOf(batch)}${String(place)}`;
    return known.has(id) ? [] : [adoption(desk, { ...one, village: row.code }, { id, actor, reason })];
  });
  workUnderLock(desk, memory, { forms: [row.code], decisions }, end);
}

/** What the decisions of one import begin with. */
export const batchOf = ({ at }: Batch): string => `I${String(at)}-`;
