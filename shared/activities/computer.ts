import type { CounterChange } from '../globals/counter.ts';

/** Time, as a port: tests run in virtual time. */
export interface Clock {
  /** Milliseconds since 1970-01-01 UTC. */
  now(): number;
  /** Resolves after `ms`, rejects with AppError `app.cancelled` when the signal aborts first. */
  sleep(ms: number, signal: AbortSignal): Promise<void>;
}

/** Chance, as a port: the computer's is fit for passwords, that of tests says the same every time. */
export interface Random {
  /** A whole number from 0 up to, not including, the limit; every one is as likely as the others. */
  below(limit: number): number;
}

/** How text stands in a file. */
export const textEncodings = ['UTF-8', 'UTF-8 with BOM', 'UTF-16', 'ASCII', 'Latin-1'] as const;
export type TextEncoding = (typeof textEncodings)[number];

/** What becomes of a file that is there already. */
export const existingFileRules = ['Fail', 'Overwrite', 'Append', 'Number the new one'] as const;
export type ExistingFileRule = (typeof existingFileRules)[number];

/** A file that was written. */
export interface WrittenFile {
  /** Its path, which differs from the one that was asked for where it was numbered. */
  readonly path: string;
  /** Its size in bytes afterwards. */
  readonly size: number;
}

/**
 * Files of the computer that runs the runbook. Paths are absolute and never go up with `..`, so that a subject that became part of a path cannot lead
 * elsewhere. Every method rejects with AppError `files.*`.
 */
export interface Files {
  /** The text of a file; a byte order mark wins over the encoding. */
  read(path: string, encoding: TextEncoding, signal: AbortSignal): Promise<string>;
  /** Adds a line at the end; answers its number, from 1. The file and its folder are made when they are missing. */
  appendLine(path: string, line: string, encoding: TextEncoding, signal: AbortSignal): Promise<number>;
  write(path: string, text: string, options: { readonly encoding: TextEncoding; readonly existing: ExistingFileRule }, signal: AbortSignal): Promise<WrittenFile>;
  /** Writes what another file holds, byte for byte. */
  copy(from: string, path: string, existing: ExistingFileRule, signal: AbortSignal): Promise<WrittenFile>;
}

/** The counters of the workspace, for the runbook that runs. Rejects with AppError `counter.notFound`. */
export interface Counters {
  /** The value, after a change where one is given. */
  value(name: string, change?: CounterChange): Promise<number>;
}

/** The schedules of the workspace. */
export interface Schedules {
  /** Whether a schedule permits a moment, in milliseconds since 1970-01-01 UTC. Throws AppError `schedule.notFound`. */
  permits(name: string, ms: number): boolean;
}

/** A node that an XPath query found. */
export interface XmlNode {
  /** Text of the node and of everything inside it, or the value of an attribute. */
  readonly text: string;
  readonly name: string;
  /** The node as XML. */
  readonly xml: string;
  /** Its attributes as `name="value"`, in document order. */
  readonly attributes: readonly string[];
}

/** What an activity may ask of the computer beside Exchange. */
export interface Computer {
  /** This run goes on with a watch that an earlier run began: its monitor waits for the next start and does not begin anew. */
  readonly watching: boolean;
  readonly clock: Clock;
  readonly random: Random;
  readonly files: Files;
  readonly counters: Counters;
  readonly schedules: Schedules;
  /** What an XPath 1.0 expression finds in an XML document, which may hold no DTD. Throws AppError `xml.*`. */
  queryXml(document: string, expression: string): readonly XmlNode[];
}

/** A thing that a person watching the platform should know of. */
export interface PlatformEvent {
  readonly severity: 'information' | 'warning' | 'error';
  readonly summary: string;
  readonly details?: string;
}
