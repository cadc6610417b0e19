import { z } from 'zod';

/** What the demo server can be told to do wrong, so that error messages can be seen safely (ux 4.1). */
export const demoFaults = {
  none: 'Works normally',
  wrongPassword: 'Refuses every sign-in (HTTP 401)',
  expiredCertificate: 'Shows a certificate that has expired',
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

/** What a person sees of a fault in a test, and what a runbook can do about it. */
export const demoFaultTexts: Readonly<Record<Exclude<DemoFault, 'none'>, { readonly seen: string; readonly remedy: string }>> = {
  wrongPassword: { seen: 'Every activity fails at the sign-in, and so does a test of the configuration.', remedy: 'Trying again does not help: the password in the configuration is to be replaced.' },
  expiredCertificate: { seen: 'From the next test on the demo is asked over HTTPS, and fails at the certificate before any password is sent.', remedy: 'Trying again does not help: the certificate has to be renewed on the server. Where it looks valid there, the clock of this computer is wrong.' },
  serverBusy: { seen: 'The activity counts down and goes on. After 3 requests the server is itself again.', remedy: 'Retried by itself, also when it sends or changes. No looping is needed.' },
  mailboxFull: { seen: 'Activities that save or send fail; those that read go on.', remedy: 'Trying again does not help. A link that follows failed can tell somebody.' },
  slow: { seen: 'Each request takes 5 seconds; the activity shows how long it has been waiting.', remedy: 'Nothing to repeat, as long as the time-out of the configuration is longer.' },
  hang: { seen: 'The activity waits until the time-out of the configuration and then fails. Stop ends it at once.', remedy: 'Looping on an activity that reads repeats it until it succeeds.' },
  reset: { seen: 'The activity fails because the connection was closed; one that reads makes 3 attempts first.', remedy: 'Reading is retried by itself. What sends or changes is not: it may have happened.' },
  truncated: { seen: 'The answer cannot be read; an activity that reads makes 3 attempts first.', remedy: 'Reading is retried by itself. What sends or changes is not: it may have happened.' },
  loginPage: { seen: 'The activity fails because a sign-in page answered in place of Exchange.', remedy: 'Trying again does not help: the address in the configuration is to be that of Exchange itself.' },
  emptyError: { seen: 'The activity fails with an error of the server that gives no reason.', remedy: 'Looping on an activity that reads repeats it until it succeeds.' },
  unavailable: { seen: 'The activity waits 2 seconds and tries again, and fails after 5 attempts.', remedy: 'Retried by itself. Looping with a delay goes on for longer.' },
  ewsBlocked: { seen: 'Every activity fails because a policy refuses Exchange Web Services.', remedy: 'Trying again does not help: an administrator is to allow it for the user or the application.' },
};

/** A mailbox of the demo organisation, and how many items its folders hold. */
export const DemoMailbox = z.object({
  name: z.string(),
  address: z.string(),
  inbox: z.number(),
  sent: z.number(),
  calendar: z.number(),
  contacts: z.number(),
  tasks: z.number(),
  /** In all other folders. */
  other: z.number(),
});
export type DemoMailbox = z.infer<typeof DemoMailbox>;

/** What an answer said, whatever its HTTP status: Exchange refuses inside answers of status 200, too. `challenge` asks a request without sign-in for one. */
export const DemoAnswer = z.object({ class: z.enum(['success', 'warning', 'error', 'throttled', 'challenge']), code: z.string() });
export type DemoAnswer = z.infer<typeof DemoAnswer>;

/** A request that the demo server was asked. */
export const DemoRequest = z.object({
  /** Grows with each request. */
  number: z.number(),
  /** Milliseconds since 1970. */
  at: z.number(),
  /** Who signed in; absent for a request that signed nobody in. */
  account: z.string().optional(),
  operation: z.string(),
  /** HTTP status; absent while there is no answer, and for one that never came. */
  status: z.number().optional(),
  /** Whether the whole answer left, the connection was closed before, or neither yet. */
  outcome: z.enum(['answered', 'closed', 'waiting']),
  /** Absent while there is no answer. */
  answer: DemoAnswer.optional(),
});
export type DemoRequest = z.infer<typeof DemoRequest>;

/** The state of the embedded server; the last requests come first. */
export const DemoState = z.object({
  running: z.boolean(),
  /** The address that configurations of the demo are to use now: while its certificate has expired another one. */
  url: z.string().optional(),
  fault: DemoFault,
  mailbox: z.string().optional(),
  mailboxes: z.array(DemoMailbox),
  requests: z.array(DemoRequest),
});
export type DemoState = z.infer<typeof DemoState>;

/** A server that is not there. */
export const stoppedDemo: DemoState = { running: false, fault: 'none', mailboxes: [], requests: [] };

/** What `demo-server --json` prints once it listens (decisions 12). */
export interface DemoServerFacts {
  readonly url: string;
  readonly autodiscoverUrl: string;
  readonly users: readonly { readonly username: string; readonly password: string; readonly domain: string; readonly mailbox: string }[];
}
