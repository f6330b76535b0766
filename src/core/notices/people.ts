import type { DrawContext } from '../draw/context';
import { nameOf, titleOf } from '../draw/rows';
import { subjectLine, whatsapp } from '../escape';
import type { Message } from '../patch';
import { tooLongEncoded } from '../prefill';
import { operatorsOf, sameAddress } from '../senders';
import type { Operator, VillageCode } from '../settings';
import { villageOf } from '../due';
import { htmlText, plainText, say, type Part } from './letter';
import { whatsappNumber } from './whatsapp';

/** Addresses without blanks, empty ones and repetitions, at most as many as one mail may have. */
function addresses(all: readonly string[]): readonly string[] {
  const found = all.map((one) => one.trim()).filter((one) => /^[^\s@,;<>]+@[^\s@,;<>]+$/.test(one));
  return found.filter((one, at) => found.findIndex((other) => sameAddress(other, one)) === at).slice(0, 50);
}

const staff = (context: DrawContext, village: VillageCode): readonly Operator[] =>
  operatorsOf(context.settings, village, context.today);

/** Whoever answers for the sub-district's office: the Kasi, or the owner while no address of his is known. */
export function officeAddress(context: DrawContext): readonly string[] {
  const { kasi, owner } = context.settings;
  return addresses([kasi.email === '' ? owner : kasi.email]);
}

/** `Kasi Trantib Kecamatan Paringin`: ends every message to a village. */
function signature(context: DrawContext): string {
  return `Terima kasih.\nKasi Trantib Kecamatan ${context.settings.subdistrict.name}`;
}

/** `[KUDAPANMAS] Perlu perbaikan: …`, on one line. */
function subject(context: DrawContext, text: string): string {
  return subjectLine(`[${context.settings.programme}] ${text}`);
}

/** What a message to a village says, in mail and in WhatsApp. */
export interface VillageWords {
  readonly key: string;
  readonly kind: Message['kind'];
  readonly subject: string;
  /** Between the greeting and the signature. */
  readonly parts: readonly Part[];
  /** Between the greeting and the thanks: words, then the address that helps (it may be replaced by a shorter one). */
  readonly whatsapp: { readonly words: string; readonly address: string };
  readonly about?: readonly string[];
  /** The village's supervisor reads along. */
  readonly supervisor?: true;
  /** Further addresses, e.g. of a sender who is not on the list. */
  readonly also?: readonly string[];
}

/** The message to a village's operators, with its WhatsApp twin to the first of them who has a number. */
export function toVillage(context: DrawContext, village: VillageCode, words: VillageWords): Message {
  const people = staff(context, village);
  const to = addresses([...people.map((one) => one.email), ...(words.also ?? [])]);
  const supervisor = words.supervisor ? (villageOf(context.settings, village)?.supervisor?.email ?? '') : '';
  const cc = addresses([supervisor]).filter((one) => !to.some((other) => sameAddress(other, one)));
  const parts = [say(`Yth. Operator ${titleOf(context, village)},`), ...words.parts, say(signature(context))];
  const reader = people.find((one) => whatsappNumber(one.whatsapp) !== '');
  const twin = whatsappText(context, village, reader?.name ?? '', words.whatsapp);
  return {
    key: words.key,
    village,
    kind: words.kind,
    to,
    cc,
    subject: subject(context, words.subject),
    text: plainText(parts),
    html: htmlText(context.settings.programme, parts),
    whatsapp: {
      name: reader?.name ?? `Operator ${nameOf(context, village)}`,
      number: reader?.whatsapp ?? '',
      text: twin,
    },
    notBefore: context.now,
    ...(words.about === undefined ? {} : { about: words.about }),
  };
}

/**
 * Who gets a message that is sent again: the operators of today, or the office. What is held went to its sender too,
 * who may stand on no list.
 */
export function readersNow(context: DrawContext, { kind, village, to }: Message): readonly string[] {
  if (village === '' || kind === 'incident' || kind === 'edited' || kind === 'pins')
    return officeAddress(context);
  const operators = addresses(staff(context, village).map((one) => one.email));
  if (operators.length === 0) return to;
  return kind === 'held' ? addresses([...operators, ...to]) : operators;
}

/** A greeting, the words, one address, thanks; the status page's address where it would be too long for a link. */
function whatsappText(
  context: DrawContext,
  village: VillageCode,
  name: string,
  { words, address }: VillageWords['whatsapp'],
): string {
  const who = name === '' ? 'Bapak/Ibu' : `Bapak/Ibu ${whatsapp(name)}`;
  const build = (body: string, at: string): string =>
    `Assalamualaikum/salam sejahtera ${who}, ${body}${at === '' ? '' : ` ${at}`}\nTerima kasih 🙏`;
  const status = context.addresses[village]?.status ?? '';
  const full = build(words, address);
  if (!tooLongEncoded(full)) return full;
  const short = build(words, status);
  if (!tooLongEncoded(short)) return short;
  return build(`ada pesan untuk ${titleOf(context, village)}. Selengkapnya di halaman status:`, status);
}

/** A message to the office: no WhatsApp twin. */
export function toOffice(
  context: DrawContext,
  words: {
    readonly key: string;
    readonly kind: Message['kind'];
    readonly village: VillageCode | '';
    readonly subject: string;
    readonly parts: readonly Part[];
    readonly about?: readonly string[];
  },
): Message {
  const parts = [say(`Yth. ${context.settings.kasi.name || 'Kasi Trantib'},`), ...words.parts];
  return {
    key: words.key,
    village: words.village,
    kind: words.kind,
    to: officeAddress(context),
    cc: [],
    subject: subject(context, words.subject),
    text: plainText(parts),
    html: htmlText(context.settings.programme, parts),
    notBefore: context.now,
    ...(words.about === undefined ? {} : { about: words.about }),
  };
}
