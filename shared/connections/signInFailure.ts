import type { ErrorAction } from '../errors/appError.ts';
import type { ErrorCode } from '../errors/catalogue.ts';
import type { ErrorDetails } from '../errors/catalogue/entry.ts';
import { redirectAddress } from './registration.ts';
import { adminConsentLink, registrationPage, type SignInTarget } from './signInTarget.ts';

/** What a sign-in server, or the library that talks to it, said. */
export interface SignInRefusal {
  /** The code of OAuth or of the library, for example `invalid_grant`. */
  readonly error: string;
  /** The server's text; its first line is shown for what is not in the table. */
  readonly message: string;
  /** Whether a sign-in was being renewed without a person. */
  readonly silent: boolean;
}

/** The cause of a refusal, with the buttons that do what the fix says. */
export interface SignInFailure {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;
  readonly actions: readonly ErrorAction[];
}

/** Microsoft's numbers and what they are called here. They choose the texts only (learn.microsoft.com/entra/identity-platform/reference-error-codes). */
export const aadstsCodes: Readonly<Record<string, ErrorCode>> = {
  50126: 'signIn.wrongPassword',
  50034: 'signIn.userUnknown',
  50055: 'signIn.passwordExpired',
  50057: 'signIn.accountDisabled',
  50053: 'signIn.tooManyAttempts',
  50076: 'signIn.interactionRequired',
  50079: 'signIn.interactionRequired',
  50158: 'signIn.interactionRequired',
  53003: 'signIn.interactionRequired',
  7000218: 'signIn.publicClientOff',
  65001: 'signIn.consentMissing',
  700016: 'signIn.applicationUnknown',
  90002: 'signIn.tenantUnknown',
  900023: 'signIn.tenantUnknown',
  50059: 'signIn.tenantNeeded',
  9001023: 'signIn.tenantNeeded',
  50011: 'signIn.redirectNotRegistered',
  65004: 'signIn.declined',
  70020: 'signIn.codeExpired',
  70008: 'signIn.expired',
  50173: 'signIn.expired',
  700082: 'signIn.expired',
};

/** Codes of OAuth (RFC 6749, RFC 8628) and of the library, for answers without a number of the table. */
const protocolCodes: Readonly<Record<string, ErrorCode>> = {
  access_denied: 'signIn.declined',
  authorization_declined: 'signIn.declined',
  user_canceled: 'signIn.declined',
  expired_token: 'signIn.codeExpired',
  code_expired: 'signIn.codeExpired',
  device_code_expired: 'signIn.codeExpired',
  interaction_required: 'signIn.interactionRequired',
  consent_required: 'signIn.consentMissing',
  no_tokens_found: 'signIn.required',
  no_account_found: 'signIn.required',
};

function actionsFor(code: ErrorCode, target: SignInTarget): readonly ErrorAction[] {
  switch (code) {
    case 'signIn.interactionRequired':
      return [
        { kind: 'signIn', method: 'Sign in with browser' },
        { kind: 'signIn', method: 'Device code' },
      ];
    case 'signIn.consentMissing':
      return [{ kind: 'copyText', label: 'Copy admin-consent link', text: adminConsentLink(target) }];
    case 'signIn.publicClientOff':
    case 'signIn.applicationUnknown':
      return [{ kind: 'openPage', label: 'Open app registration', url: registrationPage(target.clientId) }];
    case 'signIn.redirectNotRegistered':
      return [
        { kind: 'copyText', label: 'Copy redirect address', text: redirectAddress },
        { kind: 'openPage', label: 'Open app registration', url: registrationPage(target.clientId) },
      ];
    case 'signIn.required':
    case 'signIn.expired':
      return [{ kind: 'signIn' }];
    default:
      return [];
  }
}

/** Names the cause of a refusal. What is not in the table keeps the server's own words. */
export function signInFailure(refusal: SignInRefusal, target: SignInTarget): SignInFailure {
  const number = /AADSTS(\d+)/.exec(refusal.message)?.[1];
  const found = (number === undefined ? undefined : aadstsCodes[number]) ?? protocolCodes[refusal.error];
  // Without a number the grant that was refused is the one that was to renew the sign-in.
  const code = found ?? (refusal.silent && refusal.error === 'invalid_grant' ? 'signIn.expired' : 'signIn.failed');
  const [tenantId] = target.authority.split('/').slice(-1);
  const firstLine = refusal.message.split(/\r?\n| Trace ID:/)[0]?.trim() ?? '';
  return {
    code,
    details: {
      userName: target.userName,
      applicationId: target.clientId,
      tenantId: tenantId ?? '',
      error: refusal.error,
      ...(number === undefined ? {} : { aadsts: number }),
      ...(code === 'signIn.failed' ? { message: firstLine } : {}),
      ...(code === 'signIn.redirectNotRegistered' ? { redirectAddress } : {}),
    },
    actions: actionsFor(code, target),
  };
}
