import type { Mailbox } from '../store/mailbox.ts';
import type { Organisation } from '../store/organisation.ts';
import type { XmlElement } from '../xml/element.ts';
import type { Zone } from '../zones/zone.ts';
import type { EwsErrorCode } from '../soap/errorTexts.ts';

/** What an operation works with: who asks, and the world. */
export interface OperationContext {
  readonly mailbox: Mailbox;
  readonly organisation: Organisation;
  now(): Date;
  /** The mailbox has no room for another item. */
  readonly full: boolean;
  /** The time zone of the request: that of times which name none. */
  readonly zone: Zone;
}

/** The answer to one thing asked for: elements after the code, and a warning where it is not a plain success. */
export interface Answer {
  readonly content: readonly XmlElement[];
  readonly warning?: EwsErrorCode | undefined;
}

/** An operation of the service. */
export interface Operation {
  /** Element of the request, such as `GetItem`. */
  readonly name: string;
  /** What an error answer still has to hold, such as an empty `Items`. */
  readonly empty: readonly XmlElement[];
  /** One piece of work per thing asked for, in request order. A piece that throws EwsError becomes an error answer; the others go on. */
  work(request: XmlElement, context: OperationContext): readonly (() => Answer)[];
}
