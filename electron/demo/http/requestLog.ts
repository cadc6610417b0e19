import type { ServerResponse } from 'node:http';
import type { DemoRequest } from '../../../shared/demo/demo.ts';

/** How many requests are remembered. */
const mostRequests = 50;

/** The last requests, for the page of the demo server. Holds no content. */
export interface RequestLog {
  /** Notes a request and, once there is one, how it was answered. */
  begin(response: ServerResponse, request: { readonly account: string | undefined; readonly operation: string }): void;
  /** The last one first. */
  last(): DemoRequest[];
}

/** A log without requests; `now` tells milliseconds since 1970. */
export function requestLog(now: () => number): RequestLog {
  let requests: readonly DemoRequest[] = [];
  let count = 0;
  return {
    begin(response, { account, operation }) {
      count += 1;
      const number = count;
      requests = [{ number, at: now(), operation, outcome: 'waiting', ...(account === undefined ? {} : { account }) } satisfies DemoRequest, ...requests].slice(0, mostRequests);
      response.once('close', () => {
        const end: Partial<DemoRequest> = response.writableFinished ? { outcome: 'answered', status: response.statusCode } : { outcome: 'closed' };
        requests = requests.map((request) => (request.number === number ? { ...request, ...end } : request));
      });
    },
    last: () => [...requests],
  };
}
