import type { ResponseMessage } from './soap.ts';
import type { Xml } from './xmlWriter.ts';

/** One operation of Exchange Web Services: what is sent, and what one response message of the answer means. */
export interface Operation<Input, Output> {
  readonly name: string;
  readonly safety: 'read' | 'write';
  readonly payload: (input: Input) => Xml;
  /** Reads a message of class Success or Warning, or one whose code is tolerated. */
  readonly parse: (message: ResponseMessage) => Output;
  /** Time zone, as Windows names it, that the server is to read times in which name none. */
  readonly timeZone?: (input: Input) => string | undefined;
  /** Response codes of class Error that `parse` takes; any other rejects the call. */
  readonly tolerates?: readonly string[];
}

/** Keeps the types of an operation's input and output. */
export const operation = <Input, Output>(definition: Operation<Input, Output>): Operation<Input, Output> => definition;
