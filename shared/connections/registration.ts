/** Loopback address that browser sign-in comes back to; any port of it is accepted once it is registered (RFC 8252, 7.3). */
export const redirectAddress = 'http://localhost';

/** The delegated permission of Office 365 Exchange Online that sign-in asks for. */
export const ewsPermission = 'EWS.AccessAsUser.All';
