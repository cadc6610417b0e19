import { execFileSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { rootCertificates } from 'node:tls';
import { AppError } from '../../shared/errors/appError.ts';

/** Where distributions of Linux keep what the system trusts; the first that exists is taken. */
const bundles = ['/etc/ssl/certs/ca-certificates.crt', '/etc/pki/tls/certs/ca-bundle.crt', '/etc/ssl/ca-bundle.pem', '/etc/ssl/cert.pem'];

const certificatesIn = (text: string): string[] => text.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];

function readQuietly(read: () => string): string {
  try {
    return read();
  } catch {
    // What is not there adds nothing: the certificates that Node brings remain.
    return '';
  }
}

function asked(program: string, ...words: string[]): string {
  return readQuietly(() =>
    execFileSync(program, words, { encoding: 'utf8', timeout: 15_000, maxBuffer: 64_000_000, windowsHide: true, stdio: ['ignore', 'pipe', 'ignore'] }),
  );
}

const windowsScript =
  "Get-ChildItem Cert:\\LocalMachine\\Root, Cert:\\CurrentUser\\Root, Cert:\\LocalMachine\\CA | ForEach-Object { '-----BEGIN CERTIFICATE-----'; [Convert]::ToBase64String($_.RawData, 'InsertLineBreaks'); '-----END CERTIFICATE-----' }";

function storeText(platform: NodeJS.Platform): string {
  if (platform === 'win32') return asked('powershell.exe', '-NoProfile', '-NonInteractive', '-Command', windowsScript);
  if (platform === 'darwin')
    return asked(
      '/usr/bin/security',
      'find-certificate',
      '-a',
      '-p',
      '/Library/Keychains/System.keychain',
      '/System/Library/Keychains/SystemRootCertificates.keychain',
    );
  return bundles.map((file) => readQuietly(() => readFileSync(file, 'utf8'))).find((text) => text !== '') ?? '';
}

let known: readonly string[] | undefined;

/** Everything this computer trusts: what Node brings, the system's own store, and the file that NODE_EXTRA_CA_CERTS names. Read once. */
export function systemAuthorities(): readonly string[] {
  const extra = process.env['NODE_EXTRA_CA_CERTS'];
  known ??= [
    ...new Set([
      ...rootCertificates,
      ...certificatesIn(storeText(process.platform)),
      ...(extra === undefined ? [] : certificatesIn(readQuietly(() => readFileSync(extra, 'utf8')))),
    ]),
  ];
  return known;
}

/** The certificates of a PEM file. Throws AppError `certificate.authorityFile` where it cannot be read or holds none. */
export function authoritiesIn(file: string): string[] {
  try {
    const found = certificatesIn(readFileSync(file, 'utf8'));
    if (found.length === 0) throw new Error('it holds no certificate in PEM form');
    // A broken certificate is named here rather than as a TLS failure later.
    for (const one of found) new X509Certificate(one);
    return found;
  } catch (thrown) {
    throw new AppError('certificate.authorityFile', { file, reason: thrown instanceof Error ? thrown.message : String(thrown) });
  }
}
