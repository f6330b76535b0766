import { formatPeriod } from '../core/dates';
import { completeVillages, complianceLines } from '../core/draw/compliance';
import { collectedPeriod } from '../core/due';
import { openBook } from '../google/tables';
import { NotReady, openDesk, tabsOfMaster } from './desk';
import { KEY, recall, textOf } from './memory';
import { Shelf } from './shelf';

/** What the home card shows. */
export interface HomeSummary {
  readonly title: string;
  readonly lines: readonly { readonly label: string; readonly text: string }[];
  /** Address of the master; '' = nothing is set up yet. */
  readonly url: string;
}

const NOTHING: HomeSummary = {
  title: 'KUDAPANMAS',
  lines: [{ label: 'Belum dipasang', text: 'Buka lembar kecamatan, lalu pilih menu Siapkan pengaturan.' }],
  url: '',
};

/** The month in three lines, out of the master by its stored id: a card has no open spreadsheet. */
export function homeSummary(): HomeSummary {
  const memory = recall();
  const id = textOf(memory, KEY.master);
  if (id === '') return NOTHING;
  try {
    const desk = openDesk(memory, openBook(id, tabsOfMaster()));
    const period = collectedPeriod(desk.settings, desk.context.today);
    const shelf = new Shelf(desk.master, desk.context.placing, desk.context.places);
    shelf.load([{ period }]);
    const { complete, of } = completeVillages(complianceLines(desk.context, period, shelf.slice(period)));
    return {
      title: `${desk.settings.programme} ${desk.settings.subdistrict.name}`,
      lines: [
        {
          label: formatPeriod(period),
          text: `${String(complete)} dari ${String(of)} desa/kelurahan lengkap`,
        },
        { label: 'Antrean Tinjau', text: `${textOf(memory, KEY.waiting) || '0'} laporan menunggu` },
      ],
      url: desk.master.url,
    };
  } catch (failure) {
    if (failure instanceof NotReady)
      return { ...NOTHING, lines: [{ label: 'Belum dapat dibuka', text: failure.message }] };
    throw failure;
  }
}
