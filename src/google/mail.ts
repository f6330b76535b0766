/** One mail. `name` is the sender's name that the reader sees. */
export interface Mail {
  readonly to: readonly string[];
  readonly cc?: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly name: string;
  readonly replyTo?: string;
}

/** Recipients that this account may still address today. */
export function mailQuota(): number {
  return MailApp.getRemainingDailyQuota();
}

/** Sends once and never again by itself: a mail that timed out may have left. Throws Google's own words. */
export function sendMail(mail: Mail): void {
  MailApp.sendEmail({
    to: mail.to.join(','),
    subject: mail.subject.replace(/[\r\n]+/g, ' '),
    body: mail.text,
    htmlBody: mail.html,
    name: mail.name,
    ...(mail.cc !== undefined && mail.cc.length > 0 ? { cc: mail.cc.join(',') } : {}),
    ...(mail.replyTo !== undefined ? { replyTo: mail.replyTo } : {}),
  });
}
