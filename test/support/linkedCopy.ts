import { copyFile } from '../../local/services/drive/copyFile';
import { linkForm } from '../../local/services/forms/link';
import type { FormState } from '../../local/state/form';
import type { Story } from './story';
import { OWNER } from './threeVillages';

/** A copy of a form that somebody made and linked to the same responses spreadsheet. */
export function linkedCopy({ workspace }: Story, { id, destination }: FormState): FormState {
  const runtime = workspace.runtimeFor(OWNER);
  const file = workspace.store.get('file', id);
  if (file === undefined || destination === undefined) throw new Error('The form is not linked.');
  const copied = workspace.store.get('form', copyFile(runtime, file, 'Salinan', file.parentId).id);
  if (copied === undefined) throw new Error('Nothing was copied.');
  linkForm(runtime, copied, destination.spreadsheetId);
  return copied;
}
