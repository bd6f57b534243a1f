/** How long a sign-in lasts. */
export interface SessionRules {
  /** Without a request for so long, it ends. */
  idleMinutes: number;
  /** So long after signing in, it ends, whatever happened since. */
  hours: number;
}

/** Until an organisation has said otherwise. */
export const SESSION_RULES: SessionRules = { idleMinutes: 60, hours: 12 };
