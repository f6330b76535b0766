import { editOf, tabOfSubmit, type EditEvent, type SubmitEvent } from '../google/events';
import { quietly } from './desk';
import { handleEdit } from './edit';
import { receive } from './receive';

/** A form was sent: what its tab's village has not been asked for yet is taken in. */
export function submitted(event?: SubmitEvent, isPersonal = false): void {
  quietly(() => {
    receive(tabOfSubmit(event), isPersonal);
  });
}

/** A cell of the master was changed by hand. */
export function edited(event: EditEvent): void {
  quietly(() => {
    handleEdit(editOf(event));
  });
}
