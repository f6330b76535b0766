import { FormApp } from '../../local/services/forms/formApp';
import { checkAnswers, editResponse, submitResponse } from '../../local/services/forms/submit';
import { enumValue } from '../../local/services/served';
import type { FormState } from '../../local/state/form';
import { localRuntime, type LocalRuntime } from '../support/localRuntime';

const OWNER = 'owner@example.com';

function build(runtime: LocalRuntime): { form: GoogleAppsScript.Forms.Form; state: FormState } {
  const form = new FormApp(runtime).create('Laporan', true);
  const state = runtime.store.get('form', form.getId());
  if (!state) throw new Error('no form');
  return { form, state };
}

describe('a form that a script made', () => {
  test('takes an answer of its owner and refuses a stranger (google.md section 3)', () => {
    const runtime = localRuntime();
    const { form, state } = build(runtime);
    const item = form.addTextItem().setTitle('Nama').setRequired(true);
    const entry = `entry.${state.items[0]?.entryIds[0]}`;
    expect(checkAnswers(runtime, state, { person: 'x@example.com', entries: {} }).refused).toMatch(/permission/);
    expect(checkAnswers(runtime, state, { person: OWNER, entries: {} }).errors).toMatchObject([
      { itemId: item.getId(), message: 'This is a required question' },
    ]);
    const stored = submitResponse(runtime, state, { person: OWNER, entries: { [entry]: 'Balang' } });
    expect(form.getResponses()[0]?.getItemResponses()[0]?.getResponse()).toBe('Balang');
    state.allowResponseEdits = true;
    editResponse(runtime, state, { person: OWNER, entries: { [entry]: 'B' }, editToken: stored.response.editToken });
    expect(form.getResponses()).toHaveLength(1);
    expect(String(form.getResponses()[0]?.toPrefilledUrl())).toContain(`${entry}=B`);
    expect(enumValue('Forms.ItemType', 'TEXT')).toBe(item.getType());
  });
});
