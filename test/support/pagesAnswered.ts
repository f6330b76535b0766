import type { Workspace } from '../../local/host/api';
import { FormApp } from '../../local/services/forms/formApp';
import type { FormState } from '../../local/state/form';
import { OWNER, RESPONDER } from './pagesContent';

/** An answer to the form of every item; gives the token with which it is edited. */
export async function answerEveryItem(
  { workspace, everyItem }: { workspace: Workspace; everyItem: FormState },
  text: string,
): Promise<string> {
  const entryOf = (title: string): string =>
    String(everyItem.items.find((item) => item.title === title)?.entryIds[0]);
  const answers = {
    [entryOf('Teks pendek')]: text,
    [entryOf('Beberapa pilihan')]: ['X', 'Z'],
    [entryOf('Tanggal')]: '2026-08-01',
  };
  const { publishedId } = everyItem;
  const given = { publishedId, person: RESPONDER, emailAddress: RESPONDER, answers };
  const sent = await workspace.submitForm(given);
  const response = everyItem.responses.at(-1);
  if (!sent.accepted || !response) throw new Error('The form refused the answer.');
  return response.editToken;
}

/** The published id of a form that takes no answers any more and says why. */
export function closedForm(workspace: Workspace): string {
  const form = new FormApp(workspace.runtimeFor(OWNER)).create('Laporan lama', true);
  form.setTitle('Laporan lama').setCustomClosedFormMessage('Laporan ini sudah ditutup. Hubungi kantor.');
  form.addPublishedReader(RESPONDER).setAcceptingResponses(false);
  return workspace.store.get('form', form.getId())?.publishedId ?? '';
}
