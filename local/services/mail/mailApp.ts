import { Blob } from '../blob';
import { Served, type ServiceEntry } from '../served';
import { compose, deliver, type MailOptions } from './compose';

type G = GoogleAppsScript.Mail.MailApp;

/** The global `MailApp`: sends as the effective user and reads nothing. */
export class MailApp extends Served implements Pick<G, 'getRemainingDailyQuota' | 'sendEmail'> {
  static override readonly gas = 'Mail.MailApp';

  /** Recipients that may still be addressed today. */
  getRemainingDailyQuota(): number {
    return this.runtime.remaining('mailRecipients');
  }

  /** (message), (to, subject, body[, options]) or (to, replyTo, subject, body), as in google.md section 7. */
  sendEmail(
    first: string | GoogleAppsScript.Mail.MailAdvancedParameters,
    second?: string,
    third?: string,
    fourth?: string | GoogleAppsScript.Mail.MailAdvancedParameters,
  ): void {
    deliver(this.runtime, compose(this.runtime, optionsOf(first, second, third, fourth), false));
  }
}

function optionsOf(first: unknown, second: unknown, third: unknown, fourth: unknown): MailOptions {
  if (typeof first === 'object' && first !== null) return first as MailOptions;
  const text = (value: unknown): string => (value === undefined || value === null ? '' : String(value));
  if (typeof fourth === 'string') {
    return { to: text(first), replyTo: text(second), subject: text(third), body: fourth };
  }
  return {
    ...(fourth as MailOptions | undefined),
    to: text(first),
    subject: text(second),
    body: text(third),
  };
}

export const mailService: ServiceEntry = {
  global: 'MailApp',
  gas: 'Mail.MailApp',
  create: (runtime) => new MailApp(runtime),
  classes: [MailApp, Blob],
};
