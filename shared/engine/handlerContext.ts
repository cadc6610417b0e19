import type { ActivityContext, ConnectionNeed } from '../activities/defineActivity.ts';
import type { Fields } from '../fields/field.ts';

type Context = ActivityContext<Fields, ConnectionNeed>;

/**
 * What a handler is given. Its signal is made when the handler looks at it; that takes an accessor of a class, since one of an object makes
 * every such object one of its own kind to the JavaScript engine, which costs more than the signal.
 */
export class HandlerContext implements Context {
  readonly properties: Context['properties'];
  readonly dynamic: Context['dynamic'];
  readonly filters: Context['filters'];
  readonly exchange: Context['exchange'];
  readonly input: Context['input'];
  readonly flow: Context['flow'];
  readonly fail: Context['fail'];
  readonly computer: Context['computer'];
  readonly report: Context['report'];
  readonly warn: Context['warn'];
  readonly progress: Context['progress'];
  readonly #signalOf: () => AbortSignal;

  constructor(parts: Omit<Context, 'signal'>, signalOf: () => AbortSignal) {
    this.properties = parts.properties;
    this.dynamic = parts.dynamic;
    this.filters = parts.filters;
    this.exchange = parts.exchange;
    this.input = parts.input;
    this.flow = parts.flow;
    this.fail = parts.fail;
    this.computer = parts.computer;
    this.report = parts.report;
    this.warn = parts.warn;
    this.progress = parts.progress;
    this.#signalOf = signalOf;
  }

  get signal(): AbortSignal {
    return this.#signalOf();
  }
}
