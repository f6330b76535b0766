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
  cacheService,
  lockService,
  loggerService,
  propertiesService,
  scriptService,
  sessionService,
  utilitiesService,
];
