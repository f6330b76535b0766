import type { Version } from '../book';
import { formatInstant } from '../dates';
import { titleOf } from '../draw/rows';
import { answerText } from '../draw/values';
import { cut, whatsapp } from '../escape';
import { NOTE } from '../head';
import type { Message } from '../patch';
import { STATES } from '../states';
import { TAB } from '../tabs/names';
import type { Told } from './atOnce';
import { items, link, say } from './letter';
import { toOffice, toVillage } from './people';
import { reportTitle } from './wording';

const LONGEST = 300;

/** `Kelahiran laki-laki (WNI): 0 → 7`, of each answer that reads differently now. */
function changes({ context, version }: Told, original: Version | undefined): readonly string[] {
  const type = context.catalogue.find((one) => one.id === version.type);
  if (type === undefined || original?.type !== version.type) return [];
  return type.questions.flatMap((question) => {
    const [was, is] = [original, version].map((one) => answerText(one, question) || '–');
    return was === is || was === undefined || is === undefined
      ? []
      : [`${question.label}: ${cut(was, LONGEST)} → ${cut(is, LONGEST)}`];
  });
}

/** To the village: the office corrected what it sent, figure by figure; the reason stands in Catatan. */
export function correctedNotice(told: Told, before: Version | undefined): Message {
  const { context, village, period, version } = told;
  const title = reportTitle(context, version, period);
  const listed = changes(told, before);
  const reason = String(version.values[NOTE] ?? '');
  return toVillage(context, village, {
    key: `${village}|${period ?? '-'}|${version.type === '' ? '-' : version.type}|corrected|${version.id}`,
    kind: 'corrected',
    subject: `Dikoreksi kecamatan: ${title}, ${titleOf(context, village)}`,
    parts: [
      say(`${title} dikoreksi kecamatan (nomor ${version.number}). Yang berubah:`),
      ...(listed.length === 0 ? [] : [items(listed)]),
      ...(reason === '' ? [] : [say(`Catatan: ${cut(reason, LONGEST)}`)]),
      say(
        'Bila tidak sesuai, mohon kirim ulang laporannya atau hubungi Kasi. Bila sudah sesuai, tidak perlu apa-apa.',
      ),
    ],
    whatsapp: {
      words: `laporan *${title}* ${titleOf(context, village)} dikoreksi kecamatan: ${whatsapp(listed.join('; '))}. Bila tidak sesuai, mohon hubungi Kasi.`,
      address: '',
    },
    about: [version.id],
  });
}

/** To the Kasi: somebody changed an answer in the form, where answers are final. */
export function editedNotice(told: Told): Message {
  const { context, village, period, month, version } = told;
  const title = reportTitle(context, version, period);
  const place = titleOf(context, village);
  const original = Object.values(month?.reports ?? {})
    .flat()
    .find((one) => one.id === version.edits?.id);
  const before = original === undefined ? 'laporan semula' : `nomor ${original.number}`;
  const listed = changes(told, original);
  return toOffice(context, {
    key: `${village}|${period ?? '-'}|${version.type === '' ? '-' : version.type}|edited|${version.id}`,
    kind: 'edited',
    village,
    subject: `Jawaban diubah di formulir: ${title}, ${place}`,
    parts: [
      say(
        `${place} mengubah jawaban yang sudah dikirim, langsung di formulir. Yang diubah kami baca ` +
          `${formatInstant(version.at, context.settings.zone)} dan kami simpan sebagai ${title} nomor ` +
          `${version.number} (${STATES[version.state].label}); ${before} tetap tersimpan di Riwayat.`,
      ),
      ...(listed.length === 0 ? [] : [items(listed)]),
      say(
        'Pengubahan jawaban di formulir kami matikan. Mohon dipastikan kepada operator. Bila perubahan itu keliru, ' +
          `tolak nomor ${version.number} di ${TAB.queue}; laporan semula lalu berlaku lagi.`,
      ),
      ...link(`Buka ${TAB.queue}`, context.masterAddress(TAB.queue) ?? ''),
    ],
    about: [version.id],
  });
}
