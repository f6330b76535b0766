import { formatDate, formatPeriod } from '../dates';
import type { DrawContext } from '../draw/context';
import { titleOf } from '../draw/rows';
import type { Upsert } from '../patch';
import type { LocalDate, VillageCode } from '../settings';
import { usesPin } from '../senders';
import { say } from './letter';
import { toVillage } from './people';
import { drawWhatsapp } from './whatsapp';

/**
 * The village's first text in `Kirim WA`: its two links, to be kept. No mail: the office says hello itself. `since` = an
 * operator who takes over on that day.
 */
export function drawWelcome(
  context: DrawContext,
  village: VillageCode,
  since?: LocalDate,
): readonly Upsert[] {
  const addresses = context.addresses[village];
  const { programme, goLive } = context.settings;
  const place = titleOf(context, village);
  const begins =
    since === undefined
      ? `mulai ${formatPeriod(goLive)} laporan ${place} untuk ${programme}`
      : `mulai ${formatDate(since)} Bapak/Ibu menjadi operator ${place} untuk ${programme}; laporan`;
  const byPin = usesPin(context.settings, village)
    ? 'Formulirnya meminta PIN; PIN itu kami sampaikan langsung, mohon tidak dibagikan. '
    : '';
  const words =
    `${begins} dikirim lewat link ini: ` +
    `${addresses?.form ?? ''}\n${byPin}Tanda terimanya muncul di halaman status. Mohon simpan kedua link ini:`;
  const message = toVillage(context, village, {
    key: `${village}|-|-|welcome${since === undefined ? '' : `-${since}`}`,
    // Only the twin is drawn, so the kind never meets the mail's queue.
    kind: 'reminder',
    subject: `Link laporan ${place}`,
    parts: [say(words)],
    whatsapp: { words, address: addresses?.status ?? '' },
  });
  return drawWhatsapp(context, message, context.now);
}
