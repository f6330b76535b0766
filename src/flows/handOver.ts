import { addDays, formatDate, parseDate } from '../core/dates';
import { nameOf, titleOf, villageTitle } from '../core/draw/rows';
import { calledBy, isCalled, readHandOver, type HandOver } from '../core/handOver';
import { drawWelcome } from '../core/notices/welcome';
import { villageCalled } from '../core/operatorTable';
import { operatorsOf, usesPin } from '../core/senders';
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

const nameAndAddress = ({ name, email }: Pick<Operator, 'name' | 'email'>): string =>
  email === '' ? name : `${name} (${email})`;

/** Dialog of *Serah terima operator*. */
export function handOverDialog(
  desk: Desk,
  village: DialogField,
): Pick<DialogSpec, 'introduction' | 'lines' | 'fields' | 'action'> {
  const { settings, context } = desk;
  const all = settings.villages.flatMap((one) =>
    operatorsOf(settings, one.code, context.today).map((operator) => ({
      value: `menggantikan ${calledBy(operator)}`,
      label: `${villageTitle(one)}: ${nameAndAddress(operator)}`,
    })),
  );
  const anyPin = settings.villages.some(({ code }) => usesPin(settings, code));
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
      text(
        'email',
        `Email operator baru (akun Google${anyPin ? '; boleh kosong bila desanya memakai PIN' : ''})`,
        !anyPin,
      ),
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
  const person = readHandOver(order.reason, usesPin(desk.settings, village));
  if ('problem' in person) return problem(person.problem);
  const until = order.until === '' ? addDays(desk.context.today, -1) : parseDate(order.until);
  if (until === undefined)
    return problem('Mohon isi hari terakhir operator lama di kolom Sampai, misalnya 25/08/2026.');
  const leaving = leavingOf(desk, village, person);
  if ('words' in leaving) return problem(leaving.words);
  const { from } = leaving.operator ?? {};
  const { settings, context } = desk;
  const stays = operatorsOf(settings, village, context.today).some((one) => isCalled(one, calledBy(person)));
  if (stays && leaving.operator === undefined)
    return problem(`${calledBy(person)} sudah operator ${titleOf(desk.context, village)}.`);
  if (from !== undefined && until < from)
    return problem(`Operator lama baru mulai ${formatDate(from)}; hari terakhirnya tidak boleh sebelum itu.`);
  return {
    ok: {
      village,
      until,
      person: { ...person, replaces: leaving.operator ? calledBy(leaving.operator) : '' },
    },
  };
}

/** The operator who leaves; undefined = the village has none today. */
function leavingOf(
  desk: Desk,
  village: VillageCode,
  person: HandOver,
): { readonly operator: Operator | undefined } | { readonly words: string } {
  const { settings, context } = desk;
  const { replaces } = person;
  const all = operatorsOf(settings, village, context.today).filter((one) => !isCalled(one, calledBy(person)));
  const place = titleOf(context, village);
  const names = all.map(calledBy).join(', ');
  if (replaces !== '') {
    const operator = all.find((one) => isCalled(one, replaces));
    if (operator !== undefined) return { operator };
    return {
      words: `${replaces} bukan operator ${place}${names === '' ? '' : `; yang terdaftar: ${names}`}.`,
    };
  }
  if (all.length > 1)
    return {
      words: `${place} punya beberapa operator: ${names}. Mohon sebut yang digantikan, misalnya "menggantikan ${all[0] ? calledBy(all[0]) : ''}".`,
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
      to: calledBy(person),
      reason: `mulai ${formatDate(from)}`,
    }),
  );
  run.finish();
  mark('pengaturan', Math.max(now(), desk.now + 1), actor);
  const gone = person.replaces === '' ? '' : ` ${person.replaces} sampai ${formatDate(until)};`;
  return {
    done: true,
    text:
      `Operator ${place}:${gone} ${nameAndAddress(person)} mulai ${formatDate(from)}. ` +
      (usesPin(desk.settings, village)
        ? 'PIN-nya ada di tab Operator: sampaikan langsung atau lewat telepon. PIN yang lama berlaku sampai hari terakhirnya. Pesan perkenalannya ada di tab Kirim WA.'
        : 'Izinnya berpindah sendiri, dan pesan perkenalannya ada di tab Kirim WA.'),
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
  const { villages } = desk.settings;
  const isOwn = (line: SheetLine): boolean =>
    line.text('village') === ''
      ? villageCalled(villages, line.text('villageName'))?.code === village
      : line.text('village') === village;
  const own = sheet.lines.filter(isOwn);
  const of = (by: string): readonly SheetLine[] =>
    own.filter((line) => isCalled({ name: line.text('name'), email: line.text('email') }, by));
  for (const line of of(person.replaces)) {
    const ends = parseDate(line.text('until'));
    if (ends === undefined || ends > until) sheet.put(line, { until: slashed(until) });
  }
  const stays = of(calledBy(person)).some((line) => (parseDate(line.text('until')) ?? from) >= from);
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
