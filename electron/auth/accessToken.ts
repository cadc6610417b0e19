/** A token for requests, and what the sign-in library logged while it was got. */
export interface AccessToken {
  readonly token: string;
  /** Milliseconds since 1970-01-01 UTC. */
  readonly expiresAt: number;
  readonly log: readonly string[];
}

/** A token is renewed when less than this is left of it (exchange-activities 2.3). */
export const renewBeforeMs = 5 * 60_000;
