import { formatPeriod } from '../dates';
import type { DrawContext } from '../draw/context';
import { titleOf } from '../draw/rows';
import type { Upsert } from '../patch';
import type { VillageCode } from '../settings';
import { say } from './letter';
import { toVillage } from './people';
import { drawWhatsapp } from './whatsapp';

/** The village's first text in `Kirim WA`: its two links, to be kept. No mail: the office says hello itself. */
export function drawWelcome(context: DrawContext, village: VillageCode): readonly Upsert[] {
  const addresses = context.addresses[village];
  const { programme, goLive } = context.settings;
  const place = titleOf(context, village);
  const words =
    `mulai ${formatPeriod(goLive)} laporan ${place} untuk ${programme} dikirim lewat link ini: ` +
    `${addresses?.form ?? ''}\nTanda terimanya muncul di halaman status. Mohon simpan kedua link ini:`;
  const message = toVillage(context, village, {
    key: `${village}|-|-|welcome`,
    // Only the twin is drawn, so the kind never meets the mail's queue.
    kind: 'reminder',
    subject: `Link laporan ${place}`,
    parts: [say(words)],
    whatsapp: { words, address: addresses?.status ?? '' },
  });
  return drawWhatsapp(context, message, context.now);
}
