import { generateKeyPairSync, randomBytes, sign, X509Certificate, type KeyObject } from 'node:crypto';
import { isIP } from 'node:net';

/** A certificate with its key in PEM, made at run time: no key lies in the repository. */
export interface MadeCertificate {
  readonly key: string;
  readonly cert: string;
}

export interface CertificateWish {
  readonly subject: string;
  /** Host names and IPv4 addresses. */
  readonly names: readonly string[];
  readonly validFrom?: Date;
  readonly validTo?: Date;
}

/** An authority that can sign. */
export interface Authority {
  readonly cert: string;
  issue(wish: CertificateWish): MadeCertificate;
}

/** Names under which a server of this computer is called. */
export const loopbackNames = ['localhost', '127.0.0.1'];

/** DER: tag, length, content (ITU-T X.690). */
function der(tag: number, ...content: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(content);
  if (body.length < 128) return Buffer.concat([Buffer.from([tag, body.length]), body]);
  const length = Buffer.from(body.length.toString(16).padStart(body.length > 255 ? 4 : 2, '0'), 'hex');
  return Buffer.concat([Buffer.from([tag, 0x80 | length.length]), length, body]);
}

const sequence = (...content: readonly Uint8Array[]): Buffer => der(0x30, ...content);
const oid = (hex: string): Buffer => der(0x06, Buffer.from(hex, 'hex'));
const octets = (...content: readonly Uint8Array[]): Buffer => der(0x04, ...content);
const bits = (content: Uint8Array): Buffer => der(0x03, Buffer.from([0]), content);
const time = (date: Date): Buffer => der(0x18, Buffer.from(`${date.toISOString().slice(0, 19).replaceAll(/[-:T]/g, '')}Z`));

const ecdsaWithSha256 = sequence(oid('2a8648ce3d040302'));
const commonName = (name: string): Buffer => sequence(der(0x31, sequence(oid('550403'), der(0x0c, Buffer.from(name)))));

function extensions(names: readonly string[], isAuthority: boolean): Buffer {
  const basic = sequence(oid('551d13'), der(0x01, Buffer.from([0xff])), octets(isAuthority ? sequence(der(0x01, Buffer.from([0xff]))) : sequence()));
  const general = names.map((name) => (isIP(name) === 4 ? der(0x87, Buffer.from(name.split('.').map(Number))) : der(0x82, Buffer.from(name))));
  const alternative = names.length === 0 ? [] : [sequence(oid('551d11'), octets(sequence(...general)))];
  return der(0xa3, sequence(basic, ...alternative));
}

const day = 86_400_000;

function certificate(wish: CertificateWish, publicKey: KeyObject, issuer: string, issuerKey: KeyObject, isAuthority: boolean): string {
  const serial = Buffer.concat([Buffer.from([1]), randomBytes(8)]);
  const { validFrom = new Date(Date.now() - day), validTo = new Date(Date.now() + 30 * day) } = wish;
  const content = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, serial),
    ecdsaWithSha256,
    commonName(issuer),
    sequence(time(validFrom), time(validTo)),
    commonName(wish.subject),
    publicKey.export({ type: 'spki', format: 'der' }),
    extensions(wish.names, isAuthority),
  );
  const whole = sequence(content, ecdsaWithSha256, bits(sign('sha256', content, issuerKey)));
  return new X509Certificate(whole).toString();
}

const keyPair = (): ReturnType<typeof generateKeyPairSync> => generateKeyPairSync('ec', { namedCurve: 'P-256' });
const pem = (key: KeyObject): string => key.export({ type: 'pkcs8', format: 'pem' }).toString();

/** A new authority that nobody trusts unless told to. */
export function authority(name: string): Authority {
  const own = keyPair();
  return {
    cert: certificate({ subject: name, names: [] }, own.publicKey, name, own.privateKey, true),
    issue(wish) {
      const { publicKey, privateKey } = keyPair();
      return { key: pem(privateKey), cert: certificate(wish, publicKey, name, own.privateKey, false) };
    },
  };
}

/** The certificate of a server of this computer that expired a month ago, by this computer's clock: that is the one its clients go by. */
export function expiredCertificate(): MadeCertificate {
  const validTo = new Date(Date.now() - 30 * day);
  return authority('Exchange Runbook Studio demo authority').issue({ subject: 'Demo Exchange server', names: loopbackNames, validFrom: new Date(validTo.getTime() - 365 * day), validTo });
}

/** A certificate that vouches for itself. */
export function selfSigned(wish: CertificateWish): MadeCertificate {
  const { publicKey, privateKey } = keyPair();
  return { key: pem(privateKey), cert: certificate(wish, publicKey, wish.subject, privateKey, false) };
}
