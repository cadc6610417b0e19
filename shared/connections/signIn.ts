import { z } from 'zod';

/** Whether somebody is signed in for a connection, as far as anyone but the app's own sign-in may know. */
export const SignInState = z.object({
  signedIn: z.boolean(),
  userName: z.string().optional(),
  /** When the token at hand ends, ISO 8601 in UTC; it is renewed before that. */
  validUntil: z.string().optional(),
  /** On disk, encrypted with a key of the computer's keychain, or in memory until the app closes. */
  kept: z.enum(['disk', 'memory']).optional(),
});
export type SignInState = z.infer<typeof SignInState>;

/** What a sign-in reports while a person is at it. */
export const SignInEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('browserOpened') }),
  z.object({ type: z.literal('deviceCode'), code: z.string(), page: z.string(), expiresAt: z.string() }),
  z.object({ type: z.literal('signedIn'), state: SignInState }),
]);
export type SignInEvent = z.infer<typeof SignInEvent>;
