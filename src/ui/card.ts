import type { HomeSummary } from '../flows/summary';

/** The home card of the add-on: the month in three lines and a button that opens the master. */
export function homeCard(summary: HomeSummary): GoogleAppsScript.Card_Service.Card {
  const section = CardService.newCardSection();
  for (const line of summary.lines) {
    section.addWidget(
      CardService.newDecoratedText().setTopLabel(line.label).setText(line.text).setWrapText(true),
    );
  }
  if (summary.url !== '') {
    section.addWidget(
      CardService.newTextButton()
        .setText('Buka lembar kecamatan')
        .setOpenLink(CardService.newOpenLink().setUrl(summary.url)),
    );
  }
  return CardService.newCardBuilder()
    .setHeader(CardService.newCardHeader().setTitle(summary.title))
    .addSection(section)
    .build();
}
