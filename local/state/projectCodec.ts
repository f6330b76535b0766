import type { Project } from './project';
import type { Codec } from './store';

/** A project in journal parts: one a field, so that a property or a trigger does not write the rest anew. */
export const projectCodec: Codec<Project> = {
  parts: (project) => Object.keys(project),
  read: (project, part) => (project as unknown as Record<string, unknown>)[part],
  write: (project, part, json) => ({ ...(project as Project), [part]: json }),
};
