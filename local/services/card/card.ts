import { gas } from '../boundary';
import { GoogleError } from '../served';
import { CardPart } from './cardPart';

type GCard = GoogleAppsScript.Card_Service.Card;
type GBuilder = GoogleAppsScript.Card_Service.CardBuilder;
type GHeader = GoogleAppsScript.Card_Service.CardHeader;
type GSection = GoogleAppsScript.Card_Service.CardSection;
type GFooter = GoogleAppsScript.Card_Service.FixedFooter;
type GCardAction = GoogleAppsScript.Card_Service.CardAction;
type GAction = GoogleAppsScript.Card_Service.Action;
type GOpenLink = GoogleAppsScript.Card_Service.OpenLink;
type GTextButton = GoogleAppsScript.Card_Service.TextButton;

/** Most widgets and sections that one card takes (google.md section 1). */
const MOST = 100;

/** A finished card. */
export class Card extends CardPart<GCard> implements Pick<GCard, 'printJson'> {
  static override readonly gas = 'Card_Service.Card';
  printJson(): string {
    return JSON.stringify(this.data);
  }
}

/** `CardService.newCardBuilder()`. Throws for a card of more than 100 sections or widgets (google.md section 1). */
export class CardBuilder
  extends CardPart<GBuilder>
  implements
    Pick<
      GBuilder,
      | 'addCardAction'
      | 'addSection'
      | 'build'
      | 'setHeader'
      | 'setName'
      | 'setFixedFooter'
      | 'setDisplayStyle'
      | 'setPeekCardHeader'
    >
{
  static override readonly gas = 'Card_Service.CardBuilder';
  setHeader(cardHeader: GHeader): GBuilder {
    return this.put('header', cardHeader);
  }
  setName(name: string): GBuilder {
    return this.put('name', name);
  }
  addSection(section: GSection): GBuilder {
    return this.push('sections', section);
  }
  addCardAction(cardAction: GCardAction): GBuilder {
    return this.push('actions', cardAction);
  }
  setFixedFooter(fixedFooter: GFooter): GBuilder {
    return this.put('footer', fixedFooter);
  }
  setDisplayStyle(displayStyle: GoogleAppsScript.Card_Service.DisplayStyle): GBuilder {
    return this.put('displayStyle', displayStyle);
  }
  setPeekCardHeader(peekCardHeader: GHeader): GBuilder {
    return this.put('peekHeader', peekCardHeader);
  }
  build(): GCard {
    const sections = Array.isArray(this.data.sections) ? this.data.sections : [];
    const widgets = sections.flatMap((section) => widgetsOf(section));
    if (sections.length > MOST || widgets.length > MOST) {
      throw new GoogleError(`A card can have at most ${MOST} sections and ${MOST} widgets.`);
    }
    const card = new Card(this.runtime);
    Object.assign(card.data, this.data, { kind: 'card' });
    return gas(card);
  }
}

function widgetsOf(section: unknown): unknown[] {
  const holds = typeof section === 'object' && section !== null && 'widgets' in section;
  return holds && Array.isArray(section.widgets) ? section.widgets : [];
}

/** Title, subtitle and picture of a card. */
export class CardHeader
  extends CardPart<GHeader>
  implements Pick<GHeader, 'setTitle' | 'setSubtitle' | 'setImageUrl' | 'setImageStyle' | 'setImageAltText'>
{
  static override readonly gas = 'Card_Service.CardHeader';
  setTitle(title: string): GHeader {
    return this.put('title', title);
  }
  setSubtitle(subtitle: string): GHeader {
    return this.put('subtitle', subtitle);
  }
  setImageUrl(imageUrl: string): GHeader {
    return this.put('imageUrl', imageUrl);
  }
  setImageStyle(imageStyle: GoogleAppsScript.Card_Service.ImageStyle): GHeader {
    return this.put('imageStyle', imageStyle);
  }
  setImageAltText(imageAltText: string): GHeader {
    return this.put('imageAltText', imageAltText);
  }
}

/** A part of a card with its own title; it may be folded. */
export class CardSection
  extends CardPart<GSection>
  implements Pick<GSection, 'addWidget' | 'setCollapsible' | 'setHeader' | 'setNumUncollapsibleWidgets'>
{
  static override readonly gas = 'Card_Service.CardSection';
  setHeader(header: string): GSection {
    return this.put('header', header);
  }
  addWidget(widget: GoogleAppsScript.Card_Service.Widget): GSection {
    return this.push('widgets', widget);
  }
  setCollapsible(collapsible: boolean): GSection {
    return this.put('collapsible', collapsible);
  }
  setNumUncollapsibleWidgets(numUncollapsibleWidgets: number): GSection {
    return this.put('uncollapsible', numUncollapsibleWidgets);
  }
}

/** One or two buttons that stay at the bottom. */
export class FixedFooter
  extends CardPart<GFooter>
  implements Pick<GFooter, 'setPrimaryButton' | 'setSecondaryButton'>
{
  static override readonly gas = 'Card_Service.FixedFooter';
  setPrimaryButton(button: GTextButton): GFooter {
    return this.put('primary', button);
  }
  setSecondaryButton(button: GTextButton): GFooter {
    return this.put('secondary', button);
  }
}

/** An entry of a card's own menu. */
export class CardAction
  extends CardPart<GCardAction>
  implements Pick<GCardAction, 'setText' | 'setOnClickAction' | 'setOpenLink' | 'setOnClickOpenLinkAction'>
{
  static override readonly gas = 'Card_Service.CardAction';
  setText(text: string): GCardAction {
    return this.put('text', text);
  }
  setOnClickAction(action: GAction): GCardAction {
    return this.put('action', action);
  }
  setOpenLink(openLink: GOpenLink): GCardAction {
    return this.put('openLink', openLink);
  }
  setOnClickOpenLinkAction(action: GAction): GCardAction {
    return this.put('openLinkAction', action);
  }
}
