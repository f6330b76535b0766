import { addDays, formatDate, parseDate } from '../core/dates';
import { nameOf, titleOf, villageTitle } from '../core/draw/rows';
import { readHandOver, type HandOver } from '../core/handOver';
import { drawWelcome } from '../core/notices/welcome';
import { operatorsOf, sameAddress, usesPin } from '../core/senders';
import type { LocalDate, Operator, VillageCode } from '../core/settings';
import { checkSettings } from '../core/settingsCheck';
import { now } from '../google/clock';
import type { Desk } from './desk';
import type { CommandResult, DialogField, DialogSpec } from './dialog';
import { KNOWN } from './known';
import { mark, type Memory } from './memory';
import { problem, villageNamed, type Order, type Understood, type UnderstandResult } from './orders';
import { Run } from './run';
import { problemSentence, readSettingsCells } from './settingsDesk';
import { SettingsSheet, type SheetLine } from './settingsSheet';
import { logCells } from './words';

const DIALOG_WORDS =
  'Operator lama berhenti pada hari terakhirnya, yang baru mulai esoknya. Izin formulir dan lembar desa berpindah sendiri; ' +
  'pesan perkenalan dengan linknya disiapkan di tab Kirim WA. Laporan yang sudah masuk tetap.';

/** Dialog of *Serah terima operator*. */
export function handOverDialog(
  desk: Desk,
  village: DialogField,
): Pick<DialogSpec, 'introduction' | 'lines' | 'fields' | 'action'> {
  const { settings, context } = desk;
  const all = settings.villages.flatMap((one) =>
    operatorsOf(settings, one.code, context.today).map((operator) => ({
      value: `menggantikan ${operator.email}`,
      label: `${villageTitle(one)}: ${operator.name} (${operator.email})`,
    })),
  );
  const text = (id: string, label: string, required = true): DialogField => ({
    id,
    label,
    kind: 'text',
    required,
  });
  return {
    introduction: DIALOG_WORDS,
    lines: [],
    fields: [
      village,
      {
        id: 'old',
        label: 'Menggantikan',
        kind: 'list',
        choices: [{ value: '', label: 'Operator desa itu' }, ...all],
      },
      text('name', 'Nama operator baru'),
      text('email', 'Email operator baru (akun Google)'),
      text('whatsapp', 'WhatsApp operator baru', false),
      {
        id: 'until',
        label: 'Hari terakhir operator lama',
        kind: 'date',
        required: true,
        value: addDays(context.today, -1),
      },
    ],
    action: 'Serah terima',
  };
}

/** What *Serah terima operator* needs: village, who comes and whom she follows, the last day of the one who leaves. */
export function understandHandOver(desk: Desk, order: Order): UnderstandResult {
  const village = villageNamed(desk, order.village);
  if (village === undefined) return problem('Mohon pilih desa atau kelurahannya.');
  const person = readHandOver(order.reason);
  if ('problem' in person)
    return problem(
      usesPin(desk.settings, village) && !order.reason.includes('@')
        ? 'Di desa dengan PIN, operator tanpa email diganti langsung di tab Operator: isi Sampai di baris yang lama, lalu tulis baris baru.'
        : person.problem,
    );
  const until = order.until === '' ? addDays(desk.context.today, -1) : parseDate(order.until);
  if (until === undefined)
    return problem('Mohon isi hari terakhir operator lama di kolom Sampai, misalnya 25/08/2026.');
  const leaving = leavingOf(desk, village, person);
  if ('words' in leaving) return problem(leaving.words);
  const { email, from } = leaving.operator ?? {};
  const { settings, context } = desk;
  const stays = operatorsOf(settings, village, context.today).some((one) =>
    sameAddress(one.email, person.email),
  );
  if (stays && email === undefined)
    return problem(`${person.email} sudah operator ${titleOf(desk.context, village)}.`);
  if (from !== undefined && until < from)
    return problem(`Operator lama baru mulai ${formatDate(from)}; hari terakhirnya tidak boleh sebelum itu.`);
  return { ok: { village, until, person: { ...person, replaces: email ?? '' } } };
}

/** The operator who leaves; undefined = the village has none today. */
function leavingOf(
  desk: Desk,
  village: VillageCode,
  { replaces, email }: HandOver,
): { readonly operator: Operator | undefined } | { readonly words: string } {
  const { settings, context } = desk;
  const all = operatorsOf(settings, village, context.today).filter((one) => !sameAddress(one.email, email));
  const place = titleOf(context, village);
  const names = all.map((one) => one.email).join(', ');
  if (replaces !== '') {
    const operator = all.find((one) => sameAddress(one.email, replaces));
    if (operator !== undefined) return { operator };
    return {
      words: `${replaces} bukan operator ${place}${names === '' ? '' : `; yang terdaftar: ${names}`}.`,
    };
  }
  if (all.length > 1)
    return {
      words: `${place} punya beberapa operator: ${names}. Mohon sebut yang digantikan, misalnya "menggantikan ${all[0]?.email ?? ''}".`,
    };
  return { operator: all[0] };
}

/**
 * *Serah terima operator*: ends the old line of the tab `Operator`, adds the new one, and marks the settings, so that the
 * same run takes them into force and moves the access. Done again it changes nothing more.
 */
export function handOver(desk: Desk, memory: Memory, ok: Understood, actor: string): CommandResult {
  const { village = '', until = '', person } = ok;
  if (person === undefined) throw new Error('A hand-over needs a person.');
  const cells = readSettingsCells(desk.master);
  const [wrong] = checkSettings(cells, KNOWN).problems ?? [];
  if (wrong !== undefined)
    return {
      done: false,
      text: `Pengaturan punya baris yang perlu diperbaiki dulu. ${problemSentence(wrong)} Data tidak berubah.`,
    };
  const from = addDays(until, 1);
  writeOperators(desk, { village, until, from, person });
  const place = titleOf(desk.context, village);
  tellWelcome(desk, memory, village, from, person);
  const run = new Run(desk, memory, 'pesan');
  run.log(
    logCells(desk, {
      at: desk.now,
      actor,
      what: 'Serah terima operator',
      village,
      from: person.replaces,
      to: person.email,
      reason: `mulai ${formatDate(from)}`,
    }),
  );
  run.finish();
  mark('pengaturan', Math.max(now(), desk.now + 1), actor);
  const gone = person.replaces === '' ? '' : ` ${person.replaces} sampai ${formatDate(until)};`;
  return {
    done: true,
    text:
      `Operator ${place}:${gone} ${person.name} (${person.email}) mulai ${formatDate(from)}. ` +
      'Izinnya berpindah sendiri, dan pesan perkenalannya ada di tab Kirim WA.',
  };
}

interface Change {
  readonly village: VillageCode;
  readonly until: LocalDate;
  readonly from: LocalDate;
  readonly person: HandOver;
}

function writeOperators(desk: Desk, { village, until, from, person }: Change): void {
  const sheet = new SettingsSheet('operators');
  const own = sheet.lines.filter((line) => line.text('village') === village);
  const of = (email: string): readonly SheetLine[] =>
    own.filter((line) => sameAddress(line.text('email'), email));
  for (const line of of(person.replaces)) {
    const ends = parseDate(line.text('until'));
    if (ends === undefined || ends > until) sheet.put(line, { until: slashed(until) });
  }
  const stays = of(person.email).some((line) => (parseDate(line.text('until')) ?? from) >= from);
  if (stays) return;
  sheet.put(undefined, {
    village,
    villageName: nameOf(desk.context, village),
    name: person.name,
    email: person.email,
    whatsapp: person.whatsapp,
    from: slashed(from),
  });
}

/** `17/08/2026`, as people write a day in the settings. */
const slashed = (day: LocalDate): string => day.split('-').reverse().join('/');

/** The welcome text to the new operator, with the village's two links. */
function tellWelcome(
  desk: Desk,
  memory: Memory,
  village: VillageCode,
  from: LocalDate,
  { name, email, whatsapp }: HandOver,
): void {
  const settings = { ...desk.settings, operators: [{ village, name, email, whatsapp }] };
  const run = new Run(desk, memory, 'pesan');
  run.draw(...drawWelcome({ ...desk.context, settings }, village, from));
  run.finish();
}
