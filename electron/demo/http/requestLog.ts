import type { ServerResponse } from 'node:http';
import type { DemoAnswer, DemoRequest } from '../../../shared/demo/demo.ts';

/** How many requests are remembered. */
const mostRequests = 50;

/** The last requests, for the page of the demo server. Holds no content. */
export interface RequestLog {
  /** Notes a request and, once its connection is done with it, whether the answer got there. Answers how to note what the answer says. */
  begin(response: ServerResponse, request: { readonly account: string | undefined; readonly operation: string }): (answer: DemoAnswer) => void;
  /** The last one first. */
  last(): DemoRequest[];
}

/** A log without requests; `now` tells milliseconds since 1970, `changed` is called after each change. */
export function requestLog(now: () => number, changed: () => void = () => undefined): RequestLog {
  let requests: readonly DemoRequest[] = [];
  let count = 0;
  const change = (number: number, next: Partial<DemoRequest>): void => {
    requests = requests.map((request) => (request.number === number ? { ...request, ...next } : request));
    changed();
  };
  return {
    begin(response, { account, operation }) {
      count += 1;
      const number = count;
      requests = [{ number, at: now(), operation, outcome: 'waiting', ...(account === undefined ? {} : { account }) } satisfies DemoRequest, ...requests].slice(0, mostRequests);
      response.once('close', () => {
        change(number, response.writableFinished ? { outcome: 'answered', status: response.statusCode } : { outcome: 'closed' });
      });
      changed();
      return (answer) => change(number, { answer });
    },
    last: () => [...requests],
  };
}
