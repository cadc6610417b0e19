import { catalogueOf } from './entry.ts';

/** Failures of finding a server from an e-mail address. */
export const autodiscoverErrors = catalogueOf({
  'autodiscover.noAddress': {
    kind: 'user',
    texts: (d) => ({
      what: `Autodiscover cannot look up "${d.userName ?? ''}".`,
      why: 'It finds the server from the domain of an e-mail address.',
      fix: ['Write Username as an e-mail address, for example user@contoso.com.', 'Or enter the server address.'],
    }),
  },
  'autodiscover.failed': {
    kind: 'operational',
    texts: (d) => ({
      what: `Autodiscover found no server for ${d.address ?? 'the e-mail address'}.`,
      why: d.attempts === undefined || d.attempts === '' ? 'There was nothing to ask.' : `Tried: ${d.attempts.split('\n').join('; ')}`,
      fix: [
        'Enter the server address by hand, for example mail.contoso.com.',
        'Check that the name autodiscover of the domain exists in DNS and leads to Exchange.',
      ],
    }),
  },
  'autodiscover.redirectNotTrusted': {
    kind: 'user',
    texts: (d) => ({
      what: `${d.from ?? 'The server'} redirects to ${d.to ?? 'another domain'}. Continue only if you trust it.`,
      why: `${d.to ?? 'It'} does not belong to the domain of ${d.address ?? 'the e-mail address'}, and would see the user name and password.`,
      fix: [
        `Ask the Exchange administrator whether ${d.to ?? 'it'} is right.`,
        `Then add ${d.to ?? 'it'} to Trusted redirects: testing uses it once, saving keeps it.`,
        'Or enter the server address by hand.',
      ],
    }),
  },
  'autodiscover.tooManyRedirects': {
    kind: 'operational',
    texts: (d) => ({
      what: `Autodiscover was redirected more than ${d.count ?? '10'} times.`,
      why: `The last redirect led from ${d.from ?? 'one server'} to ${d.to ?? 'another'}.`,
      fix: ['Enter the server address by hand.', 'Ask the Exchange administrator: two servers seem to point at each other.'],
    }),
  },
});
