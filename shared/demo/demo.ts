import { z } from 'zod';

/** What the demo server can be told to do wrong, so that error messages can be seen safely (ux 4.1). */
export const demoFaults = {
  none: 'Works normally',
  wrongPassword: 'Refuses every sign-in (HTTP 401)',
  serverBusy: 'Asks to wait: ErrorServerBusy with a back-off of 2 seconds',
  mailboxFull: 'Refuses to save or send anything: ErrorQuotaExceeded',
  slow: 'Answers after 5 seconds',
  hang: 'Accepts requests and never answers',
  reset: 'Closes the connection in the middle of the answer',
  truncated: 'Ends the XML in the middle',
  loginPage: 'Answers with an HTML sign-in page',
  emptyError: 'Answers HTTP 500 without a body',
  unavailable: 'Answers HTTP 503 with Retry-After',
  ewsBlocked: 'Refuses EWS by policy (HTTP 403)',
} as const;
export const DemoFault = z.enum(Object.keys(demoFaults) as [keyof typeof demoFaults, ...(keyof typeof demoFaults)[]]);
export type DemoFault = z.infer<typeof DemoFault>;

/** The state of the embedded server. */
export const DemoState = z.object({ running: z.boolean(), url: z.string().optional(), fault: DemoFault, mailbox: z.string().optional() });
export type DemoState = z.infer<typeof DemoState>;

/** What `demo-server --json` prints once it listens (decisions 12). */
export interface DemoServerFacts {
  readonly url: string;
  readonly autodiscoverUrl: string;
  readonly users: readonly { readonly username: string; readonly password: string; readonly domain: string; readonly mailbox: string }[];
}
