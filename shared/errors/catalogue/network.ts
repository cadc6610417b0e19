import { catalogueOf } from './entry.ts';

const host = (d: Readonly<Record<string, string>>): string => d.host ?? 'The server';
const asked = (value: string | undefined): string => (value === undefined ? 'a moment' : value === '1' ? '1 second' : `${value} seconds`);

/** Failures between this computer and the server: names, connections, proxies, HTTP. */
export const networkErrors = catalogueOf({
  'network.noAddress': {
    kind: 'user',
    texts: () => ({
      what: 'The configuration has no server address.',
      fix: ['Enter the name of the Exchange server, or the full address of Exchange Web Services.'],
    }),
  },
  'network.invalidAddress': {
    kind: 'user',
    texts: (d) => ({
      what: `"${d.address ?? ''}" is not a server address.`,
      fix: ['Enter a name such as mail.contoso.com, or a full address such as https://mail.contoso.com/EWS/Exchange.asmx.'],
    }),
  },
  'network.notEncrypted': {
    kind: 'user',
    texts: (d) => ({
      what: `The address ${d.url ?? ''} is not encrypted.`,
      why: 'The password would travel in clear. Addresses with http: are only used for a server on this computer.',
      fix: ['Change http: to https: in the server address.'],
    }),
  },
  'network.nameNotFound': {
    kind: 'operational',
    texts: (d) => ({
      what: `${host(d)} cannot be found by DNS.`,
      why: 'The name is misspelt, or this computer cannot reach the network that knows it.',
      fix: [
        'Check the spelling of the server address.',
        'Connect to the VPN if the server is internal.',
        'Or choose Use Autodiscover to have the address found from the e-mail address.',
      ],
    }),
  },
  'network.proxySignIn': {
    kind: 'operational',
    texts: (d) => ({
      what: 'A proxy is asking for sign-in.',
      why: `${d.proxy === undefined ? 'Something between this computer and the server' : `The proxy ${d.proxy}`} answered HTTP 407${d.offered === undefined ? '' : ` and offers ${d.offered}`}.${d.tried === undefined ? '' : ' The name and password in HTTPS_PROXY were not accepted.'}`,
      fix: [
        /basic/i.test(d.offered ?? 'basic')
          ? 'Set HTTP proxy to System and the environment variable HTTPS_PROXY to http://name:password@proxy:port.'
          : 'The app signs in at a proxy with Basic only, because a proxy that wants NTLM would break the sign-in of the server: use another proxy.',
        'Or ask the network administrator to let this computer reach the server without sign-in at the proxy.',
      ],
    }),
  },
  'network.proxyRefused': {
    kind: 'operational',
    texts: (d) => ({
      what: `The proxy ${d.proxy ?? ''} does not connect to ${d.host ?? 'the server'}. (HTTP ${d.status ?? 'unknown'})`,
      why: 'It does not allow the server or its port, cannot find it, or is no proxy.',
      fix: ['Check the proxy in the configuration, or in HTTPS_PROXY.', 'For an internal server, set HTTP proxy to None or add the server to NO_PROXY.'],
    }),
  },
  'network.invalidProxy': {
    kind: 'user',
    texts: (d) => ({
      what: `"${d.address ?? ''}" is not the address of an HTTP proxy.`,
      fix: ['Enter a name and a port, for example proxy.contoso.com:8080.'],
    }),
  },
  'network.refused': {
    kind: 'operational',
    texts: (d) => ({
      what: `The server is up but does not accept connections on port ${d.port ?? 'unknown'}.`,
      why: `${host(d)} refused the connection.`,
      fix: ['Check the server address and the port in it.', 'Check on the server that the web site of Exchange is running.'],
    }),
  },
  'network.noAnswer': {
    kind: 'operational',
    texts: (d) => ({
      what: d.seconds === undefined ? `No answer from ${host(d)}.` : `No answer from ${host(d)} within ${asked(d.seconds)}.`,
      why: 'Packets to the server get lost: there is no route, or a firewall drops them.',
      fix: ['Connect to the VPN if the server is internal.', `Ask the network administrator whether a firewall blocks port ${d.port ?? '443'}.`],
    }),
  },
  'network.timeout': {
    kind: 'operational',
    texts: (d) => ({
      what: `${host(d)} did not complete the answer within ${asked(d.seconds)}.`,
      why: `The time ran out while ${d.doing ?? 'the app was waiting'}.`,
      fix: ['Raise Timeout in the configuration.', 'Narrow the search with a filter, or lower Maximum Items.'],
    }),
  },
  'network.reset': {
    kind: 'operational',
    texts: (d) => ({
      what: 'The connection was closed by the server or something in between.',
      why: `The connection to ${host(d)} ended before the answer was complete.`,
      fix: ['Run again: a single cut can be chance.', 'Ask the network administrator about proxies and TLS inspection between this computer and the server.'],
    }),
  },
  'network.tooLarge': {
    kind: 'operational',
    texts: (d) => ({
      what: `The answer is larger than ${d.megabytes ?? 'the allowed number of'} MB.`,
      fix: ['Narrow the search with a filter, or lower Maximum Items.'],
    }),
  },
  'network.other': {
    kind: 'operational',
    texts: (d) => ({
      what: `The request to ${d.host ?? 'the server'} failed: ${d.message ?? 'no reason was given'}`,
      ...(d.rawCode === undefined ? {} : { why: `The system calls it ${d.rawCode}.` }),
      fix: ['Open the trace to see how far the request came.', 'Search for the code, or send the details to the network administrator.'],
    }),
  },
  'http.policyBlocked': {
    kind: 'operational',
    texts: (d) => ({
      what: 'EWS is switched off for this user, this application or the organization.',
      why: d.policyReason === undefined ? 'The server refused access. (HTTP 403)' : `The server answered: ${d.policyReason}`,
      fix: [
        'On-premises, check with Get-CASMailbox <user> | Format-List EwsEnabled and Get-OrganizationConfig | Format-List Ews*.',
        `In Exchange Online, list the application${d.applicationId === undefined ? '' : ` ${d.applicationId}`} with Set-OrganizationConfig -EwsAllowedAppIDs. Microsoft switches EWS off there for good on 1 April 2027; on-premises is not affected.`,
      ],
    }),
  },
  'http.forbidden': {
    kind: 'operational',
    texts: (d) => ({
      what: `${host(d)} refused access after sign-in. (HTTP 403)`,
      why: d.diagnostics ?? 'The account lacks a permission, or a rule of the server or of a proxy forbids this client.',
      fix: [
        'Check with Get-CASMailbox <user> | Format-List Ews* whether EWS is allowed for the account.',
        'Ask the administrator of the server or proxy which rule refused the request.',
      ],
    }),
  },
  'http.notFound': {
    kind: 'operational',
    texts: (d) => ({
      what: `No Exchange Web Services at this path. (HTTP ${d.status ?? '404'})`,
      why: `${d.url ?? 'The address'} does not belong to Exchange Web Services.`,
      fix: ['Use the path /EWS/Exchange.asmx, or enter the server name alone.'],
    }),
  },
  'http.loginPage': {
    kind: 'operational',
    texts: (d) => ({
      what: 'A sign-in page answered instead of Exchange.',
      why:
        d.location === undefined
          ? `${host(d)} sent a web page.`
          : `${host(d)} redirects to ${d.location}. The app does not follow, because the password would go along.`,
      fix: [
        'Use the internal address of the server, if a proxy with its own sign-in page stands in front of it.',
        'Ask the administrator of the proxy to let /EWS/Exchange.asmx pass.',
      ],
    }),
  },
  'http.tooLarge': {
    kind: 'operational',
    texts: () => ({
      what: 'The request is larger than the server accepts. (HTTP 413)',
      fix: ['Attach smaller files, or ask the Exchange administrator for the size limit of EWS.'],
    }),
  },
  'http.unavailable': {
    kind: 'operational',
    texts: (d) => ({
      what: `Exchange is temporarily unavailable. (HTTP ${d.status ?? '503'})`,
      why: d.waitSeconds === undefined ? 'The server is overloaded or being restarted.' : `The server asks to wait ${asked(d.waitSeconds)}.`,
      fix: [`Run again in ${asked(d.waitSeconds)}.`, 'If it stays so, check on the server that the application pool of EWS is running.'],
    }),
  },
  'http.serverError': {
    kind: 'operational',
    texts: (d) => ({
      what: `The server failed without a reason. (HTTP ${d.status ?? '500'})`,
      why: 'The answer holds no fault of Exchange.',
      fix: ['Run again.', 'If it stays so, give the request ID from the trace to the Exchange administrator.'],
    }),
  },
  'http.unexpected': {
    kind: 'operational',
    texts: (d) => ({
      what: `${host(d)} answered something that is not Exchange Web Services. (HTTP ${d.status ?? 'unknown'}${d.contentType === undefined ? '' : `, ${d.contentType}`})`,
      fix: ['Check the server address.', 'Open the trace to see the answer.'],
    }),
  },
});
