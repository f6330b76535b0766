/**
 * Errors that Google throws now and then though the script is right: a second try mostly works. Source: google.md
 * section 1 (guides/quotas-and-limits, public code and logs) and section 7 (what is worth a second try).
 * `{service}`, `{object}`, `{member}` and `{id}` are filled with what the failing call was about.
 */
export const TRANSIENT_ERRORS = {
  serverError: "We're sorry, a server error occurred. Please wait a bit and try again.",
  serviceError: 'Service error: {service}',
  serviceTimedOut: 'Service {service} timed out while accessing document with id {id}.',
  serviceFailed: 'Service {service} failed while accessing document with id {id}.',
  unexpected: 'Unexpected error while getting the method or property {member} on object {object}.',
  tooOften:
    'Service invoked too many times in a short time: {service}. Try Utilities.sleep(1000) between calls.',
  tooManyPerSecond: 'Script invoked too many times per second for this Google user account.',
  rateLimit: 'Rate Limit Exceeded',
  unavailable: 'Service unavailable: {service}',
  internal: 'Internal error occurred. Please try again.',
} as const;

/** A key of `TRANSIENT_ERRORS`. */
export type TransientError = keyof typeof TRANSIENT_ERRORS;

/** What Google's messages call a service, by the namespace of its classes. */
const SERVICES: Record<string, string> = {
  Spreadsheet: 'Spreadsheets',
  Forms: 'Forms',
  Document: 'Documents',
  Drive: 'Drive',
  Drive_v3: 'Drive',
  Gmail: 'Gmail',
  Mail: 'email',
  Properties: 'properties',
  URL_Fetch: 'urlfetch',
};

/** The words with the call's own names in them; a message without placeholders stays as it is. */
export function fillError(message: string, gas: string, title: string, member: string, id: string): string {
  const space = gas.slice(0, gas.indexOf('.'));
  const names: Record<string, string> = { service: SERVICES[space] ?? space, object: title, member, id };
  return message.replace(/\{(service|object|member|id)\}/g, (whole, name: string) => names[name] ?? whole);
}
