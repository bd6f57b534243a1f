/** What the API tells the process that started it. */
export type MessageToLauncher =
  /** One line for the operator. */
  | { say: string }
  /**
   * It serves at `url`; `empty` when no organisation has been described yet. Whoever has the set-up key may describe
   * one and send its rows as long as the process lives.
   */
  | { ready: true; url: string; empty: boolean; setUpKey: string }
  /** How people get in who have never been in, in lines for the operator; none when nobody needs to be told. */
  | { doors: string[] }
  /** It cannot start, and what to do about it. */
  | { trouble: string };

/** What the launcher asks once whatever it loads is there: how people get in. */
export const ASKS_FOR_DOORS = 'doors?';

/** Tells the launcher; without one, tells the terminal. */
export function tell(message: MessageToLauncher): void {
  if (process.send !== undefined && process.connected) process.send(message);
  else if ('say' in message) console.log(message.say);
  else if ('trouble' in message) console.error(message.trouble);
  else if ('doors' in message) for (const line of message.doors) console.log(line);
  else console.log(`Bedside is at ${message.url}`);
}
