import { CardService } from '../../../local/services/card/cardService';
import { cardData } from '../../../local/services/card/cardPart';
import { localRuntime } from '../../support/localRuntime';
import { cleanUp } from '../../support/localProject';
import { evaluate, uncalled, type Case } from '../../support/contracts';

afterEach(cleanUp);

describe('CardService gives plain data', () => {
  const service = new CardService(localRuntime());
  const action = service.newAction().setFunctionName('refresh').setParameters({ month: '2026-07' });

  test('a home card', () => {
    const card = service
      .newCardBuilder()
      .setName('home')
      .setHeader(service.newCardHeader().setTitle('Beranda'))
      .addSection(
        service
          .newCardSection()
          .setHeader('Bulan ini')
          .addWidget(service.newTextParagraph().setText('14 dari 16'))
          .addWidget(
            service
              .newButtonSet()
              .addButton(service.newTextButton().setText('Segarkan').setOnClickAction(action)),
          ),
      )
      .build();
    expect(cardData(card)).toEqual([
      {
        kind: 'card',
        name: 'home',
        header: { title: 'Beranda' },
        sections: [
          {
            header: 'Bulan ini',
            widgets: [
              { kind: 'text', text: '14 dari 16' },
              {
                kind: 'buttons',
                buttons: [
                  {
                    kind: 'button',
                    text: 'Segarkan',
                    action: { functionName: 'refresh', parameters: { month: '2026-07' } },
                  },
                ],
              },
            ],
          },
        ],
      },
    ]);
  });

  test('a response: navigation and notification', () => {
    const card = service.newCardBuilder().build();
    const response = service
      .newActionResponseBuilder()
      .setNavigation(service.newNavigation().popCard().pushCard(card))
      .setNotification(service.newNotification().setText('Selesai'))
      .build();
    expect(cardData(response)).toEqual([
      {
        kind: 'response',
        navigation: { steps: [{ pop: true }, { push: { kind: 'card' } }] },
        notification: { text: 'Selesai' },
      },
    ]);
    expect(cardData('x')).toBeUndefined();
  });

  test('at most 100 widgets (google.md section 1)', () => {
    const section = service.newCardSection();
    for (let n = 0; n <= 100; n++) section.addWidget(service.newDivider());
    expect(() => service.newCardBuilder().addSection(section).build()).toThrow(/100 widgets/);
  });
});

const S = 'CardService';
const ACTION = `${S}.newAction().setFunctionName('f')`;
const LINK = `${S}.newOpenLink().setUrl('https://contoh.id/')`;
const BUTTON = `${S}.newTextButton().setText('B')`;
const ICON = `${S}.newIconImage().setIcon(${S}.Icon.EMAIL)`;
const f = { functionName: 'f' };
const link = { url: 'https://contoh.id/' };
const button = { kind: 'button', text: 'B' };
const CLICKS = `.setOnClickAction(${ACTION}).setOpenLink(${LINK}).setOnClickOpenLinkAction(${ACTION})`;
const clicks = { action: f, openLink: link, openLinkAction: f };

/** A part as a script puts it together, and the data that the page draws it from. */
const PARTS: Case[] = [
  [
    `${S}.newAction().setFunctionName('f').setParameters({ a: 'x' }).setLoadIndicator(${S}.LoadIndicator.SPINNER).setPersistValues(true).setInteraction(${S}.Interaction.OPEN_DIALOG)`,
    {
      ...f,
      parameters: { a: 'x' },
      loadIndicator: 'SPINNER',
      persistValues: true,
      interaction: 'OPEN_DIALOG',
    },
  ],
  [
    `${S}.newOpenLink().setUrl('https://contoh.id/').setOpenAs(${S}.OpenAs.OVERLAY).setOnClose(${S}.OnClose.RELOAD_ADD_ON)`,
    { ...link, openAs: 'OVERLAY', onClose: 'RELOAD_ADD_ON' },
  ],
  [`${S}.newNotification().setText('Selesai')`, { text: 'Selesai' }],
  [
    `${S}.newNavigation().pushCard(${S}.newCardBuilder().build()).popCard().popToRoot().popToNamedCard('a').updateCard(${S}.newCardBuilder().build())`,
    {
      steps: [
        { push: { kind: 'card' } },
        { pop: true },
        { popToRoot: true },
        { popTo: 'a' },
        { update: { kind: 'card' } },
      ],
    },
  ],
  [
    `${S}.newActionResponseBuilder().setNavigation(${S}.newNavigation().popCard()).setNotification(${S}.newNotification().setText('x')).setOpenLink(${LINK}).setStateChanged(true).build()`,
    {
      kind: 'response',
      navigation: { steps: [{ pop: true }] },
      notification: { text: 'x' },
      openLink: link,
      stateChanged: true,
    },
  ],
  [
    `${S}.newUniversalActionResponseBuilder().displayAddOnCards([${S}.newCardBuilder().build()]).setOpenLink(${LINK}).build()`,
    { kind: 'response', cards: [{ kind: 'card' }], openLink: link },
  ],
  [
    `${S}.newCardHeader().setTitle('T').setSubtitle('s').setImageUrl('https://contoh.id/a.png').setImageStyle(${S}.ImageStyle.CIRCLE).setImageAltText('a')`,
    {
      title: 'T',
      subtitle: 's',
      imageUrl: 'https://contoh.id/a.png',
      imageStyle: 'CIRCLE',
      imageAltText: 'a',
    },
  ],
  [
    `${S}.newCardSection().setHeader('H').setCollapsible(true).setNumUncollapsibleWidgets(1).addWidget(${S}.newDivider())`,
    { header: 'H', collapsible: true, uncollapsible: 1, widgets: [{ kind: 'divider' }] },
  ],
  [`${S}.newCardAction().setText('M')${CLICKS}`, { text: 'M', ...clicks }],
  [
    `${S}.newFixedFooter().setPrimaryButton(${BUTTON}).setSecondaryButton(${BUTTON})`,
    { primary: button, secondary: button },
  ],
  [
    `${S}.newCardBuilder().setName('n').setHeader(${S}.newCardHeader().setTitle('T')).setPeekCardHeader(${S}.newCardHeader().setTitle('P')).setDisplayStyle(${S}.DisplayStyle.REPLACE).addSection(${S}.newCardSection()).addCardAction(${S}.newCardAction().setText('M')).setFixedFooter(${S}.newFixedFooter()).build()`,
    {
      kind: 'card',
      name: 'n',
      header: { title: 'T' },
      peekHeader: { title: 'P' },
      displayStyle: 'REPLACE',
      sections: [{}],
      actions: [{ text: 'M' }],
      footer: {},
    },
  ],
  [`${S}.newTextParagraph().setText('<b>x</b>')`, { kind: 'text', text: '<b>x</b>' }],
  [
    `${S}.newDecoratedText().setText('x').setTopLabel('a').setBottomLabel('b').setButton(${BUTTON}).setWrapText(true).setStartIcon(${ICON}).setEndIcon(${ICON}).setIcon(${S}.Icon.EMAIL).setIconUrl('https://contoh.id/i').setIconAltText('i').setSwitchControl(${S}.newSwitch().setFieldName('s'))${CLICKS}`,
    {
      kind: 'decorated',
      text: 'x',
      top: 'a',
      bottom: 'b',
      button,
      wrap: true,
      startIcon: expect.objectContaining({ icon: 'EMAIL' }),
      endIcon: expect.objectContaining({ icon: 'EMAIL' }),
      icon: 'EMAIL',
      iconUrl: 'https://contoh.id/i',
      iconAltText: 'i',
      switch: { name: 's' },
      ...clicks,
    },
  ],
  [
    `${S}.newKeyValue().setContent('x').setMultiline(true).setSwitch(${S}.newSwitch().setFieldName('s')).setIcon(${S}.Icon.EMAIL).setTopLabel('a').setBottomLabel('b').setButton(${BUTTON}).setIconUrl('https://contoh.id/i').setIconAltText('i')${CLICKS}`,
    {
      kind: 'decorated',
      text: 'x',
      wrap: true,
      switch: { name: 's' },
      icon: 'EMAIL',
      top: 'a',
      bottom: 'b',
      button,
      iconUrl: 'https://contoh.id/i',
      iconAltText: 'i',
      ...clicks,
    },
  ],
  [
    `${S}.newImage().setImageUrl('https://contoh.id/a.png').setAltText('a')${CLICKS}`,
    { kind: 'image', url: 'https://contoh.id/a.png', altText: 'a', ...clicks },
  ],
  [
    `${S}.newTextButton().setText('B').setTextButtonStyle(${S}.TextButtonStyle.FILLED).setBackgroundColor('#3b4a63').setDisabled(true).setAltText('a')${CLICKS}`,
    expect.objectContaining({ ...button, disabled: true, altText: 'a', ...clicks }),
  ],
  [
    `${S}.newImageButton().setIcon(${S}.Icon.EMAIL).setIconUrl('https://contoh.id/i').setAltText('a')${CLICKS}`,
    { kind: 'button', icon: 'EMAIL', iconUrl: 'https://contoh.id/i', altText: 'a', ...clicks },
  ],
  [
    `${S}.newIconImage().setIcon(${S}.Icon.EMAIL).setIconUrl('https://contoh.id/i').setAltText('a')`,
    expect.objectContaining({ icon: 'EMAIL', altText: 'a' }),
  ],
  [`${S}.newButtonSet().addButton(${BUTTON})`, { kind: 'buttons', buttons: [button] }],
  [
    `${S}.newTextInput().setFieldName('n').setTitle('T').setHint('h').setMultiline(true).setValue('v').setOnChangeAction(${ACTION})`,
    { kind: 'input', name: 'n', title: 'T', hint: 'h', multiline: true, value: 'v', onChange: f },
  ],
  [
    `${S}.newSelectionInput().setFieldName('n').setTitle('T').setType(${S}.SelectionInputType.DROPDOWN).addItem('A', 1, true).addItem('B', 'b', false).setOnChangeAction(${ACTION})`,
    {
      kind: 'selection',
      name: 'n',
      title: 'T',
      type: 'DROPDOWN',
      items: [
        { text: 'A', value: '1', selected: true },
        { text: 'B', value: 'b', selected: false },
      ],
      onChange: f,
    },
  ],
  [
    `${S}.newSwitch().setFieldName('n').setValue('v').setSelected(true).setControlType(${S}.SwitchControlType.SWITCH).setOnChangeAction(${ACTION})`,
    { name: 'n', value: 'v', selected: true, type: 'SWITCH', onChange: f },
  ],
  [
    `${S}.newDatePicker().setFieldName('n').setTitle('T').setValueInMsSinceEpoch(5).setOnChangeAction(${ACTION})`,
    { kind: 'date', name: 'n', title: 'T', value: 5, onChange: f },
  ],
];

describe('CardService in a script (reference, Class CardService)', () => {
  test.each(PARTS)('%s', (expression, data) => {
    expect(cardData(evaluate(expression))).toEqual([data]);
  });

  test.each<Case>([
    [`${S}.newCardBuilder().setName('n').build().printJson()`, '{"name":"n","kind":"card"}'],
    [`${S}.newNavigation().popCard().printJson()`, '{"steps":[{"pop":true}]}'],
    [
      `${S}.newActionResponseBuilder().setStateChanged(true).build().printJson()`,
      '{"stateChanged":true,"kind":"response"}',
    ],
    [
      `${S}.newUniversalActionResponseBuilder().displayAddOnCards([]).build().printJson()`,
      '{"cards":[],"kind":"response"}',
    ],
    [
      `${S}.newTextParagraph().setText()`,
      expect.stringMatching(/don't match the method signature for .*TextParagraph\.setText\.$/),
    ],
    [
      `${S}.newGrid()`,
      expect.stringContaining('CardService.newGrid is not supported by the local workspace'),
    ],
  ])('%s gives %s', (expression, expected) => expect(evaluate(expression)).toEqual(expected));

  test('no member without a case', () => {
    expect(uncalled('CardService', [...PARTS.map(([expression]) => expression), '.printJson('])).toEqual([]);
  });
});
