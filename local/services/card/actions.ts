import { gas } from '../boundary';
import { CardPart } from './cardPart';

type GAction = GoogleAppsScript.Card_Service.Action;
type GOpenLink = GoogleAppsScript.Card_Service.OpenLink;
type GNotification = GoogleAppsScript.Card_Service.Notification;
type GNavigation = GoogleAppsScript.Card_Service.Navigation;
type GCard = GoogleAppsScript.Card_Service.Card;
type GBuilder = GoogleAppsScript.Card_Service.ActionResponseBuilder;
type GUniversal = GoogleAppsScript.Card_Service.UniversalActionResponseBuilder;

/** A call of a script function from a card. */
export class Action
  extends CardPart<GAction>
  implements
    Pick<
      GAction,
      'setFunctionName' | 'setParameters' | 'setLoadIndicator' | 'setPersistValues' | 'setInteraction'
    >
{
  static override readonly gas = 'Card_Service.Action';
  setFunctionName(functionName: string): GAction {
    return this.put('functionName', functionName);
  }
  setParameters(parameters: { [key: string]: string }): GAction {
    return this.put('parameters', parameters);
  }
  setLoadIndicator(loadIndicator: GoogleAppsScript.Card_Service.LoadIndicator): GAction {
    return this.put('loadIndicator', loadIndicator);
  }
  setPersistValues(persistValues: boolean): GAction {
    return this.put('persistValues', persistValues);
  }
  setInteraction(interaction: GoogleAppsScript.Card_Service.Interaction): GAction {
    return this.put('interaction', interaction);
  }
}

/** An address that a card opens. */
export class OpenLink
  extends CardPart<GOpenLink>
  implements Pick<GOpenLink, 'setUrl' | 'setOpenAs' | 'setOnClose'>
{
  static override readonly gas = 'Card_Service.OpenLink';
  setUrl(url: string): GOpenLink {
    return this.put('url', url);
  }
  setOpenAs(openAs: GoogleAppsScript.Card_Service.OpenAs): GOpenLink {
    return this.put('openAs', openAs);
  }
  setOnClose(onClose: GoogleAppsScript.Card_Service.OnClose): GOpenLink {
    return this.put('onClose', onClose);
  }
}

/** A short text that appears below the cards. */
export class Notification extends CardPart<GNotification> implements Pick<GNotification, 'setText'> {
  static override readonly gas = 'Card_Service.Notification';
  setText(text: string): GNotification {
    return this.put('text', text);
  }
}

/** Steps on the stack of cards, in order. */
export class Navigation
  extends CardPart<GNavigation>
  implements
    Pick<GNavigation, 'pushCard' | 'popCard' | 'popToRoot' | 'popToNamedCard' | 'updateCard' | 'printJson'>
{
  static override readonly gas = 'Card_Service.Navigation';
  pushCard(card: GCard): GNavigation {
    return this.push('steps', { push: card });
  }
  updateCard(card: GCard): GNavigation {
    return this.push('steps', { update: card });
  }
  popCard(): GNavigation {
    return this.push('steps', { pop: true });
  }
  popToRoot(): GNavigation {
    return this.push('steps', { popToRoot: true });
  }
  popToNamedCard(cardName: string): GNavigation {
    return this.push('steps', { popTo: cardName });
  }
  printJson(): string {
    return JSON.stringify(this.data);
  }
}

/** What a card's function answers. */
export class ActionResponse
  extends CardPart<unknown>
  implements Pick<GoogleAppsScript.Card_Service.ActionResponse, 'printJson'>
{
  static override readonly gas = 'Card_Service.ActionResponse';
  printJson(): string {
    return JSON.stringify(this.data);
  }
}

/** `CardService.newActionResponseBuilder()`. */
export class ActionResponseBuilder
  extends CardPart<GBuilder>
  implements Pick<GBuilder, 'setNavigation' | 'setNotification' | 'setOpenLink' | 'setStateChanged' | 'build'>
{
  static override readonly gas = 'Card_Service.ActionResponseBuilder';
  setNavigation(navigation: GNavigation): GBuilder {
    return this.put('navigation', navigation);
  }
  setNotification(notification: GNotification): GBuilder {
    return this.put('notification', notification);
  }
  setOpenLink(openLink: GOpenLink): GBuilder {
    return this.put('openLink', openLink);
  }
  setStateChanged(stateChanged: boolean): GBuilder {
    return this.put('stateChanged', stateChanged);
  }
  build(): GoogleAppsScript.Card_Service.ActionResponse {
    const response = new ActionResponse(this.runtime);
    Object.assign(response.data, this.data, { kind: 'response' });
    return gas(response);
  }
}

/** What a universal action (the menu of the add-on) answers. */
export class UniversalActionResponse
  extends CardPart<unknown>
  implements Pick<GoogleAppsScript.Card_Service.UniversalActionResponse, 'printJson'>
{
  static override readonly gas = 'Card_Service.UniversalActionResponse';
  printJson(): string {
    return JSON.stringify(this.data);
  }
}

/** `CardService.newUniversalActionResponseBuilder()`. */
export class UniversalActionResponseBuilder
  extends CardPart<GUniversal>
  implements Pick<GUniversal, 'displayAddOnCards' | 'setOpenLink' | 'build'>
{
  static override readonly gas = 'Card_Service.UniversalActionResponseBuilder';
  displayAddOnCards(cardObjects: GCard[]): GUniversal {
    return this.put('cards', cardObjects);
  }
  setOpenLink(openLink: GOpenLink): GUniversal {
    return this.put('openLink', openLink);
  }
  build(): GoogleAppsScript.Card_Service.UniversalActionResponse {
    const response = new UniversalActionResponse(this.runtime);
    Object.assign(response.data, this.data, { kind: 'response' });
    return gas(response);
  }
}
