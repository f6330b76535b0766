import { lazy } from '../flows/lazy';

const TITLE = 'Dasbor';

/** Shows the dashboard of the month being collected; one sentence where there is nothing to show. */
export function showDashboard(): void {
  const ui = SpreadsheetApp.getUi();
  const shown = lazy().dashboard();
  if ('sentence' in shown) {
    ui.alert(TITLE, shown.sentence, ui.ButtonSet.OK);
    return;
  }
  const template = HtmlService.createTemplateFromFile('dashboard');
  // `<` never stands in the page as itself: nothing in it can end the script's element.
  Object.assign(template, { data: JSON.stringify(shown).replace(/</g, '\\u003c') });
  ui.showModalDialog(template.evaluate().setWidth(900).setHeight(640), TITLE);
}
