import { formatInstant } from '../dates';
import { toned } from '../looks';
import type { Patch } from '../patch';
import type { Instant } from '../settings';
import { TAB } from '../tabs/names';
import type { DrawContext } from './context';
import { homePage } from './home';
import { drawPage, heading, line, pair } from './page';

/** `Beranda` after *Bongkar*: what stands still, what is kept where, how it goes on again. */
export function drawDismantled(
  context: DrawContext,
  told: { readonly at: Instant; readonly by: string; readonly archive: string; readonly folder: string },
): readonly Patch[] {
  const { programme, subdistrict, zone } = context.settings;
  const page = [
    line(`${programme} Kecamatan ${subdistrict.name}`),
    line(subdistrict.regency),
    ...heading('Sudah dibongkar'),
    line(toned('waiting', `Berhenti sejak ${formatInstant(told.at, zone)}, oleh ${told.by}.`)),
    line('Formulir ditutup dan tidak ada lagi yang berjalan sendiri. Semua berkas dan catatan tetap ada.'),
    pair('Arsip akhir', 'Buka', told.archive),
    pair('Folder semua berkas', 'Buka', told.folder),
    line('Untuk memakai lagi, jalankan menu Pasang: berkas yang sama dipakai dan catatannya berlanjut.'),
  ];
  const height = homePage().rows;
  return [drawPage({ book: 'master', tab: TAB.home }, page, { height, width: 2, linkColumn: 2 })];
}
