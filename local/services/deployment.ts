/** The id of a project's one deployment as a web app: it never changes while the project is there. */
export function deploymentId(projectId: string): string {
  return `AKfycb${projectId}`;
}

/** Google's address of that web app. */
export function webAppUrl(projectId: string): string {
  return `https://script.google.com/macros/s/${deploymentId(projectId)}/exec`;
}
