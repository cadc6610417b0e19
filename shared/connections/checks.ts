import { z } from 'zod';
import { AppErrorData } from '../errors/appError.ts';

/** The stages of Test connection, in the order they run (ux 4.2). Autodiscover comes first, because the others look at the server that it found; it is left out when it is not used, certificate for plain loopback. */
export const checkStages = ['autodiscover', 'address', 'reachable', 'certificate', 'signIn', 'exchange', 'mailbox'] as const;
export const CheckStage = z.enum(checkStages);
export type CheckStage = z.infer<typeof CheckStage>;

/** Titles and what each stage proves. */
export const checkTitles: Readonly<Record<CheckStage, string>> = {
  autodiscover: 'Autodiscover',
  address: 'Address',
  reachable: 'Reachable',
  certificate: 'Certificate',
  signIn: 'Sign in',
  exchange: 'Exchange',
  mailbox: 'Mailbox',
};

/** What a connection test learnt when everything passed. */
export const CheckSummary = z.object({
  product: z.string(),
  build: z.string(),
  mailbox: z.string(),
  folder: z.string(),
  itemCount: z.number(),
  roundTripMs: z.number(),
  /** Server's clock minus this computer's, in seconds. */
  clockDifferenceSeconds: z.number().optional(),
  certificateExpires: z.string().optional(),
  certificate: z
    .object({ subject: z.string(), issuer: z.string(), validFrom: z.string(), validTo: z.string(), names: z.array(z.string()), fingerprint: z.string() })
    .optional(),
});
export type CheckSummary = z.infer<typeof CheckSummary>;

/** What a connection test reports while it goes on. After the first failure the remaining stages are `skipped`. */
export const CheckEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('stageStarted'), stage: CheckStage }),
  z.object({ type: z.literal('stagePassed'), stage: CheckStage, fact: z.string(), durationMs: z.number() }),
  z.object({ type: z.literal('stageFailed'), stage: CheckStage, error: AppErrorData, durationMs: z.number() }),
  z.object({ type: z.literal('stageSkipped'), stage: CheckStage, reason: z.string() }),
  z.object({ type: z.literal('finished'), ok: z.boolean(), summary: CheckSummary.optional() }),
]);
export type CheckEvent = z.infer<typeof CheckEvent>;
