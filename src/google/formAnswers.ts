import { retry } from './retry';

/** A response that a script sent. */
export interface Sent {
  readonly id: string;
  readonly at: number;
}

function answerTo(item: GoogleAppsScript.Forms.Item, text: string): GoogleAppsScript.Forms.ItemResponse {
  switch (item.getType()) {
    case FormApp.ItemType.TEXT:
      return item.asTextItem().createResponse(text);
    case FormApp.ItemType.PARAGRAPH_TEXT:
      return item.asParagraphTextItem().createResponse(text);
    case FormApp.ItemType.MULTIPLE_CHOICE:
      return item.asMultipleChoiceItem().createResponse(text);
    case FormApp.ItemType.LIST:
      return item.asListItem().createResponse(text);
    case FormApp.ItemType.DATE:
      // Noon, so that it is the same day in every zone of Indonesia.
      return item.asDateItem().createResponse(new Date(`${text}T04:00:00Z`));
    default:
      throw new Error(`The question "${item.getTitle()}" cannot be answered by a script.`);
  }
}

/**
 * A form through which a script sends answers, by item id, as the account that runs; no trigger fires for it. What is
 * given throws Google's own words where the form does not take them, and then nothing was sent. Never tried twice: a
 * second time sends another.
 */
export function senderTo(formId: string): (answers: Readonly<Record<string, string>>) => Sent {
  const form = retry(() => FormApp.openById(formId));
  return (answers) => {
    const response = form.createResponse();
    for (const [itemId, text] of Object.entries(answers))
      response.withItemResponse(
        answerTo(
          retry(() => form.getItemById(Number(itemId))),
          text,
        ),
      );
    const sent = response.submit();
    return { id: sent.getId(), at: sent.getTimestamp().getTime() };
  };
}
