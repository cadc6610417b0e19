import type { DebugCommand } from '../../shared/engine/debugCommand.ts';
import type { Slots } from '../../shared/engine/jobSlots.ts';
import type { AppErrorData } from '../../shared/errors/appError.ts';
import type { CounterChange } from '../../shared/globals/counter.ts';
import type { AccessToken, SignInNote, TokenQuestion } from '../auth/accessToken.ts';
import type { Outbox } from './outbox.ts';

/** What a job may ask of the process that started its worker. */
export interface JobContext {
  readonly out: Outbox;
  readonly signal: AbortSignal;
  /** The password of a connection, by key. Rejects with the AppError of the vault. */
  secret(connection: string): Promise<string | undefined>;
  /** A token of a connection; `told` hears what happened on the way, before the token or its refusal arrives. Rejects with the AppError of the sign-in. */
  token(question: TokenQuestion, told: (note: SignInNote) => void): Promise<AccessToken>;
  /** The value of an encrypted variable. Rejects with the AppError of the vault. */
  variable(name: string): Promise<string | undefined>;
  /** The value of a counter for a runbook, after a change where one is given. Rejects with AppError `counter.notFound`. */
  count(runbook: string, name: string, change?: CounterChange): Promise<number>;
  /** Slots for the jobs of a run and of those it invokes. */
  readonly slots: Slots;
  /** Tells of something beside the job that went wrong. */
  warn(error: AppErrorData): void;
  /** Listens to the tester's commands. */
  onCommand(listener: (command: DebugCommand) => void): void;
}
