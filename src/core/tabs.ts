import { coachingTab } from './draw/coaching';
import { compliancePage } from './draw/compliance';
import { consultationTab } from './draw/consultation';
import { activityTab, placedTab } from './draw/data';
import { differencesTab } from './draw/differences';
import { evidencePage } from './draw/evidenceTab';
import { historyTab } from './draw/history';
import { homePage } from './draw/home';
import { linmasPage } from './draw/linmas';
import { membersPage } from './draw/members';
import { neighbourhoodsPage } from './draw/neighbourhoods';
import { ownReportsTab } from './draw/ownReports';
import { populationPage } from './draw/population';
import { queueTab } from './draw/queue';
import { tracesTab } from './draw/register';
import { statusPage } from './draw/status';
import { hasLinmasYear, yearlyLinmasPage, yearlyPage } from './draw/yearlyTab';
import { welfarePage } from './draw/welfare';
import { outboxTab } from './notices/outbox';
import { whatsappTab } from './notices/whatsapp';
import { personalTypes } from './persons';
import type { ReportType } from './report';
import { commandsTab, decisionsTab, indexTab, logTab, registryTab } from './tabs/stores';
import type { Tab } from './tabs/tab';

export type { SignLook, Tab, TabColumn } from './tabs/tab';

/** Those tabs of the master whose columns depend on the reports in use. */
export const shapedTabs = (catalogue: readonly ReportType[]): readonly Tab[] => [
  compliancePage(catalogue),
  linmasPage(catalogue),
  neighbourhoodsPage(catalogue),
];

/** Tabs of the master in their order; those of the settings (`SETTINGS_TABS`) stand behind them. */
export function masterTabs(catalogue: readonly ReportType[]): readonly Tab[] {
  const has = (id: ReportType['id']): boolean => catalogue.some((type) => type.id === id);
  return [
    homePage(),
    compliancePage(catalogue),
    queueTab(),
    populationPage(),
    linmasPage(catalogue),
    whatsappTab(),
    ...(has('welfare') ? [welfarePage()] : []),
    ...(has('neighbourhoods') ? [neighbourhoodsPage(catalogue)] : []),
    ...(has('members') ? [membersPage()] : []),
    ...personalTypes(catalogue, false).map((type) =>
      type.frequency === 'monthly' ? placedTab(type) : activityTab(type),
    ),
    ...(has('questions') ? [consultationTab()] : []),
    coachingTab(),
    ...(has('population') ? [yearlyPage()] : []),
    ...(hasLinmasYear(catalogue) ? [yearlyLinmasPage(catalogue)] : []),
    evidencePage(),
    historyTab(),
    differencesTab(),
    decisionsTab(),
    commandsTab(),
    logTab(),
    outboxTab(),
    ...(personalTypes(catalogue).length === 0 ? [] : [tracesTab()]),
    indexTab(),
    registryTab(),
  ];
}

/** Tabs of a village's own Sheet in their order. */
export function villageTabs(): readonly Tab[] {
  return [statusPage(), ownReportsTab()];
}
