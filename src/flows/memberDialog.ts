import { formatNumber } from '../core/dates';
import { villageTitle } from '../core/draw/rows';
import { asOfficeHas } from '../core/aids';
import { veil } from '../core/identity';
import { plain } from '../core/importCells';
import { CHOICE, CHOICES, chosen, PASSED_OVER, quoted, UNUSED, usesFor } from '../core/importChoices';
import { refusalText } from '../core/importTold';
import { USE } from '../core/importWords';
import { askedOfMembers, BY_NIK, MEMBER_CHOICE } from '../core/memberReading';
import { MEMBERS } from '../core/members';
import type { Question } from '../core/report';
import { shortText } from '../core/text';
import { openDesk, type Desk } from './desk';
import type { CommandResult, DialogField, DialogSpec, DialogValues } from './dialog';
import type { Draft, Plain } from './dialogFields';
import { choice, groupOf, headerField, tabField } from './importFields';
import { checkMembers, membersWouldBe, NO_MEMBERS, type CheckedMembers } from './memberCheck';

/** Command of the page that shows what an import of members would do; it changes nothing. */
export const LOOK_AT_MEMBERS = 'lookAtMembers';

/** The dialog of *Impor anggota Linmas*. */
export function membersDialog(desk: Desk, plainDraft: Plain): Draft {
  if (!desk.context.catalogue.some(({ id }) => id === MEMBERS))
    return { ...plainDraft, introduction: NO_MEMBERS, action: '' };
  return {
    ...plainDraft,
    introduction:
      'Daftar anggota Linmas dari lembar kantor dikirim sebagai laporan Anggota Linmas (Tambah) lewat formulir data pribadi setiap desa, ' +
      'dengan aturan yang sama. Pertama ditunjukkan siapa yang dapat masuk dan apa yang ditolak; orangnya hanya dengan inisial. ' +
      'Sesudah itu baru diimpor. Desa tidak menerima pesan.',
    fields: [
      {
        id: 'reason',
        label: 'Link lembar daftar anggota',
        kind: 'longText',
        required: true,
        help: 'Lembar Google tersendiri, bukan tab di lembar ini. Kolom yang perlu: nama, NIK, tempat dan tanggal lahir, L/P, pendidikan, status kawin, jabatan, regu; desa di kolom atau satu tab satu desa.',
      },
    ],
    action: 'Lihat dahulu',
    look: { command: LOOK_AT_MEMBERS, action: 'Lihat dahulu' },
    tall: true,
  };
}

/** What an import of members would do, and what can be chosen about it, as the next dialog. */
export function lookAtMembers({ reason = '' }: DialogValues): CommandResult {
  const desk = openDesk();
  const checked = checkMembers(desk, reason);
  if (typeof checked === 'string') return { done: false, text: `${checked} Data tidak berubah.` };
  return { done: true, text: membersWouldBe(checked), next: previewOf(desk, checked) };
}

function previewOf(desk: Desk, checked: CheckedMembers): DialogSpec {
  const { good, refused, warnings, source, asked, read } = checked;
  const lines = [...refused, ...warnings].map(refusalText).concat(read.notes);
  const told = [
    refused.length === 0 ? 'Tidak ada yang ditolak' : 'Yang ditolak, dengan alasannya',
    ...(warnings.length + read.notes.length === 0
      ? []
      : ['lalu peringatan dan yang dibaca lain dari tulisannya']),
  ].join('; ');
  return {
    command: 'importMembers',
    title: 'Impor anggota Linmas',
    introduction: `Dari ${source.name}: ${membersWouldBe(checked)} Belum ada yang berubah. ${told}${lines.length === 0 ? '.' : ':'}`,
    lines,
    given: { reason: asked.source },
    under: CHOICES,
    fields: fieldsOf(desk, checked).map((one, at) => ({ ...one, id: `choice${String(at + 1)}` })),
    action: good.length === 0 ? '' : `Impor ${formatNumber(good.length)} anggota`,
    look: { command: LOOK_AT_MEMBERS, action: 'Lihat lagi' },
    tall: true,
  };
}

function fieldsOf(desk: Desk, checked: CheckedMembers): readonly DialogField[] {
  const { source, asked, read, type } = checked;
  const { layout, proposed } = read;
  const said = (about: string): string | undefined => chosen(asked, about);
  const fields: DialogField[] = [...tabField(source, asked)];
  if (layout === undefined || proposed === undefined)
    return [...fields, headerField('', said(CHOICE.headers))];
  const villages = desk.settings.villages.map(villageTitle);
  if (!layout.uses.includes(USE.village)) {
    const village = proposed.village ? villageTitle(proposed.village) : '';
    const whole = 'Desa/kelurahan seluruh tabel';
    fields.push(choice(CHOICE.village, whole, ['', ...villages], village, said(CHOICE.village)));
  }
  for (const name of read.strangers) {
    const about = CHOICE.name(name);
    fields.push(choice(about, `"${quoted(name)}" adalah`, ['', PASSED_OVER, ...villages], '', said(about)));
  }
  const row = said(CHOICE.headers) === undefined ? String(layout.headers.to) : '';
  const questions = askedOfMembers(type).map((one) => asOfficeHas(one, desk.settings));
  return [
    ...fields,
    ...valueFields(checked, questions),
    ...openFields(checked, questions),
    ...columnFields(checked, questions),
    { ...headerField(row, String(layout.headers.to)), group: 'Tabel' },
  ];
}

/** What cells mean that are none of the choices. */
function valueFields(
  { asked, read }: CheckedMembers,
  questions: readonly Question[],
): readonly DialogField[] {
  return read.odd.flatMap(({ question, value }) => {
    const found = questions.find(({ id }) => id === question);
    if (found === undefined) return [];
    const about = MEMBER_CHOICE.value(found.label, value);
    const label = `${found.label} "${quoted(value)}" adalah`;
    return [choice(about, label, ['', ...(found.choices ?? [])], '', chosen(asked, about))];
  });
}

/** What counts where nothing is written. */
function openFields({ asked, read }: CheckedMembers, questions: readonly Question[]): readonly DialogField[] {
  return questions.flatMap((question) => {
    const { id, label, choices = [] } = question;
    if (!read.open.includes(id)) return [];
    const about = MEMBER_CHOICE.open(label);
    const options = ['ditolak', ...(id === 'sex' ? [BY_NIK] : choices)];
    return [choice(about, `${label}, bila kosong`, options, 'ditolak', chosen(asked, about))];
  });
}

/** What each column is; of a person's own data nothing is shown but initials and a masked NIK. */
function columnFields(
  { read, type }: CheckedMembers,
  questions: readonly Question[],
): readonly DialogField[] {
  const { layout, proposed, sheet } = read;
  if (layout === undefined || proposed === undefined) return [];
  const labels = usesFor(type);
  const labelOf = (use: string | undefined): string => labels.find(([one]) => one === use)?.[1] ?? UNUSED;
  const options = [UNUSED, ...labels.map(([, label]) => label)];
  const rows = (sheet?.cells ?? []).slice(layout.headers.to);
  const fields = layout.names.flatMap((name, at): DialogField[] => {
    if (name === '') return [];
    const about = CHOICE.column(at);
    const question = questions.find(({ id }) => id === layout.uses[at]);
    const first = rows.map((row) => (row[at] ?? '').trim()).find((cell) => cell !== '') ?? '';
    const shown = question === undefined ? '' : veil(question, first);
    const field = choice(
      about,
      `${about}: ${shortText(name)}`,
      options,
      labelOf(proposed.uses[at]),
      labelOf(layout.uses[at]),
    );
    return [{ ...field, ...(plain(shown) === '' ? {} : { help: `Isi: ${quoted(shown)}` }) }];
  });
  return groupOf('Kolom', fields);
}
