import type { Project } from '../state/project';
import type { Site } from './site';

/** Every project of the workspace with its own state. */
export function projectsOf(site: Site): Project[] {
  const { store } = site.workspace;
  return store.ids('project').flatMap((id) => store.get('project', id) ?? []);
}

/** A project's name with the file it is bound to: what tells copies of one script apart. */
export function projectTitle(site: Site, project: Project): string {
  const container =
    project.containerId === undefined ? undefined : site.workspace.store.get('file', project.containerId);
  return container ? `${project.name} (${container.name})` : project.name;
}
