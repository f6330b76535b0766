import { SETTINGS_TABS } from '../../src/core/settingsTabs';
import { masterTabs, villageTabs } from '../../src/core/tabs';
import { TAB } from '../../src/core/tabs/names';
import { columnOf } from '../../src/core/tabs/tab';
import { CATALOGUE } from '../../src/reports/index';

const tabs = masterTabs(CATALOGUE);

describe('tabs', () => {
  it('are named once, beside those of the settings', () => {
    const names = [...tabs.map((tab) => tab.name), ...SETTINGS_TABS.map((tab) => tab.name)];
    expect(new Set(names).size).toBe(names.length);
  });

  it('show six of the master', () => {
    expect(tabs.filter((tab) => tab.shown).map((tab) => tab.name)).toEqual([
      'Beranda',
      'Kepatuhan',
      'Antrean Tinjau',
      'Rekap Penduduk',
      'Rekap Linmas',
      'Kirim WA',
    ]);
  });

  it.each(tabs.map((tab) => [tab.name, tab] as const))('%s holds together', (_name, tab) => {
    if (tab.layout === 'keyed') {
      expect(tab.columns.slice(0, 2).map((column) => column.header)).toEqual(['Kunci', 'Urutan']);
      expect(tab.empty).not.toBe(undefined);
    }
    expect(tab.frozenColumns).toBeLessThan(tab.columns.length + 1);
    for (const column of tab.columns) {
      expect(column.width).toBeGreaterThan(30);
      // A person writes only where reviewers may.
      if (column.editable === true) expect(tab.protection).toBe('reviewers');
    }
  });

  it('carry a column for every question of a report', () => {
    for (const type of CATALOGUE.filter((one) => one.personal === undefined)) {
      const tab = tabs.find((one) => one.name === type.dataTab);
      const headers = tab?.columns.map((column) => column.header) ?? [];
      expect(headers).toEqual(expect.arrayContaining(type.questions.map((question) => question.label)));
    }
  });

  it('have none for personal reports, whose answers stand in Register', () => {
    const personal = CATALOGUE.filter((one) => one.personal !== undefined);
    expect(personal).not.toEqual([]);
    for (const type of personal) expect(tabs.map((tab) => tab.name)).not.toContain(type.dataTab);
    expect(
      masterTabs(CATALOGUE.filter((one) => !personal.includes(one))).map((tab) => tab.name),
    ).not.toContain(TAB.traces);
  });

  it('fit a phone where the village looks', () => {
    const [status] = villageTabs();
    expect(status?.name).toBe(TAB.status);
    expect(status?.columns.map((column) => column.width)).toEqual([312]);
  });

  it('find a column by its header and say so where there is none', () => {
    const queue = tabs.find((tab) => tab.name === TAB.queue);
    if (queue === undefined) throw new Error('no queue');
    expect(columnOf(queue, 'Tindakan')).toBe(9);
    expect(() => columnOf(queue, 'Tindak')).toThrow('Tab Antrean Tinjau has no column Tindak.');
  });
});
