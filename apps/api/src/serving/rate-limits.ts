/** How many requests a minute are taken, by who sends them. */
export interface RateLimits {
  /** From one address, of routes that are open to all: signing in, a link from a mail. */
  openRoutes: number;
  /** From one address, by whoever is not known: all of these are refused anyway. */
  strangers: number;
  /** In one session; a dashboard asks some thirty questions at once, and anew at each filter. */
  session: number;
  /** With one key; a request carries up to thousands of rows, but many systems send each row by itself as it happens. */
  key: number;
  /** To one webhook, by whoever knows its address. */
  webhook: number;
  /** From one address, of whether the process lives. */
  health: number;
}

/** A hospital's people often share one address, so what is counted by address leaves room for a morning's start of work. */
export const RATE_LIMITS: RateLimits = {
  openRoutes: 120,
  strangers: 600,
  session: 1_200,
  key: 12_000,
  webhook: 1_200,
  health: 600,
};
