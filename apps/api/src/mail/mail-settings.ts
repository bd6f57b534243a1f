/** How mail leaves the house. */
export interface MailSettings {
  /** Like smtps://user:password@mail.hospital.example. */
  smtpUrl: string;
  /** Whom it comes from, like Bedside <bedside@hospital.example>. */
  from: string;
}

/** Names the mail settings; undefined where no mail is sent. */
export const MAIL_SETTINGS = Symbol('how mail is sent');
