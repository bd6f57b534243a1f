import { Inject, Injectable, Logger } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import { MAIL_SETTINGS, type MailSettings } from './mail-settings.ts';

/** A plain text to one person. */
export interface Letter {
  to: string;
  subject: string;
  text: string;
}

/** A mail server that does not answer must not hold up whoever waits for it. */
const PATIENCE_MS = 10_000;

/** Sends mail, where an installation has said how. */
@Injectable()
export class Mailer {
  private readonly logger = new Logger('mail');
  private readonly transport: Transporter | undefined;

  constructor(@Inject(MAIL_SETTINGS) private readonly settings: MailSettings | undefined) {
    this.transport =
      settings &&
      createTransport({
        url: settings.smtpUrl,
        connectionTimeout: PATIENCE_MS,
        greetingTimeout: PATIENCE_MS,
        socketTimeout: PATIENCE_MS,
        disableFileAccess: true,
        disableUrlAccess: true,
      });
  }

  /** False where nobody has said how mail is sent: people are then given their links by hand. */
  get configured(): boolean {
    return this.transport !== undefined;
  }

  /** True once the mail server has taken the letter; false without one, or when it would not. */
  async send({ to, subject, text }: Letter): Promise<boolean> {
    if (this.transport === undefined) return false;
    try {
      // As an object, an address is one address, whatever commas it holds.
      await this.transport.sendMail({ from: this.settings?.from, to: { name: '', address: to }, subject, text });
      return true;
    } catch (error) {
      // The code alone: the message may hold the address.
      const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
      this.logger.error(`the mail server did not take a letter: ${code}`);
      return false;
    }
  }
}
