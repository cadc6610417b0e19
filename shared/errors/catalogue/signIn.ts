import { catalogueOf, type ErrorDetails } from './entry.ts';

const user = (d: ErrorDetails): string => d.userName ?? 'the account';
const application = (d: ErrorDetails): string => d.applicationId ?? 'the application';
const tenant = (d: ErrorDetails): string => d.tenantId ?? 'the tenant';
const named = (d: ErrorDetails): string => (d.aadsts === undefined ? '' : ` (AADSTS${d.aadsts})`);

/** Failures of signing in to Exchange Online with OAuth, and of the tokens it gives. https://learn.microsoft.com/entra/identity-platform/reference-error-codes */
export const signInErrors = catalogueOf({
  'signIn.required': {
    kind: 'user',
    texts: (d) => ({
      what: `Nobody is signed in for ${d.connection ?? 'this configuration'}.`,
      why: 'The method of this configuration needs a person to sign in once; after that the app renews the sign-in by itself.',
      fix: ['Open the configuration and choose Sign in.'],
    }),
  },
  'signIn.expired': {
    kind: 'operational',
    texts: (d) => ({
      what: `The sign-in of ${user(d)} cannot be renewed.${named(d)}`,
      why: 'It was not used for too long, was revoked, or the password was changed.',
      fix: ['Open the configuration and sign in again.'],
    }),
  },
  'signIn.tokenRejected': {
    kind: 'operational',
    texts: (d) => ({
      what: `${d.host ?? 'The server'} does not accept the sign-in. (HTTP 401)`,
      why: d.diagnostics ?? 'A new token was asked for, and refused as well.',
      fix: [
        'Check that the application has the delegated permission EWS.AccessAsUser.All of Office 365 Exchange Online.',
        'Check that the server address and the cloud instance URL belong to the same cloud.',
      ],
    }),
  },
  'signIn.wrongPassword': {
    kind: 'user',
    texts: (d) => ({
      what: `User name or password is not accepted for ${user(d)}.${named(d)}`,
      fix: ['Enter the password again in the configuration.', 'Check the user name: it is the sign-in name, such as user@contoso.com.'],
    }),
  },
  'signIn.userUnknown': {
    kind: 'user',
    texts: (d) => ({
      what: `${user(d)} does not exist in the tenant ${tenant(d)}.${named(d)}`,
      fix: ['Check the user name.', 'Check the directory (tenant) ID.'],
    }),
  },
  'signIn.passwordExpired': {
    kind: 'user',
    texts: (d) => ({
      what: `The password of ${user(d)} has expired.${named(d)}`,
      fix: ['Change the password in a browser, then enter the new one in the configuration.'],
    }),
  },
  'signIn.accountDisabled': {
    kind: 'operational',
    texts: (d) => ({ what: `The account ${user(d)} is disabled.${named(d)}`, fix: ['Ask an administrator to enable it in the Microsoft Entra admin center.'] }),
  },
  'signIn.tooManyAttempts': {
    kind: 'operational',
    texts: (d) => ({
      what: `The account ${user(d)} is locked.${named(d)}`,
      why: 'There were too many attempts with a wrong user name or password, or from an address that is known for attacks.',
      fix: ['Wait some minutes before the next attempt.', 'Ask an administrator to unblock the account if it stays so.'],
    }),
  },
  'signIn.interactionRequired': {
    kind: 'user',
    texts: (d) => ({
      what: `Multifactor authentication or a Conditional Access policy applies.${named(d)}`,
      why: 'This sign-in asks for something that only a person at a browser can give. User name and password alone do not work for this account.',
      fix: ['Switch to browser sign-in, or to device code.', 'If browser sign-in is refused as well, ask an administrator which Conditional Access policy blocks it.'],
    }),
  },
  'signIn.publicClientOff': {
    kind: 'user',
    texts: (d) => ({
      what: `The app registration does not allow public client flows.${named(d)}`,
      fix: [`In the Microsoft Entra admin center, open App registrations > ${application(d)} > Authentication, and set Allow public client flows to Yes.`],
    }),
  },
  'signIn.consentMissing': {
    kind: 'user',
    texts: (d) => ({
      what: `The application has no consent for Exchange.${named(d)}`,
      why: 'It may not use EWS.AccessAsUser.All until an administrator of the tenant has agreed.',
      fix: ['Copy the admin-consent link and have an administrator open it.', 'Then sign in again.'],
    }),
  },
  'signIn.applicationUnknown': {
    kind: 'user',
    texts: (d) => ({
      what: `Application ${application(d)} does not exist in tenant ${tenant(d)}.${named(d)}`,
      fix: ['Check the application (client) ID and the directory (tenant) ID.', 'Check the cloud instance URL if the tenant is in a national cloud.'],
    }),
  },
  'signIn.tenantUnknown': {
    kind: 'user',
    texts: (d) => ({
      what: `The tenant ${tenant(d)} does not exist.${named(d)}`,
      fix: ['Check the directory (tenant) ID.', 'Check the cloud instance URL if the tenant is in a national cloud.'],
    }),
  },
  'signIn.tenantNeeded': {
    kind: 'user',
    texts: (d) => ({
      what: `Sign-in needs the tenant of the account.${named(d)}`,
      why: 'User name and password do not work with common, organizations or consumers in place of a tenant.',
      fix: ['Enter the directory (tenant) ID, or a verified domain such as contoso.com.'],
    }),
  },
  'signIn.redirectNotRegistered': {
    kind: 'user',
    texts: (d) => ({
      what: `The redirect address is not registered.${named(d)}`,
      why: `Browser sign-in comes back to ${d.redirectAddress ?? 'http://localhost'}, which the app registration does not list.`,
      fix: [
        `In App registrations > ${application(d)} > Authentication, add the platform Mobile and desktop applications with ${d.redirectAddress ?? 'http://localhost'}.`,
        'Or use device code, which needs no redirect address.',
      ],
    }),
  },
  'signIn.declined': {
    kind: 'user',
    texts: () => ({ what: 'The sign-in was declined in the browser.', fix: ['Start again, and accept what the sign-in page asks.'] }),
  },
  'signIn.codeExpired': {
    kind: 'user',
    texts: () => ({ what: 'The code was not entered in time.', fix: ['Start again and enter the new code.'] }),
  },
  'signIn.otherAccount': {
    kind: 'user',
    texts: (d) => ({
      what: `${d.signedIn ?? 'Another account'} signed in, not ${user(d)}.`,
      why: 'The configuration would work with another mailbox than the one it names.',
      fix: ['Sign in again and choose the account of the configuration.', `Or change Username to ${d.signedIn ?? 'the other account'}.`],
    }),
  },
  'signIn.browserFailed': {
    kind: 'operational',
    texts: () => ({ what: 'The browser could not be opened.', fix: ['Use device code: its address can be opened in any browser, on any computer.'] }),
  },
  'signIn.failed': {
    kind: 'operational',
    texts: (d) => ({
      what: `Sign-in failed: ${d.message ?? d.error ?? 'no reason was given'}`,
      fix: ['Search for the number on Microsoft\'s page of sign-in error codes.', 'Turn on Log OAuth request/response, and send the details to the administrator of the tenant.'],
    }),
  },
});
