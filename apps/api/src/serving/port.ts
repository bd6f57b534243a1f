import { createServer } from 'node:net';

/** Why the web address cannot be served, with the remedy. */
export class PortTrouble extends Error {
  override name = 'PortTrouble';
}

/** The port Bedside is reached at: PORT, else 3000. */
export function portFrom(text: string | undefined): number {
  if (text === undefined || text === '') return 3000;
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new PortTrouble(`PORT is ${text}, which is not a port. Set it to a number from 1024 to 65535, or unset it.`);
}

const GIVEN_UP_AFTER_MS = 2_000;

/** Throws unless the port can be had; one that a Bedside just killed has not let go of yet is waited for. */
export async function claimPort(port: number, host: string): Promise<void> {
  for (const until = Date.now() + GIVEN_UP_AFTER_MS; ;) {
    const code = await tryPort(port, host);
    if (code === null) return;
    if (code !== 'EADDRINUSE' || Date.now() > until) throw portTrouble(port, host, code);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

export function portTrouble(port: number, host: string, code: string): PortTrouble {
  if (code === 'EADDRINUSE') {
    return new PortTrouble(
      `Port ${port} is taken by another program. Stop that program, or choose another port: PORT=${port === 65_535 ? 3000 : port + 1} npm start`,
    );
  }
  if (code === 'EACCES') {
    return new PortTrouble(`Port ${port} may not be used by this user. Choose one from 1024 on: PORT=3000 npm start`);
  }
  return new PortTrouble(`${host} is not an address of this machine (${code}). Set HOST to one that is, or unset it.`);
}

function tryPort(port: number, host: string): Promise<string | null> {
  return new Promise((found) => {
    const probe = createServer().once('error', (error: NodeJS.ErrnoException) => found(error.code ?? error.message));
    probe.listen(port, host, () => probe.close(() => found(null)));
  });
}
