import { catalogueOf } from './entry.ts';

/** Failures that Exchange itself reports. Response codes: learn.microsoft.com/exchange/client-developer/web-service-reference/responsecode */
export const exchangeErrors = catalogueOf({
  'exchange.other': {
    kind: 'operational',
    texts: (d) => ({
      what: `Exchange answered ${d.responseCode ?? 'with an error'}: ${d.messageText ?? 'no text'}`,
      fix: ['Open the trace to see the request and the answer.'],
    }),
  },
});
