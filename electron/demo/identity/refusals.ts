/** A refusal of the identity provider, in the words of OAuth and with Microsoft's number. */
export interface Refusal {
  readonly number: number;
  readonly error: string;
  readonly text: string;
}

const refusal = (number: number, error: string, text: string): readonly [number, Refusal] => [number, { number, error, text }];

/** Refusals that can be asked for by number. The sentences are the demo's own. */
export const refusals: ReadonlyMap<number, Refusal> = new Map([
  refusal(50126, 'invalid_grant', 'The user name or the password is wrong.'),
  refusal(50034, 'invalid_grant', 'The account is not in this directory.'),
  refusal(50055, 'invalid_grant', 'The password is over.'),
  refusal(50057, 'invalid_grant', 'The account is switched off.'),
  refusal(50053, 'invalid_grant', 'The account is locked.'),
  refusal(50076, 'invalid_grant', 'A second factor is demanded.'),
  refusal(50079, 'invalid_grant', 'A second factor has to be set up.'),
  refusal(50158, 'invalid_grant', 'An outside challenge is not met.'),
  refusal(53003, 'access_denied', 'A policy of Conditional Access blocks it.'),
  refusal(7000218, 'invalid_client', 'A client secret or assertion is demanded.'),
  refusal(65001, 'invalid_grant', 'Nobody has agreed to the application.'),
  refusal(700016, 'unauthorized_client', 'The application is not in this directory.'),
  refusal(90002, 'invalid_request', 'The tenant was not found.'),
  refusal(900023, 'invalid_request', 'The tenant is no name and no number.'),
  refusal(50059, 'invalid_request', 'No tenant was given.'),
  refusal(9001023, 'invalid_request', 'The password grant needs a tenant of its own.'),
  refusal(50011, 'invalid_request', 'The redirect address is not registered.'),
  refusal(70008, 'invalid_grant', 'The refresh token is over.'),
  refusal(99999, 'invalid_request', 'Something that nobody has heard of.'),
]);

/** The body of an error answer, as the token endpoint of Microsoft Entra writes it. */
export function refusalBody({ number, error, text }: Refusal): object {
  const ids = 'Trace ID: 00000000-0000-0000-0000-000000000000 Correlation ID: 00000000-0000-0000-0000-000000000000';
  return { error, error_description: `AADSTS${number}: ${text} ${ids}`, error_codes: [number], ...(number === 50076 || number === 50079 ? { suberror: 'basic_action' } : {}) };
}
