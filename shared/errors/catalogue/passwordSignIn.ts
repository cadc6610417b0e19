import { catalogueOf } from './entry.ts';

const host = (d: Readonly<Record<string, string>>): string => d.host ?? 'The server';

/** Failures of signing in with a password. */
export const passwordSignInErrors = catalogueOf({
  'signIn.rejected': {
    kind: 'operational',
    texts: (d) => ({
      what: `User name or password is not accepted by ${d.host ?? 'the server'}. (HTTP 401)`,
      why:
        d.online === 'true'
          ? 'Exchange Online does not accept Basic sign-in any more.'
          : 'The password is wrong or has expired, or the account is locked or written differently.',
      fix: [
        `Check the user name${d.userName === undefined ? '' : ` ${d.userName}`}: write it as CONTOSO\\user or as user@contoso.com.`,
        'Enter the password again in the configuration.',
        ...(d.online === 'true' ? ['Turn on "Server is Exchange Online or Office365" to sign in with OAuth.'] : ['Check that the account is not locked.']),
      ],
    }),
  },
  'signIn.basicNotOffered': {
    kind: 'operational',
    texts: (d) => ({
      what: `The server does not accept Basic; it offers ${d.offered ?? 'no other method'}.`,
      why: 'This configuration signs in with Basic. No password was sent.',
      fix: [
        'Set Sign-in method to Automatic, if the server offers NTLM.',
        'Or enable Basic authentication for the EWS virtual directory (Set-WebServicesVirtualDirectory -BasicAuthentication $true).',
      ],
    }),
  },
  'signIn.ntlmNotOffered': {
    kind: 'operational',
    texts: (d) => ({
      what: `The server does not accept NTLM; it offers ${d.offered ?? 'no other method'}.`,
      why: 'This configuration signs in with NTLM only. No password was sent.',
      fix: ['Set Sign-in method to Automatic.', 'Or enable Windows authentication for the EWS virtual directory.'],
    }),
  },
  'signIn.methodNotSupported': {
    kind: 'operational',
    texts: (d) => ({
      what: `The server offers ${d.offered ?? 'no method'} only, which the app does not have.`,
      why: 'The app signs in with NTLM or Basic. Negotiate alone needs a Kerberos ticket. No password was sent.',
      fix: ['Add NTLM to the providers of Windows authentication of the EWS virtual directory in IIS, or enable Basic authentication.'],
    }),
  },
  'signIn.nothingOffered': {
    kind: 'operational',
    texts: (d) => ({
      what: `${host(d)} refuses access and offers no method to sign in. (HTTP 401)`,
      why: 'The answer has no WWW-Authenticate line; something in front of the server may have removed it. No password was sent.',
      fix: ['Enable Windows or Basic authentication for the EWS virtual directory.', 'Check whether a proxy in front of the server removes the line.'],
    }),
  },
  'signIn.ntlmRejected': {
    kind: 'operational',
    texts: (d) => ({
      what: `User name or password is not accepted by ${d.host ?? 'the server'} with NTLM. (HTTP 401)`,
      why: 'The password is wrong or has expired, the account is locked, or the server demands Extended Protection and something in between ends TLS.',
      fix: [
        `Check the user name${d.userName === undefined ? '' : ` ${d.userName}`}: write it as CONTOSO\\user or as user@contoso.com.`,
        'Enter the password again in the configuration.',
        'If Basic works with the same account, a proxy between this computer and the server breaks NTLM: set Sign-in method to Basic, or go around the proxy.',
      ],
    }),
  },
  'signIn.ntlmConnection': {
    kind: 'operational',
    texts: (d) => ({
      what: `The connection to ${d.host ?? 'the server'} was not kept while NTLM was signing in.`,
      why: 'NTLM signs in a connection. A proxy or load balancer in between closed it or spread its requests.',
      fix: ['Go around the proxy, or ask its administrator to keep connections together.', 'Or set Sign-in method to Basic, if the server offers it.'],
    }),
  },
  'signIn.ntlmBroken': {
    kind: 'operational',
    texts: () => ({
      what: "The server's NTLM challenge cannot be read.",
      fix: ['Open the trace to see the answer.', 'Set Sign-in method to Basic, if the server offers it.'],
    }),
  },
  'signIn.accountLocked': {
    kind: 'operational',
    texts: (d) => ({
      what: `The account ${d.userName ?? ''} has to be unlocked, or its password changed, before it can sign in. (HTTP ${d.status ?? '456'})`.replace(
        '  ',
        ' ',
      ),
      fix: ['Sign in to Outlook on the web with this account and follow the steps shown there.'],
    }),
  },
});
