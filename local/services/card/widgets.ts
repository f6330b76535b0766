import { CardPart } from './cardPart';

type Ns = {
  Action: GoogleAppsScript.Card_Service.Action;
  OpenLink: GoogleAppsScript.Card_Service.OpenLink;
};

/** Where a click leads: shared by every widget that can be clicked. */
abstract class Clickable<G> extends CardPart<G> {
  setOnClickAction(action: Ns['Action']): G {
    return this.put('action', action);
  }
  setOpenLink(openLink: Ns['OpenLink']): G {
    return this.put('openLink', openLink);
  }
  setOnClickOpenLinkAction(action: Ns['Action']): G {
    return this.put('openLinkAction', action);
  }
}
type ClickMembers = 'setOnClickAction' | 'setOpenLink' | 'setOnClickOpenLinkAction';

type GParagraph = GoogleAppsScript.Card_Service.TextParagraph;
/** A paragraph of simple HTML. */
export class TextParagraph extends CardPart<GParagraph> implements Pick<GParagraph, 'setText'> {
  static override readonly gas = 'Card_Service.TextParagraph';
  override readonly data = { kind: 'text' };
  setText(text: string): GParagraph {
    return this.put('text', text);
  }
}

/** A line across. */
export class Divider extends CardPart<GoogleAppsScript.Card_Service.Divider> {
  static override readonly gas = 'Card_Service.Divider';
  override readonly data = { kind: 'divider' };
}

type GDecorated = GoogleAppsScript.Card_Service.DecoratedText;
/** A text with labels above and below, an icon and a button. */
export class DecoratedText
  extends Clickable<GDecorated>
  implements
    Pick<
      GDecorated,
      | ClickMembers
      | 'setText'
      | 'setTopLabel'
      | 'setBottomLabel'
      | 'setButton'
      | 'setWrapText'
      | 'setStartIcon'
      | 'setEndIcon'
      | 'setIcon'
      | 'setIconUrl'
      | 'setIconAltText'
      | 'setSwitchControl'
    >
{
  static override readonly gas = 'Card_Service.DecoratedText';
  override readonly data = { kind: 'decorated' };
  setText(text: string): GDecorated {
    return this.put('text', text);
  }
  setTopLabel(text: string): GDecorated {
    return this.put('top', text);
  }
  setBottomLabel(text: string): GDecorated {
    return this.put('bottom', text);
  }
  setButton(button: GoogleAppsScript.Card_Service.Button): GDecorated {
    return this.put('button', button);
  }
  setWrapText(wrapText: boolean): GDecorated {
    return this.put('wrap', wrapText);
  }
  setStartIcon(startIcon: GoogleAppsScript.Card_Service.IconImage): GDecorated {
    return this.put('startIcon', startIcon);
  }
  setEndIcon(endIcon: GoogleAppsScript.Card_Service.IconImage): GDecorated {
    return this.put('endIcon', endIcon);
  }
  setIcon(icon: GoogleAppsScript.Card_Service.Icon): GDecorated {
    return this.put('icon', icon);
  }
  setIconUrl(url: string): GDecorated {
    return this.put('iconUrl', url);
  }
  setIconAltText(altText: string): GDecorated {
    return this.put('iconAltText', altText);
  }
  setSwitchControl(switchToSet: GoogleAppsScript.Card_Service.Switch): GDecorated {
    return this.put('switch', switchToSet);
  }
}

type GKeyValue = GoogleAppsScript.Card_Service.KeyValue;
/** The older name of a decorated text. */
export class KeyValue
  extends Clickable<GKeyValue>
  implements
    Pick<
      GKeyValue,
      | ClickMembers
      | 'setContent'
      | 'setTopLabel'
      | 'setBottomLabel'
      | 'setButton'
      | 'setMultiline'
      | 'setIcon'
      | 'setIconUrl'
      | 'setIconAltText'
      | 'setSwitch'
    >
{
  static override readonly gas = 'Card_Service.KeyValue';
  override readonly data = { kind: 'decorated' };
  setContent(text: string): GKeyValue {
    return this.put('text', text);
  }
  setTopLabel(text: string): GKeyValue {
    return this.put('top', text);
  }
  setBottomLabel(text: string): GKeyValue {
    return this.put('bottom', text);
  }
  setButton(button: GoogleAppsScript.Card_Service.Button): GKeyValue {
    return this.put('button', button);
  }
  setMultiline(multiline: boolean): GKeyValue {
    return this.put('wrap', multiline);
  }
  setIcon(icon: GoogleAppsScript.Card_Service.Icon): GKeyValue {
    return this.put('icon', icon);
  }
  setIconUrl(url: string): GKeyValue {
    return this.put('iconUrl', url);
  }
  setIconAltText(altText: string): GKeyValue {
    return this.put('iconAltText', altText);
  }
  setSwitch(switchToSet: GoogleAppsScript.Card_Service.Switch): GKeyValue {
    return this.put('switch', switchToSet);
  }
}

type GImage = GoogleAppsScript.Card_Service.Image;
/** A picture by its address. */
export class Image
  extends Clickable<GImage>
  implements Pick<GImage, ClickMembers | 'setImageUrl' | 'setAltText'>
{
  static override readonly gas = 'Card_Service.Image';
  override readonly data = { kind: 'image' };
  setImageUrl(url: string): GImage {
    return this.put('url', url);
  }
  setAltText(altText: string): GImage {
    return this.put('altText', altText);
  }
}

type GIcon = GoogleAppsScript.Card_Service.IconImage;
/** A small picture beside a text. */
export class IconImage
  extends CardPart<GIcon>
  implements Pick<GIcon, 'setIcon' | 'setIconUrl' | 'setAltText'>
{
  static override readonly gas = 'Card_Service.IconImage';
  setIcon(icon: GoogleAppsScript.Card_Service.Icon): GIcon {
    return this.put('icon', icon);
  }
  setIconUrl(url: string): GIcon {
    return this.put('iconUrl', url);
  }
  setAltText(altText: string): GIcon {
    return this.put('altText', altText);
  }
}

type GTextButton = GoogleAppsScript.Card_Service.TextButton;
/** A button with a text. */
export class TextButton
  extends Clickable<GTextButton>
  implements
    Pick<
      GTextButton,
      ClickMembers | 'setText' | 'setTextButtonStyle' | 'setBackgroundColor' | 'setDisabled' | 'setAltText'
    >
{
  static override readonly gas = 'Card_Service.TextButton';
  override readonly data = { kind: 'button' };
  setText(text: string): GTextButton {
    return this.put('text', text);
  }
  setTextButtonStyle(textButtonStyle: GoogleAppsScript.Card_Service.TextButtonStyle): GTextButton {
    return this.put('style', textButtonStyle);
  }
  setBackgroundColor(backgroundColor: string): GTextButton {
    return this.put('color', backgroundColor);
  }
  setDisabled(disabled: boolean): GTextButton {
    return this.put('disabled', disabled);
  }
  setAltText(altText: string): GTextButton {
    return this.put('altText', altText);
  }
}

type GImageButton = GoogleAppsScript.Card_Service.ImageButton;
/** A button with a picture. */
export class ImageButton
  extends Clickable<GImageButton>
  implements Pick<GImageButton, ClickMembers | 'setIcon' | 'setIconUrl' | 'setAltText'>
{
  static override readonly gas = 'Card_Service.ImageButton';
  override readonly data = { kind: 'button' };
  setIcon(icon: GoogleAppsScript.Card_Service.Icon): GImageButton {
    return this.put('icon', icon);
  }
  setIconUrl(url: string): GImageButton {
    return this.put('iconUrl', url);
  }
  setAltText(altText: string): GImageButton {
    return this.put('altText', altText);
  }
}

type GButtonSet = GoogleAppsScript.Card_Service.ButtonSet;
/** Buttons in a row. */
export class ButtonSet extends CardPart<GButtonSet> implements Pick<GButtonSet, 'addButton'> {
  static override readonly gas = 'Card_Service.ButtonSet';
  override readonly data = { kind: 'buttons' };
  addButton(button: GoogleAppsScript.Card_Service.Button): GButtonSet {
    return this.push('buttons', button);
  }
}
