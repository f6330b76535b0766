import type { DialogSpec, MenuAnswer } from '../flows/dialog';

/** Shows what a menu item has to say: a dialog with fields, or one sentence with *OK*. */
export function show(answer: MenuAnswer): void {
  const ui = SpreadsheetApp.getUi();
  if (answer.kind === 'sentence') ui.alert(answer.title, answer.text, ui.ButtonSet.OK);
  else ui.showModalDialog(page(answer.dialog), answer.dialog.title);
}

/** Height that the dialog needs, so that nothing has to be scrolled on a usual screen. */
function heightOf(dialog: DialogSpec): number {
  if (dialog.tall === true) return 560;
  const fields = dialog.fields.reduce((sum, field) => sum + (field.kind === 'longText' ? 130 : 84), 0);
  return Math.min(560, 190 + fields + Math.min(8, dialog.lines.length) * 26);
}

function page(dialog: DialogSpec): GoogleAppsScript.HTML.HtmlOutput {
  const template = HtmlService.createTemplateFromFile('dialog');
  // `<` never stands in the page as itself, so that no answer of a village can end the script's element.
  Object.assign(template, { title: dialog.title, data: JSON.stringify(dialog).replace(/</g, '\\u003c') });
  return template.evaluate().setWidth(460).setHeight(heightOf(dialog));
}
