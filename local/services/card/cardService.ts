import { gas } from '../boundary';
import type { Runtime } from '../runtime';
import { Served, type ServedClass, type ServiceEntry } from '../served';
import {
  Action,
  ActionResponse,
  ActionResponseBuilder,
  Navigation,
  Notification,
  OpenLink,
  UniversalActionResponse,
  UniversalActionResponseBuilder,
} from './actions';
import { Card, CardAction, CardBuilder, CardHeader, CardSection, FixedFooter } from './card';
import { DatePicker, SelectionInput, Switch, TextInput } from './inputs';
import {
  ButtonSet,
  DecoratedText,
  Divider,
  IconImage,
  Image,
  ImageButton,
  KeyValue,
  TextButton,
  TextParagraph,
} from './widgets';

type G = GoogleAppsScript.Card_Service.CardService;
type C = keyof G;
type Members = Extract<
  C,
  | 'newAction'
  | 'newActionResponseBuilder'
  | 'newButtonSet'
  | 'newCardAction'
  | 'newCardBuilder'
  | 'newCardHeader'
  | 'newCardSection'
  | 'newDatePicker'
  | 'newDecoratedText'
  | 'newDivider'
  | 'newFixedFooter'
  | 'newIconImage'
  | 'newImage'
  | 'newImageButton'
  | 'newKeyValue'
  | 'newNavigation'
  | 'newNotification'
  | 'newOpenLink'
  | 'newSelectionInput'
  | 'newSwitch'
  | 'newTextButton'
  | 'newTextInput'
  | 'newTextParagraph'
  | 'newUniversalActionResponseBuilder'
>;

/** The global `CardService`: builders of plain data (`cardData` in cardPart.ts) that the web page draws. */
export class CardService extends Served implements Pick<G, Members> {
  static override readonly gas = 'Card_Service.CardService';

  private readonly make = <T>(Part: new (runtime: Runtime) => unknown): T => gas<T>(new Part(this.runtime));

  newAction(): GoogleAppsScript.Card_Service.Action {
    return this.make(Action);
  }
  newActionResponseBuilder(): GoogleAppsScript.Card_Service.ActionResponseBuilder {
    return this.make(ActionResponseBuilder);
  }
  newButtonSet(): GoogleAppsScript.Card_Service.ButtonSet {
    return this.make(ButtonSet);
  }
  newCardAction(): GoogleAppsScript.Card_Service.CardAction {
    return this.make(CardAction);
  }
  newCardBuilder(): GoogleAppsScript.Card_Service.CardBuilder {
    return this.make(CardBuilder);
  }
  newCardHeader(): GoogleAppsScript.Card_Service.CardHeader {
    return this.make(CardHeader);
  }
  newCardSection(): GoogleAppsScript.Card_Service.CardSection {
    return this.make(CardSection);
  }
  newDatePicker(): GoogleAppsScript.Card_Service.DatePicker {
    return this.make(DatePicker);
  }
  newDecoratedText(): GoogleAppsScript.Card_Service.DecoratedText {
    return this.make(DecoratedText);
  }
  newDivider(): GoogleAppsScript.Card_Service.Divider {
    return this.make(Divider);
  }
  newFixedFooter(): GoogleAppsScript.Card_Service.FixedFooter {
    return this.make(FixedFooter);
  }
  newIconImage(): GoogleAppsScript.Card_Service.IconImage {
    return this.make(IconImage);
  }
  newImage(): GoogleAppsScript.Card_Service.Image {
    return this.make(Image);
  }
  newImageButton(): GoogleAppsScript.Card_Service.ImageButton {
    return this.make(ImageButton);
  }
  newKeyValue(): GoogleAppsScript.Card_Service.KeyValue {
    return this.make(KeyValue);
  }
  newNavigation(): GoogleAppsScript.Card_Service.Navigation {
    return this.make(Navigation);
  }
  newNotification(): GoogleAppsScript.Card_Service.Notification {
    return this.make(Notification);
  }
  newOpenLink(): GoogleAppsScript.Card_Service.OpenLink {
    return this.make(OpenLink);
  }
  newSelectionInput(): GoogleAppsScript.Card_Service.SelectionInput {
    return this.make(SelectionInput);
  }
  newSwitch(): GoogleAppsScript.Card_Service.Switch {
    return this.make(Switch);
  }
  newTextButton(): GoogleAppsScript.Card_Service.TextButton {
    return this.make(TextButton);
  }
  newTextInput(): GoogleAppsScript.Card_Service.TextInput {
    return this.make(TextInput);
  }
  newTextParagraph(): GoogleAppsScript.Card_Service.TextParagraph {
    return this.make(TextParagraph);
  }
  newUniversalActionResponseBuilder(): GoogleAppsScript.Card_Service.UniversalActionResponseBuilder {
    return this.make(UniversalActionResponseBuilder);
  }
}

const classes: readonly ServedClass[] = [
  CardService,
  Action,
  ActionResponse,
  ActionResponseBuilder,
  ButtonSet,
  Card,
  CardAction,
  CardBuilder,
  CardHeader,
  CardSection,
  DatePicker,
  DecoratedText,
  Divider,
  FixedFooter,
  IconImage,
  Image,
  ImageButton,
  KeyValue,
  Navigation,
  Notification,
  OpenLink,
  SelectionInput,
  Switch,
  TextButton,
  TextInput,
  TextParagraph,
  UniversalActionResponse,
  UniversalActionResponseBuilder,
];

export const cardService: ServiceEntry = {
  global: 'CardService',
  gas: 'Card_Service.CardService',
  create: (runtime) => new CardService(runtime),
  classes,
};
