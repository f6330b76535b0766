import { checkDeclaration } from '../../src/core/declaration';
import { itemsOf, layoutForm } from '../../src/core/formLayout';
import { HEAD_QUESTIONS } from '../../src/reports/head';
import { CATALOGUE, switchedOn } from '../../src/reports/index';
import { PROFILES, profileOf } from '../../src/reports/profiles';

/** Lookaround and back references, which Google's RE2 does not know. */
const RE2_FORBIDDEN = /\(\?[=!<]|\\[1-9]/;

describe.each(CATALOGUE.map((type) => [type.id, type] as const))('%s', (_id, type) => {
  test('the declaration holds together', () => {
    expect(() => {
      checkDeclaration(type);
    }).not.toThrow();
  });

  test('question ids and labels are unique; a branch has its question and ends with it', () => {
    const ids = type.questions.map((question) => question.id);
    expect(new Set(ids).size).toBe(ids.length);
    const labels = type.questions.map((question) => question.label);
    expect(new Set(labels).size).toBe(labels.length);
    const asking = type.questions.filter((question) => question.branchOn !== undefined);
    const branch = type.questions.filter((question) => question.page === 'branch');
    expect(asking.length).toBe(branch.length > 0 ? 1 : 0);
  });

  test('rule ids are unique and name questions that exist', () => {
    const ids = type.rules.map((rule) => rule.id);
    expect(new Set(ids).size).toBe(ids.length);
    const questions = ['', ...type.questions.map((question) => question.id)];
    for (const rule of type.rules) expect(questions).toContain(rule.question);
  });

  test('help texts speak as the office does: no blame, nothing technical', () => {
    const words = JSON.stringify([type.introduction, type.questions]);
    expect(words).not.toMatch(/Anda salah|error|null|exception|jatuh tempo|invalid/i);
  });
});

test('the form holds rules that Google takes: RE2 without lookaround', () => {
  const parts = layoutForm({ head: HEAD_QUESTIONS, catalogue: CATALOGUE, months: ['Juli 2026'] }, 'desa');
  for (const item of itemsOf(parts)) {
    if (item.item === 'page') continue;
    expect(item.spec.validation?.pattern ?? '').not.toMatch(RE2_FORBIDDEN);
  }
});

test('profiles name types of the catalogue', () => {
  for (const profile of PROFILES) {
    expect(switchedOn(profile.reportTypes).map((type) => type.id)).toEqual(profile.reportTypes);
    const all = [...profile.reportTypes, ...profile.optional];
    expect(switchedOn(profile.optional).map((type) => type.id)).toEqual(profile.optional);
    expect(new Set(all).size).toBe(all.length);
  }
  expect(profileOf('sinar-linmas').programme).toBe('SINAR LINMAS');
  expect(() => profileOf('lain')).toThrow('kudapanmas, sinar-linmas');
});
