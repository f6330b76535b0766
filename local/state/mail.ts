/** All mail of a workspace, oldest first; a person's mailbox is what names the person. Id of the document: 'mail'. */
export interface Mailbox {
  messages: MailMessage[];
}

export interface MailMessage {
  id: string;
  from: string;
  fromName?: string;
  replyTo?: string;
  to: string[];
  cc: string[];
  bcc: string[];
  subject: string;
  text: string;
  html?: string;
  /** `content` is base64; `contentId` marks an inline image. */
  attachments: { name: string; mimeType: string; content: string; contentId?: string }[];
  sentAt: number;
  draft: boolean;
}
