import type { VillageHead } from '../book';
import { formatInstant } from '../dates';
import type { DrawContext } from '../draw/context';
import { titleOf } from '../draw/rows';
import type { Message } from '../patch';
import { closedUntil } from '../pins';
import { TAB } from '../tabs/names';
import { link, say } from './letter';
import { toOffice } from './people';

const lastOf = (head: VillageHead | undefined): number => head?.wrongPins?.slice(-1)[0] ?? 0;

/** To the Kasi, once for each hour in which no PIN of a village is compared any more: too many were wrong. */
export function pinNotices(
  context: DrawContext,
  before: VillageHead | undefined,
  { village, wrongPins = [] }: VillageHead,
): readonly Message[] {
  const last = wrongPins[wrongPins.length - 1] ?? 0;
  const until = closedUntil(wrongPins, last);
  if (until === undefined || last === lastOf(before)) return [];
  const place = titleOf(context, village);
  return [
    toOffice(context, {
      key: `${village}|-|-|pins|${String(last)}`,
      kind: 'pins',
      village,
      subject: `PIN keliru lima kali: ${place}`,
      parts: [
        say(
          `Lima laporan lewat formulir ${place} datang dengan PIN keliru dalam satu jam. Sampai ` +
            `${formatInstant(until, context.settings.zone)} laporan yang masuk ditahan tanpa diperiksa PIN-nya; ` +
            'semuanya tersimpan.',
        ),
        say(
          `Mohon tanyakan kepada operator. Laporan yang memang dari desa dapat dilepas di ${TAB.queue}. Bila PIN-nya ` +
            'mungkin diketahui orang lain, jalankan Ganti PIN.',
        ),
        ...link(`Buka ${TAB.queue}`, context.masterAddress(TAB.queue) ?? ''),
      ],
    }),
  ];
}
