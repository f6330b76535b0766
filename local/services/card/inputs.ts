import { CardPart } from './cardPart';

type GAction = GoogleAppsScript.Card_Service.Action;
type GTextInput = GoogleAppsScript.Card_Service.TextInput;
type GSelection = GoogleAppsScript.Card_Service.SelectionInput;
type GSwitch = GoogleAppsScript.Card_Service.Switch;
type GDatePicker = GoogleAppsScript.Card_Service.DatePicker;

/** A field for text. */
export class TextInput
  extends CardPart<GTextInput>
  implements
    Pick<
      GTextInput,
      'setFieldName' | 'setHint' | 'setMultiline' | 'setOnChangeAction' | 'setTitle' | 'setValue'
    >
{
  static override readonly gas = 'Card_Service.TextInput';
  override readonly data = { kind: 'input' };
  setFieldName(fieldName: string): GTextInput {
    return this.put('name', fieldName);
  }
  setTitle(title: string): GTextInput {
    return this.put('title', title);
  }
  setHint(hint: string): GTextInput {
    return this.put('hint', hint);
  }
  setMultiline(multiline: boolean): GTextInput {
    return this.put('multiline', multiline);
  }
  setValue(value: string): GTextInput {
    return this.put('value', value);
  }
  setOnChangeAction(action: GAction): GTextInput {
    return this.put('onChange', action);
  }
}

/** Boxes, radio buttons or a list. */
export class SelectionInput
  extends CardPart<GSelection>
  implements Pick<GSelection, 'addItem' | 'setFieldName' | 'setOnChangeAction' | 'setTitle' | 'setType'>
{
  static override readonly gas = 'Card_Service.SelectionInput';
  override readonly data = { kind: 'selection' };
  setFieldName(fieldName: string): GSelection {
    return this.put('name', fieldName);
  }
  setTitle(title: string): GSelection {
    return this.put('title', title);
  }
  setType(type: GoogleAppsScript.Card_Service.SelectionInputType): GSelection {
    return this.put('type', type);
  }
  addItem(text: unknown, value: unknown, selected: boolean): GSelection {
    return this.push('items', { text: String(text), value: String(value), selected });
  }
  setOnChangeAction(action: GAction): GSelection {
    return this.put('onChange', action);
  }
}

/** On or off. */
export class Switch
  extends CardPart<GSwitch>
  implements
    Pick<GSwitch, 'setFieldName' | 'setOnChangeAction' | 'setSelected' | 'setValue' | 'setControlType'>
{
  static override readonly gas = 'Card_Service.Switch';
  setFieldName(fieldName: string): GSwitch {
    return this.put('name', fieldName);
  }
  setValue(value: string): GSwitch {
    return this.put('value', value);
  }
  setSelected(selected: boolean): GSwitch {
    return this.put('selected', selected);
  }
  setControlType(type: GoogleAppsScript.Card_Service.SwitchControlType): GSwitch {
    return this.put('type', type);
  }
  setOnChangeAction(action: GAction): GSwitch {
    return this.put('onChange', action);
  }
}

/** A field for a day, in ms since 1970. */
export class DatePicker
  extends CardPart<GDatePicker>
  implements Pick<GDatePicker, 'setFieldName' | 'setOnChangeAction' | 'setTitle' | 'setValueInMsSinceEpoch'>
{
  static override readonly gas = 'Card_Service.DatePicker';
  override readonly data = { kind: 'date' };
  setFieldName(fieldName: string): GDatePicker {
    return this.put('name', fieldName);
  }
  setTitle(title: string): GDatePicker {
    return this.put('title', title);
  }
  setValueInMsSinceEpoch(valueMsEpoch: number | string): GDatePicker {
    return this.put('value', Number(valueMsEpoch));
  }
  setOnChangeAction(action: GAction): GDatePicker {
    return this.put('onChange', action);
  }
}
