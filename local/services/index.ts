import { cacheService } from './cache';
import { cardService } from './card/cardService';
import { chartsService } from './charts/charts';
import { contentService } from './content/contentService';
import { documentService } from './document/documentApp';
import { drivePermissionsService } from './drive/advancedPermissions';
import { driveService } from './drive/driveApp';
import { formService } from './forms/formApp';
import { htmlService } from './html/htmlService';
import { lockService } from './lock';
import { loggerService } from './logger';
import { gmailService } from './mail/gmailApp';
import { mailService } from './mail/mailApp';
import { propertiesService } from './properties';
import { scriptService } from './script';
import type { ServiceEntry } from './served';
import { sessionService } from './session';
import { browserService } from './spreadsheet/browser';
import { spreadsheetService } from './spreadsheet/spreadsheetApp';
import { urlFetchService } from './urlfetch/urlFetchApp';
import { utilitiesService } from './utilities';

/** Every service of the local workspace; a global that is missing here is refused by name. */
export const services: readonly ServiceEntry[] = [
  browserService,
  cacheService,
  cardService,
  chartsService,
  contentService,
  documentService,
  drivePermissionsService,
  driveService,
  formService,
  gmailService,
  htmlService,
  lockService,
  loggerService,
  mailService,
  propertiesService,
  scriptService,
  sessionService,
  spreadsheetService,
  urlFetchService,
  utilitiesService,
];
