import { lazy } from '../flows/lazy';
import type { SetUpQuestion } from '../flows/setUpDialog';

/** Shows the dialog of one of the two set-up steps; to anybody but the owner one sentence with the right account. */
export function showSetUp(flow: 'prepare' | 'install'): void {
  const ui = SpreadsheetApp.getUi();
  const question = lazy().setUpQuestion(flow);
  const refusal = lazy().ownerRefusal();
  if (refusal !== undefined) ui.alert(question.title, refusal, ui.ButtonSet.OK);
  else ui.showModalDialog(page(question), question.title);
}

function page(question: SetUpQuestion): GoogleAppsScript.HTML.HtmlOutput {
  const template = HtmlService.createTemplateFromFile('setUp');
  // `<` never stands in the page as itself: nothing in it can end the script's element.
  Object.assign(template, { title: question.title, data: JSON.stringify(question).replace(/</g, '\\u003c') });
  return template
    .evaluate()
    .setWidth(480)
    .setHeight(question.flow === 'prepare' ? 600 : 330);
}
