import type { XmlElement } from '../xml/element.ts';
import { errorTexts, type EwsErrorCode } from './errorTexts.ts';

/** An error of one thing asked for: it becomes a response message, the others of the request go on. */
export class EwsError extends Error {
  readonly code: EwsErrorCode;
  /** Answered in MessageXml. */
  readonly values: readonly XmlElement[];

  constructor(code: EwsErrorCode, message: string = errorTexts[code], values: readonly XmlElement[] = []) {
    super(message);
    this.code = code;
    this.values = values;
  }
}

/** An error of the whole request: it becomes a SOAP fault with HTTP status 500. */
export class SoapFault extends EwsError {}
