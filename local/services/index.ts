import { cardService } from './card/cardService';
import { contentService } from './content/contentService';
import { drivePermissionsService } from './drive/advancedPermissions';
import { driveService } from './drive/driveApp';
import { formService } from './forms/formApp';
import { gmailService } from './mail/gmailApp';
import { htmlService } from './html/htmlService';
import { mailService } from './mail/mailApp';
import { urlFetchService } from './urlfetch/urlFetchApp';
import { cacheService } from './cache';
import { lockService } from './lock';
import { loggerService } from './logger';
import { propertiesService } from './properties';
import { scriptService } from './script';
import type { ServiceEntry } from './served';
import { sessionService } from './session';
import { utilitiesService } from './utilities';

/** Every service of the local workspace; a global that is missing here is refused by name. */
export const services: readonly ServiceEntry[] = [
  cardService,
  contentService,
  drivePermissionsService,
  driveService,
  formService,
  gmailService,
  htmlService,
  mailService,
  urlFetchService,
  cacheService,
  lockService,
  loggerService,
  propertiesService,
  scriptService,
  sessionService,
  utilitiesService,
];
