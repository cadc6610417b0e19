import { z } from 'zod';
import { Connection } from './connection.ts';

/** Where a secret is, as far as anyone but the vault may know. */
export const SecretState = z.object({
  stored: z.boolean(),
  /** `keychain` of the system, or memory until the app closes. */
  where: z.enum(['keychain', 'memory']),
  /** The keychain's own name, for example Secret Service. */
  store: z.string(),
  /** Why it cannot be told whether there is one: the keychain is locked, or does not answer. */
  problem: z.string().optional(),
});
export type SecretState = z.infer<typeof SecretState>;

/** The state of the computer's keychain. Without one, secrets can be kept in memory until the app closes; one that is there can be locked. */
export const KeychainState = z.object({ available: z.boolean(), store: z.string(), problem: z.string().optional() });
export type KeychainState = z.infer<typeof KeychainState>;

/** A configuration in the list. `key` is its file name without the ending. */
export const ConnectionEntry = z.object({ key: z.string(), connection: Connection, secret: SecretState, problem: z.string().optional() });
export type ConnectionEntry = z.infer<typeof ConnectionEntry>;

/** What the dialog saves or tests. A password that is not given leaves the stored one as it is. */
export const ConnectionDraft = z.object({
  /** Absent for a new configuration. */
  key: z.string().optional(),
  connection: Connection,
  password: z.string().optional(),
});
export type ConnectionDraft = z.infer<typeof ConnectionDraft>;

/** A runbook's activity that uses a configuration. */
export const ConnectionUse = z.object({ runbook: z.string(), runbookName: z.string(), activity: z.string(), activityName: z.string() });
export type ConnectionUse = z.infer<typeof ConnectionUse>;
