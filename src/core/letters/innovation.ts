import type { VillageMonth } from '../book';
import { formatDate, formatPeriod } from '../dates';
import type { DrawContext } from '../draw/context';
import { BY_PEOPLE, evidenceFacts } from '../draw/evidence';
import { villageTitle } from '../draw/rows';
import { villagesOn } from '../due';
import { operatorsOf } from '../senders';
import type { LocalDate } from '../settings';
import { numbered, officeFields, SIGNATURE, type Filling, type TemplateLine } from './paper';

export const PROFILE_TEMPLATE = 'Templat profil inovasi';
export const OPERATORS_TEMPLATE = 'Templat lampiran SK';

/** Head of the proposal; what only the office knows stays open in the template, where it is written once for all. */
export const PROFILE_LINES: readonly TemplateLine[] = [
  { text: 'PROFIL INOVASI', align: 'center', bold: true },
  { text: '{{program}}: {{kepanjangan}}', align: 'center', rule: true },
  { text: 'Nama inovasi\t: {{program}} ({{kepanjangan}})' },
  { text: 'Tahapan\t: ……… (diisi kantor)' },
  { text: 'Inisiator\t: ……… (diisi kantor)' },
  { text: 'Jenis dan bentuk\t: ……… (diisi kantor)' },
  { text: 'Urusan\t: ……… (diisi kantor)' },
  { text: 'Waktu uji coba\t: {{uji coba}}' },
  { text: 'Mulai diterapkan\t: {{mulai berlaku}}' },
  { text: 'Tempat\t: Kecamatan {{kecamatan}}, {{kabupaten}}' },
  { text: '' },
  { text: 'Laporan yang dikumpulkan: {{laporan}}.' },
  { text: '' },
  { text: 'Bukti dari program per {{tanggal}}', bold: true },
  { text: '{{bukti}}' },
  { text: '' },
  { text: 'Indikator lain, hanya dapat diisi kantor', bold: true },
  { text: '{{indikator lain}}' },
  { text: '' },
  ...SIGNATURE,
];

export const OPERATORS_LINES: readonly TemplateLine[] = [
  { text: 'LAMPIRAN KEPUTUSAN {{JABATAN}} {{KECAMATAN}}', bold: true },
  { text: 'NOMOR\t: ………' },
  { text: 'TANGGAL\t: ………' },
  { text: '' },
  { text: 'DAFTAR OPERATOR {{PROGRAM}}', align: 'center', bold: true },
  { text: 'KECAMATAN {{KECAMATAN}}', align: 'center', bold: true },
  { text: '' },
  { text: '{{daftar operator}}' },
  { text: '' },
  ...SIGNATURE,
];

/** `Profil Inovasi` with true figures only. */
export function profileFilling(
  context: DrawContext,
  months: readonly VillageMonth[],
  fullName: string,
): Filling {
  const { settings, catalogue, today } = context;
  const { trial } = settings;
  return {
    fields: {
      ...officeFields(settings),
      kepanjangan: fullName,
      'uji coba': trial === undefined ? '………' : `${formatDate(trial.from)} sampai ${formatDate(trial.until)}`,
      'mulai berlaku': formatPeriod(settings.goLive),
      laporan: catalogue.map((type) => type.shortTitle).join(', '),
      tanggal: formatDate(today),
    },
    lists: {
      bukti: numbered(evidenceFacts(context, months).map(([indicator, fact]) => `${indicator}: ${fact}`)),
      'indikator lain': numbered(BY_PEOPLE.map((indicator) => `${indicator}: ………`)),
    },
  };
}

const since = (from: LocalDate | undefined): string =>
  from === undefined ? '' : `sejak ${formatDate(from)}`;

/** `Lampiran SK`: who reports for which village today, and who answers for it. */
export function operatorsFilling({ settings, today }: DrawContext): Filling {
  const fields = officeFields(settings);
  const rows = villagesOn(settings, today).flatMap((village) => {
    const own = operatorsOf(settings, village.code, today);
    const supervisor = village.supervisor?.name ?? '';
    const place = villageTitle(village);
    if (own.length === 0) return [[place, '(operator belum terdaftar)', supervisor, '']];
    return own.map((one) => [place, one.name, supervisor, since(one.from)]);
  });
  return {
    fields: {
      ...fields,
      JABATAN: (fields['jabatan'] ?? '').toUpperCase(),
      PROGRAM: settings.programme.toUpperCase(),
    },
    lists: {},
    tables: {
      'daftar operator': [
        ['No', 'Desa/Kelurahan', 'Operator', 'Pengawas', 'Keterangan'],
        ...rows.map((row, at) => [String(at + 1), ...row]),
      ],
    },
  };
}
