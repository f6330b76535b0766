import { titleOf } from '../core/draw/rows';
import { villageTabs } from '../core/tabs';
import { inspectForm, missingTabs } from '../google/inspect';
import type { Desk } from './desk';
import { changeWords, comparePersonal, compareVillage, type Compared } from './formUpdate';
import type { Complaint } from './healthTold';
import type { VillageRow } from './registry';
import { formsOf } from './villageForms';

/**
 * What is wrong with what one village has: its forms and its Sheet. `known` = what was found in the questions of its
 * form lately; left out, they are compared now, item by item.
 */
export function villageComplaints(
  desk: Desk,
  row: VillageRow,
  known?: readonly Complaint[],
): readonly Complaint[] {
  return [
    ...mainForm(desk, row, known),
    ...personalForm(desk, row, known === undefined),
    ...sheet(desk, row),
  ];
}

function mainForm(
  desk: Desk,
  row: VillageRow,
  known: readonly Complaint[] | undefined,
): readonly Complaint[] {
  const name = `Formulir ${titleOf(desk.context, row.code)}`;
  if (row.form === '') return [{ text: `${name} belum dibuat. Jalankan Pasang.`, menu: 'install' }];
  const standing = standingForm(name, row.form, desk.registry.facts.responses);
  if (!standing.isOpen) return standing.wrong;
  return [...standing.wrong, ...(known ?? questions(row, name, compareVillage(desk, row)))];
}

function personalForm(desk: Desk, row: VillageRow, isCompared: boolean): readonly Complaint[] {
  const { personalResponses = '' } = desk.registry.facts;
  const name = `Formulir Data Pribadi ${titleOf(desk.context, row.code)}`;
  return formsOf(row)
    .filter(({ form }) => form !== row.form && form !== '')
    .flatMap(({ form }) => {
      const { isOpen, wrong } = standingForm(name, form, personalResponses);
      const compared = isOpen && isCompared ? comparePersonal(desk, row) : undefined;
      return compared === undefined ? wrong : [...wrong, ...questions(row, name, compared)];
    });
}

/** Whether a form takes answers and hands them on. */
function standingForm(
  name: string,
  id: string,
  responses: string,
): { readonly isOpen: boolean; readonly wrong: readonly Complaint[] } {
  const state = inspectForm(id);
  if ('failure' in state) {
    const text = `${name} tidak dapat dibuka. Periksa tempat sampah Drive; bila terhapus, jalankan Pasang.`;
    return { isOpen: false, wrong: [{ text, menu: 'install' }] };
  }
  const wrong: readonly (Complaint | undefined)[] = [
    state.published ? undefined : { text: `${name} belum dipublikasikan. Jalankan Pasang.`, menu: 'install' },
    state.accepting
      ? undefined
      : { text: `${name} tidak menerima jawaban. Jalankan Pasang.`, menu: 'install' },
    state.destination === responses
      ? undefined
      : { text: `${name} tidak tersambung ke berkas jawabannya. Jalankan Pasang.`, menu: 'install' },
    state.editable
      ? { text: `${name} mengizinkan jawaban diubah; dimatikan sendiri saat formulirnya dibaca.` }
      : undefined,
  ];
  return { isOpen: true, wrong: wrong.flatMap((one) => one ?? []) };
}

/** What a person changed in the questions, by their titles. */
function questions(row: VillageRow, name: string, compared: Compared): readonly Complaint[] {
  const { strange } = compared.changes;
  const words = changeWords(compared);
  const titles = strange.map((item) => `“${item.title}”`).join(', ');
  const differs = `${name} berbeda dari pengaturan. Jalankan Perbarui formulir: ${words}.`;
  const more = `${name} punya pertanyaan tambahan: ${titles}. Jawabannya masuk Karantina; mohon dihapus dari formulir.`;
  return [
    ...(words === '' ? [] : [{ text: differs, menu: 'updateForms' as const, questionsOf: row.code }]),
    ...(strange.length === 0 ? [] : [{ text: more, questionsOf: row.code }]),
  ];
}

function sheet(desk: Desk, row: VillageRow): readonly Complaint[] {
  if (row.sheet === '') return [];
  const name = `Lembar ${titleOf(desk.context, row.code)}`;
  const missing = missingTabs(
    row.sheet,
    villageTabs().map((tab) => tab.name),
  );
  if (missing === undefined) {
    const text = `${name} tidak ditemukan di Drive. Kembalikan dari tempat sampah, atau jalankan Pasang.`;
    return [{ text, menu: 'install' }];
  }
  if (missing.length === 0) return [];
  const text = `${name} kehilangan tab ${missing.join(', ')}. Jalankan Pasang, lalu Bangun ulang.`;
  return [{ text, menu: 'install' }];
}
