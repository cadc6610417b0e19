import { catalogueOf } from './entry.ts';

/** Failures between this computer and the server: names, connections, TLS, HTTP. */
export const networkErrors = catalogueOf({
  'network.nameNotFound': {
    kind: 'operational',
    texts: (d) => ({
      what: `${d.host ?? 'The server'} cannot be found by DNS.`,
      why: 'The name is misspelt, or this computer cannot reach the network that knows it.',
      fix: ['Check the spelling of the server address.', 'Connect to the VPN if the server is internal.', 'Or choose Use Autodiscover to have the address found from the e-mail address.'],
    }),
  },
});
