import type { Version, VillageMonth } from '../book';
import { formatPeriod } from '../dates';
import { controlWarnings } from '../draw/controlWarnings';
import type { DrawContext } from '../draw/context';
import { questionLabel } from '../draw/findings';
import { titleOf } from '../draw/rows';
import { cut, whatsapp } from '../escape';
import type { Message } from '../patch';
import { LEDGER_TYPE, sameStock, stockText } from '../population';
import { correctionLink } from '../prefill';
import { link, point, say } from './letter';
import { toVillage } from './people';
import { endOf, filledText, lastDay, reportTitle } from './wording';

const LONGEST = 500;

/**
 * The opening of a month that was in the chain already has changed, and the total that the village reported fits no
 * more: the report still counts, the village is asked to look. Once for each opening.
 */
export function balanceNotices(
  context: DrawContext,
  before: VillageMonth | undefined,
  after: VillageMonth,
): readonly Message[] {
  const was = before?.ledger?.opening;
  const is = after.ledger?.opening;
  const { version, warnings } = controlWarnings(after);
  if (was === undefined || is === undefined || version === undefined || sameStock(was, is)) return [];
  const known = before?.reports[LEDGER_TYPE]?.find((one) => one.id === version.id)?.findings ?? [];
  if (!warnings.some((one) => known.every((other) => other.message !== one.message))) return [];
  const { village, period } = after;
  const place = titleOf(context, village);
  const changed = `jumlah awal ${formatPeriod(period)} ${place} berubah dari ${stockText(was)} menjadi ${stockText(is)}`;
  const address = correctionLink(context, village, version, period);
  const again = againLine(context, after, version);
  return [
    toVillage(context, village, {
      key: `${village}|${period}|${LEDGER_TYPE}|opening|${Object.values(is).join('-')}`,
      kind: 'balance',
      subject: `Mohon diperiksa: jumlah awal ${formatPeriod(period)} berubah, ${place}`,
      parts: [
        say(
          `J${changed.slice(1)}. ${reportTitle(context, version, period)} (nomor ${version.number}) tetap dihitung, ` +
            'tetapi jumlah akhirnya tidak lagi cocok.',
        ),
        ...warnings.map((one) => point(questionLabel(context, version, one), one.message)),
        say(again),
        ...link('Perbaiki laporan', address),
      ],
      whatsapp: {
        words: `${changed}. ${whatsapp(cut(warnings.map((one) => one.message).join(' '), LONGEST))} ${again}`,
        address,
      },
      about: [version.id],
    }),
  ];
}

function againLine(context: DrawContext, month: VillageMonth, version: Version): string {
  const type = context.catalogue.find((one) => one.id === version.type);
  const last = lastDay(context, month.period, month);
  return last === undefined
    ? 'Bulan ini sudah ditutup; bila perlu diperbaiki, mohon hubungi Kasi.'
    : `Bila perlu diperbaiki, mohon kirim ulang paling lambat ${endOf(context, last)} (${filledText(type)}).`;
}
