import { DECLARED } from '../head';
import { isQuarterly, villageOf } from '../due';
import { TONES, TONE_WORDS, type Tone } from '../looks';
import { whatsappLink } from '../notices/whatsapp';
import { REHEARSAL } from '../office';
import type { Block } from '../patch';
import type { ReportType } from '../report';
import { usesPin } from '../senders';
import type { Settings, VillageCode } from '../settings';
import { MARKS, STATES, STATE_ORDER } from '../states';
import { TAB } from '../tabs/names';
import type { Tab } from '../tabs/tab';
import { kindOf } from '../villageKind';
import type { DrawContext } from './context';
import { drawPage, heading, line, phonePage, type Line } from './page';
import { titleOf } from './rows';

const HEIGHT = 80;

/** `Panduan` of a village's own Sheet: one column, for a phone. */
export const guidePage = (): Tab => phonePage(TAB.guide, HEIGHT);

function howLines(context: DrawContext, village: VillageCode): readonly Line[] {
  const { form = '' } = context.addresses[village] ?? {};
  const pin = usesPin(context.settings, village) ? `, lalu isi PIN ${kindOf(village)}` : '';
  return [
    ...heading('Cara melapor'),
    line(
      `1. Buka link di tab ${TAB.status}: bulan, nama, dan angka yang tetap sudah terisi. Atau buka formulirnya, pilih ` +
        `laporan dan bulannya${pin}.`,
    ),
    ...(form === '' ? [] : [line('Buka formulir', form)]),
    line('2. Tulis angka saja, tanpa titik: 1204. Bila tidak ada, tulis 0 atau pilih Nihil; tetap kirim.'),
    line(`3. Tekan Kirim. Selesai bila tanda ✓ muncul di tab ${TAB.status}, biasanya dalam 2 menit.`),
  ];
}

function whenLines({ dueDay, interimDay, lockDay, zone }: Settings): readonly Line[] {
  return [
    ...heading('Kapan'),
    line(`Mulai tanggal ${String(interimDay)}: laporan bulan berjalan diterima sebagai sementara.`),
    line(
      `Sampai tanggal ${String(dueDay)} bulan berikutnya pukul 23.59 ${zone}: tepat waktu. Bila jatuh pada Sabtu, ` +
        'Minggu, atau hari libur: hari kerja berikutnya.',
    ),
    line(
      `Sesudah tanggal ${String(lockDay)}: bulan dikunci; laporan disimpan dan menunggu dibuka oleh Kasi.`,
    ),
  ];
}

function often(settings: Settings, type: ReportType): string {
  if (type.frequency !== 'monthly') return 'setiap kali ada';
  return isQuarterly(settings, type) ? 'setiap triwulan' : 'setiap bulan';
}

function reportLines({ settings, catalogue }: DrawContext): readonly Line[] {
  return [
    ...heading('Laporan'),
    ...catalogue
      .filter((type) => type.id !== REHEARSAL)
      .map((type) =>
        line(
          `${type.shortTitle}, ${often(settings, type)}: ${type.introduction.replace(DECLARED, '').trim()}`,
        ),
      ),
  ];
}

function correctionLines({ catalogue }: DrawContext): readonly Line[] {
  const single = catalogue.filter((type) => type.frequency === 'event' && type.sameWhen !== undefined);
  return [
    ...heading('Bila ada yang keliru'),
    line(
      `Buka link Perbaiki di email, WA, atau tab ${TAB.status}; jawaban yang dulu sudah terisi. Betulkan, lalu kirim: ` +
        'kiriman terakhir yang benar menggantikan yang lama.',
    ),
    ...(single.length === 0
      ? []
      : [
          line(
            `Laporan lain yang perlu diperbaiki: nomornya ada di tab ${TAB.ownReports}; tulis di pertanyaan Memperbaiki ` +
              'laporan nomor.',
          ),
        ]),
  ];
}

const signLines = (): readonly Line[] => [
  ...heading('Tanda'),
  ...(Object.keys(TONE_WORDS) as Tone[]).map((tone) => line(`${TONES[tone].sign} ${TONE_WORDS[tone]}`)),
];

const stateLines = (): readonly Line[] => [
  ...heading('Keadaan laporan'),
  ...[...STATE_ORDER, 'approved' as const, 'rejected' as const].map((id) =>
    line(`${STATES[id].label}: ${STATES[id].operator}`),
  ),
  line(`Sementara: ${MARKS.interim.operator}`),
];

function helpLines({ settings }: DrawContext, village: VillageCode): readonly Line[] {
  const { kasi, subdistrict } = settings;
  const name = `Kasi Trantib Kecamatan ${subdistrict.name}${kasi.name === '' ? '' : ` (${kasi.name})`}`;
  const link = whatsappLink(kasi.whatsapp, `Assalamualaikum/selamat pagi ${kasi.name},`);
  return [
    ...heading('Bertanya'),
    line(link === '' ? name : `WhatsApp ${name}`, link),
    ...(usesPin(settings, village)
      ? []
      : [line('Formulir meminta izin: buka dengan akun Google yang didaftarkan, atau kabari Kasi.')]),
  ];
}

/** `Panduan`: how this village reports, out of the same words as its form, its pages and the manual. */
export function drawGuide(context: DrawContext, village: VillageCode): Block {
  const place = titleOf(context, village);
  const isThere = villageOf(context.settings, village) !== undefined;
  const lines = [
    line(`Panduan pelaporan ${place}`),
    ...(isThere ? howLines(context, village) : []),
    ...whenLines(context.settings),
    ...reportLines(context),
    ...correctionLines(context),
    ...signLines(),
    ...stateLines(),
    ...helpLines(context, village),
  ];
  return drawPage({ book: village, tab: TAB.guide }, lines, { height: HEIGHT, width: 1, linkColumn: 1 });
}
