import type { Whereabouts } from '../fields/field.ts';
import { ewsPermission, redirectAddress } from './registration.ts';

/** Where the values of a configuration are found, for those that another program shows. */
export const found = {
  server: {
    steps: [
      'On a computer with Outlook: hold Ctrl, right-click the Outlook icon beside the clock, choose Test Email AutoConfiguration, and read the OOF URL.',
      'On the Exchange server: run the command below in the Exchange Management Shell, and read InternalUrl or ExternalUrl.',
    ],
    copies: [{ label: 'Copy command', text: 'Get-WebServicesVirtualDirectory | Format-List Server,InternalUrl,ExternalUrl' }],
  },
  application: {
    steps: [
      'Open App registrations in the Microsoft Entra admin center, and choose the app or register one. Its Overview shows the Application (client) ID.',
      'Authentication needs the platform Mobile and desktop applications with the redirect address below. For device code or a password, Allow public client flows is set to Yes there.',
      'API permissions needs the delegated permission below, of Office 365 Exchange Online (under APIs my organization uses), with the consent of an administrator.',
    ],
    copies: [
      { label: 'Copy redirect address', text: redirectAddress },
      { label: 'Copy permission name', text: ewsPermission },
    ],
  },
  tenant: {
    steps: ['Open Overview in the Microsoft Entra admin center: it shows the Tenant ID. Overview of the app registration shows the same as Directory (tenant) ID.', 'A domain name of the organization that is verified there works as well, for example contoso.com.'],
  },
  authority: {
    steps: [
      'On a Windows computer that trusts the server: run certlm.msc, open Trusted Root Certification Authorities, and export the certificate of the authority as Base-64 encoded X.509.',
      'Where an authority between them issued the certificate of the server, the file may hold both, one after the other.',
    ],
  },
  certificate: {
    steps: ['Where Test connection stops at Certificate, View certificate shows the one of the server with its fingerprint.', 'The administrator of the server reads the SHA-256 fingerprint of the same certificate with the command below; both must be equal.'],
    copies: [{ label: 'Copy command', text: 'openssl x509 -noout -fingerprint -sha256 -in certificate.cer' }],
  },
} as const satisfies Readonly<Record<string, Whereabouts>>;
