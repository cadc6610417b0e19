import { execFile, execFileSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { rootCertificates } from 'node:tls';
import { promisify } from 'node:util';
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

const windowsScript =
  "Get-ChildItem Cert:\\LocalMachine\\Root, Cert:\\CurrentUser\\Root, Cert:\\LocalMachine\\CA | ForEach-Object { '-----BEGIN CERTIFICATE-----'; [Convert]::ToBase64String($_.RawData, 'InsertLineBreaks'); '-----END CERTIFICATE-----' }";

/** The program that prints the system's store, with its words; undefined where files hold it. */
function storeProgram(platform: NodeJS.Platform): readonly [string, readonly string[]] | undefined {
  if (platform === 'win32') return ['powershell.exe', ['-NoProfile', '-NonInteractive', '-Command', windowsScript]];
  const chains = ['/Library/Keychains/System.keychain', '/System/Library/Keychains/SystemRootCertificates.keychain'];
  return platform === 'darwin' ? ['/usr/bin/security', ['find-certificate', '-a', '-p', ...chains]] : undefined;
}

const program = storeProgram(process.platform);
const limits = { encoding: 'utf8', timeout: 15_000, maxBuffer: 64_000_000, windowsHide: true } as const;

function withStore(store: string): readonly string[] {
  const extra = process.env['NODE_EXTRA_CA_CERTS'];
  const added = extra === undefined ? '' : readQuietly(() => readFileSync(extra, 'utf8'));
  return [...new Set([...rootCertificates, ...certificatesIn(store), ...certificatesIn(added)])];
}

const bundled = (): string => bundles.map((file) => readQuietly(() => readFileSync(file, 'utf8'))).find((text) => text !== '') ?? '';

let known: readonly string[] | undefined;

/** Everything this computer trusts: what Node brings, the system's own store, and the file that NODE_EXTRA_CA_CERTS names. Read once. */
export function systemAuthorities(): readonly string[] {
  known ??= withStore(program === undefined ? bundled() : readQuietly(() => execFileSync(program[0], program[1], { ...limits, stdio: ['ignore', 'pipe', 'ignore'] })));
  return known;
}

/** The same, for the thread of the windows: it does not stand still while the system's program is asked. */
export async function loadSystemAuthorities(): Promise<readonly string[]> {
  if (known !== undefined || program === undefined) return systemAuthorities();
  const { stdout } = await promisify(execFile)(program[0], program[1], limits).catch(() => ({ stdout: '' }));
  known ??= withStore(stdout);
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
