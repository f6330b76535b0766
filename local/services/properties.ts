import type { Project } from '../state/project';
import { gas } from './boundary';
import { LIMITS } from './limits';
import type { Runtime } from './runtime';
import { GoogleError, Served, type ServiceEntry } from './served';

type Part = 'scriptProperties' | 'documentProperties' | 'userProperties';

/** One of the three stores of a project; keys and values are text. */
export class Properties
  extends Served
  implements
    Pick<
      GoogleAppsScript.Properties.Properties,
      | 'deleteAllProperties'
      | 'deleteProperty'
      | 'getKeys'
      | 'getProperties'
      | 'getProperty'
      | 'setProperties'
      | 'setProperty'
    >
{
  static override readonly gas = 'Properties.Properties';

  constructor(
    runtime: Runtime,
    private readonly part: Part,
  ) {
    super(runtime);
  }

  getProperty(key: string): string | null {
    return this.values()[key] ?? null;
  }

  getKeys(): string[] {
    return Object.keys(this.values());
  }

  getProperties(): Record<string, string> {
    return { ...this.values() };
  }

  setProperty(key: string, value: string): GoogleAppsScript.Properties.Properties {
    this.change((values) => (values[key] = this.checked(key, value)));
    return gas(this);
  }

  setProperties(
    properties: Record<string, unknown>,
    deleteAllOthers = false,
  ): GoogleAppsScript.Properties.Properties {
    this.change((values) => {
      const texts = Object.entries(properties).map(([key, value]) => [key, this.checked(key, String(value))]);
      if (deleteAllOthers) for (const key of Object.keys(values)) delete values[key];
      Object.assign(values, Object.fromEntries(texts));
    });
    return gas(this);
  }

  deleteProperty(key: string): GoogleAppsScript.Properties.Properties {
    this.change((values) => delete values[key]);
    return gas(this);
  }

  deleteAllProperties(): GoogleAppsScript.Properties.Properties {
    this.change((values) => {
      for (const key of Object.keys(values)) delete values[key];
    });
    return gas(this);
  }

  private project(): Project {
    const found = this.runtime.store.get('project', this.runtime.execution.projectId);
    if (!found) throw new GoogleError('Properties are not supported outside of a project.');
    return found;
  }

  private values(): Record<string, string> {
    this.runtime.use('propertyAccess', 1);
    const project = this.project();
    if (this.part !== 'userProperties') return project[this.part];
    return project.userProperties[this.runtime.execution.effectiveUser] ?? {};
  }

  private change(edit: (values: Record<string, string>) => void): void {
    const next = { ...this.values() };
    edit(next);
    let size = 0;
    for (const [key, value] of Object.entries(next)) size += key.length + value.length;
    if (size > LIMITS.propertyStore) {
      throw new GoogleError(
        'You have exceeded the property storage quota. Please remove some properties and try again.',
      );
    }
    if (this.part !== 'userProperties') this.project()[this.part] = next;
    else this.project().userProperties[this.runtime.execution.effectiveUser] = next;
    this.runtime.store.touch('project', this.runtime.execution.projectId, this.part);
  }

  private checked(key: string, value: string): string {
    const size = (text: string): number =>
      text.length * 3 > LIMITS.propertyValue ? this.runtime.platform.encodeUtf8(text).length : text.length;
    if (size(key) > LIMITS.propertyValue) throw new GoogleError('Argument too large: key');
    if (size(value) > LIMITS.propertyValue) throw new GoogleError('Argument too large: value');
    return value;
  }
}

/** Document properties are null in a standalone script (live, google.md section 8). */
export class PropertiesService
  extends Served
  implements Pick<GoogleAppsScript.Properties.PropertiesService, 'getScriptProperties' | 'getUserProperties'>
{
  static override readonly gas = 'Properties.PropertiesService';

  getScriptProperties(): Properties {
    return new Properties(this.runtime, 'scriptProperties');
  }

  getUserProperties(): Properties {
    return new Properties(this.runtime, 'userProperties');
  }

  getDocumentProperties(): Properties | null {
    return this.runtime.execution.containerId === undefined
      ? null
      : new Properties(this.runtime, 'documentProperties');
  }
}

export const propertiesService: ServiceEntry = {
  global: 'PropertiesService',
  gas: 'Properties.PropertiesService',
  create: (runtime) => new PropertiesService(runtime),
  classes: [Properties, PropertiesService],
};
