import type { LocalWorkspace } from '../../../local/host/workspace';
import { checkAnswers } from '../../../local/services/forms/checkAnswers';
import { OWNER } from '../../support/localProject';
import { testMembers } from '../../support/members';
import { everyItem, ownMembers, validations } from './tables/formItems';
import { forms } from './tables/forms';

const setup = `var form = FormApp.create('F');
function mails(users) { return users.map(function (u) { return u.getEmail(); }).sort(); }
function plain(v) { return v && v.name ? v.name() : v; }`;

/** What a person reads who sends each of the answers; they are by the place of the question or the row. */
function messages(workspace: LocalWorkspace, given: unknown): unknown {
  const [formId, all] = given as [string, Record<string, string[]>[]];
  const form = workspace.store.get('form', formId);
  const entryIds = form?.items[0]?.entryIds ?? [];
  if (!form) throw new Error('The case gave no form.');
  return all.flatMap((answers) => {
    const entries = Object.fromEntries(
      Object.entries(answers).map(([place, texts]) => [`entry.${String(entryIds[Number(place)])}`, texts]),
    );
    const checked = checkAnswers(workspace.runtimeFor(OWNER), form, { person: OWNER, entries });
    return [[...new Set(checked.errors.map((error) => error.message))]];
  });
}

testMembers('FormApp', {
  'every item': { setup, cases: everyItem },
  'members of one kind of item': { setup, cases: ownMembers },
  rules: { setup, cases: validations, look: messages },
  'forms and responses': { setup, cases: forms },
});
