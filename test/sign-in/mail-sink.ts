import { type AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { eventually } from '../launch/launched.ts';

export interface MailSink {
  smtpUrl: string;
  /** Letters so far, decoded. */
  letters: readonly string[];
  /** The newest letter to somebody, once it has come. */
  letterTo(email: string): Promise<string>;
  close(): Promise<void>;
}

/** A mail server that keeps what it is given. */
export async function openMailSink(): Promise<MailSink> {
  const letters: string[] = [];
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData: (stream, _session, done) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        letters.push(decoded(Buffer.concat(parts).toString()));
        done();
      });
    },
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.server.address() as AddressInfo;
  return {
    smtpUrl: `smtp://127.0.0.1:${port}`,
    letters,
    letterTo: async (email) => {
      const found = () => letters.findLast((letter) => letter.includes(`To: ${email}`));
      await eventually(`a letter to ${email} has come`, () => found() !== undefined);
      return found() ?? '';
    },
    close: () => new Promise((closed) => server.close(() => closed())),
  };
}

/** Headers as they are, and the text without its transfer encoding. */
function decoded(letter: string): string {
  const [head = '', ...rest] = letter.split('\r\n\r\n');
  const body = rest.join('\r\n\r\n');
  if (/content-transfer-encoding: base64/i.test(head)) return `${head}\n\n${Buffer.from(body, 'base64').toString()}`;
  if (!/content-transfer-encoding: quoted-printable/i.test(head)) return `${head}\n\n${body}`;
  const bytes = body.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex: string) => `%${hex}`);
  return `${head}\n\n${decodeURIComponent(bytes.replace(/%(?![0-9A-F]{2})/g, '%25'))}`;
}

/** What stands behind the # of the link in a letter. */
export const tokenIn = (letter: string): string => /#(\S+)/.exec(letter)?.[1] ?? '';
