import { utcMinute } from '../../text/utcMinute.ts';
import { catalogueOf } from './entry.ts';

/** Failures of TLS: what is wrong with a certificate. */
export const certificateErrors = catalogueOf({
  'certificate.authorityFile': {
    kind: 'user',
    texts: (d) => ({
      what: `The certificate authority file ${d.file ?? ''} cannot be used.`,
      why: d.reason ?? 'It cannot be read.',
      fix: ['Choose a file in PEM form with the certificate of the authority.', 'Or leave Certificate authority file empty.'],
    }),
  },
  'certificate.untrusted': {
    kind: 'operational',
    texts: (d) => ({
      what: "The server's certificate is not trusted by this computer.",
      why:
        d.issuer === undefined
          ? 'It was not issued by a trusted authority.'
          : `It was issued by "${d.issuer}", which is not in the list of trusted authorities.`,
      fix: [
        "Install the root certificate of the issuing authority in the computer's trusted root store, then test again.",
        'Or choose a certificate authority file for this configuration.',
      ],
    }),
  },
  'certificate.selfSigned': {
    kind: 'operational',
    texts: (d) => ({
      what: "The server's certificate is not trusted by this computer.",
      why: `It is self-signed${d.subject === undefined ? '' : ` (${d.subject})`}: no authority vouches for it.`,
      fix: [
        "Install a certificate from your organization's authority on the server.",
        'Or compare the fingerprint with the server, and trust this certificate in the configuration.',
      ],
    }),
  },
  'certificate.expired': {
    kind: 'operational',
    texts: (d) => ({
      what: `The server's certificate expired on ${utcMinute(d.validTo ?? 'an unknown date')}.`,
      why: `This computer's clock says ${utcMinute(d.now ?? 'otherwise')}.`,
      fix: ['Renew the certificate on the server.', "Check this computer's clock."],
    }),
  },
  'certificate.notYetValid': {
    kind: 'operational',
    texts: (d) => ({
      what: `The server's certificate is not valid before ${utcMinute(d.validFrom ?? 'a later date')}.`,
      why: `This computer's clock says ${utcMinute(d.now ?? 'otherwise')}.`,
      fix: ["Check this computer's clock.", 'Check the dates of the certificate on the server.'],
    }),
  },
  'certificate.nameMismatch': {
    kind: 'operational',
    texts: (d) => ({
      what: `The certificate is for ${d.names ?? 'another name'}, not ${d.host ?? 'this server'}.`,
      why: 'The address in the configuration is not one of the names in the certificate.',
      fix: [
        d.firstName === undefined ? 'Use a name that the certificate holds.' : `Use ${d.firstName} as server address.`,
        'Or install a certificate on the server that holds this name.',
      ],
    }),
  },
  'certificate.notTls': {
    kind: 'operational',
    texts: (d) => ({
      what: 'The server did not answer with TLS.',
      why: `Something else answers on port ${d.port ?? 'unknown'} of ${d.host ?? 'the server'}${d.message === undefined ? '' : ` (${d.message})`}.`,
      fix: ['Check the port in the server address; Exchange Web Services is usually on port 443.', 'Check that no proxy answers in place of the server.'],
    }),
  },
});
