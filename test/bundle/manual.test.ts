import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { membersPage } from '../../local/contract/supported';
import { masterTabs } from '../../src/core/tabs';
import { settingsTab, SETTINGS_TABS } from '../../src/core/settingsTabs';
import { CATALOGUE } from '../../src/reports/index';
import { MANUALS, manualParts, partsIn, withParts } from '../sample/manualParts';

const document = (name: string): string => readFileSync(path.join(process.cwd(), name), 'utf8');
const manual = (name: string): string => document(`docs/${name}`);

describe('what is printed in the documents is what the program does (npm run docs)', () => {
  test.each(MANUALS)('%s', (name) => {
    expect(manual(name)).toBe(withParts(manual(name)));
  });

  test('supported-members.md', () => {
    expect(manual('supported-members.md')).toBe(membersPage());
  });

  test('every printed part stands in one of the manuals', () => {
    const asked = MANUALS.flatMap((name) => partsIn(manual(name)));
    expect([...new Set(asked)].sort()).toEqual(Object.keys(manualParts()).sort());
  });
});

describe('the manual of the Kasi tells', () => {
  const kasi = manual('panduan-kasi.md');
  const items = [...document('src/ui/menu.ts').matchAll(/\['([^']+)', '\w+'\]/g)].map(
    (match) => match[1] ?? '',
  );

  test.each(items)('the menu item %s', (item) => {
    expect(kasi).toContain(item.replace('…', ''));
  });

  const shown = [
    ...masterTabs(CATALOGUE).flatMap((tab) => (tab.shown ? [tab.name] : [])),
    ...SETTINGS_TABS.map((tab) => settingsTab(tab.id).name),
  ];
  test.each(shown)('the tab %s', (name) => {
    expect(kasi).toContain(`\`${name}\``);
  });
});

test.each([
  'README.md',
  'docs/panduan-operator.md',
  'docs/panduan-kasi.md',
  'docs/local-workspace.md',
  'docs/decisions.md',
])('links and pictures of %s lead somewhere', (name) => {
  const targets = [...document(name).matchAll(/(?:\]\(|src=")([^)"#\s]+)/g)].map((match) => match[1] ?? '');
  const local = targets.filter((target) => !/^[a-z]+:/.test(target));
  const lost = local.filter((target) => !existsSync(path.resolve(path.dirname(name), target)));
  expect(lost).toEqual([]);
});
