import type { CheckView } from './checkView.ts';

/** A certificate as texts. */
export interface ShownCertificate {
  readonly subject: string;
  readonly issuer: string;
  readonly names: string;
  readonly validFrom: string;
  readonly validTo: string;
  readonly fingerprint: string;
}

/** The certificate that a test saw: the one that was refused, or the one that was trusted. */
export function certificateOf({ error, summary }: CheckView): ShownCertificate | undefined {
  const { certificate } = summary ?? {};
  if (certificate !== undefined) return { ...certificate, names: certificate.names.join(', ') };
  const { fingerprint, subject = '', issuer = '', names = '', validFrom = '', validTo = '' } = error?.details ?? {};
  return fingerprint === undefined ? undefined : { fingerprint, subject, issuer, names, validFrom, validTo };
}
