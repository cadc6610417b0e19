import { describe, expect, it } from 'vitest';
import { channelBinding } from '../../../electron/auth/ntlm/channelBinding.ts';
import { md4 } from '../../../electron/auth/ntlm/md4.ts';
import { authenticateMessage, negotiateMessage, readChallenge } from '../../../electron/auth/ntlm/messages.ts';
import { ntlmV2Answer, ntlmV2Key } from '../../../electron/auth/ntlm/ntlmV2.ts';
import { pairIds, readTargetInfo, writeTargetInfo } from '../../../electron/auth/ntlm/targetInfo.ts';
import { AppError } from '../../../shared/errors/appError.ts';

const hex = (text: string): Buffer => Buffer.from(text, 'hex');
/** The account of the worked examples in MS-NLMP 4.2.1. */
const account = { user: 'User', domain: 'Domain', password: 'Password' };
const targetInfo = writeTargetInfo([
  { id: 2, value: Buffer.from('Domain', 'utf16le') },
  { id: 1, value: Buffer.from('Server', 'utf16le') },
]);
const serverChallenge = hex('0123456789abcdef');
const clientChallenge = Buffer.alloc(8, 0xaa);

function challengeMessage(info: Buffer): Buffer {
  const head = Buffer.alloc(56);
  head.write('NTLMSSP\0', 'ascii');
  head.writeUInt32LE(2, 8);
  head.writeUInt32LE(0xe28a8233, 20);
  serverChallenge.copy(head, 24);
  head.writeUInt16LE(info.length, 40);
  head.writeUInt16LE(info.length, 42);
  head.writeUInt32LE(56, 44);
  return Buffer.concat([head, info]);
}

const field = (message: Buffer, index: number): Buffer => {
  const at = 12 + index * 8;
  const offset = message.readUInt32LE(at + 4);
  return message.subarray(offset, offset + message.readUInt16LE(at));
};

describe('MD4 (the test suite of RFC 1320)', () => {
  it.each([
    ['', '31d6cfe0d16ae931b73c59d7e0c089c0'],
    ['a', 'bde52cb31de33e46245e05fbdbd6fb24'],
    ['abc', 'a448017aaf21d8525fc10ae87aa6729d'],
    ['message digest', 'd9130a8164549fe818874806e1c7014b'],
    ['abcdefghijklmnopqrstuvwxyz', 'd79e1c308aa5bbcdeea8ed63df412da9'],
    ['ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789', '043f8582f241db351ce627e153e7f0e4'],
    ['12345678901234567890123456789012345678901234567890123456789012345678901234567890', 'e33b4ddc9c38f2199c3e7b164fcc0536'],
  ])('of "%s"', (text, digest) => {
    expect(md4(Buffer.from(text)).toString('hex')).toBe(digest);
  });
});

describe('NTLM v2 (the worked example of MS-NLMP 4.2.4)', () => {
  it('makes the key of user, domain and password', () => {
    expect(ntlmV2Key(account).toString('hex')).toBe('0c868a403bfd7a93a3001ef22ef02e3f');
  });

  it('proves the password and makes the session key', () => {
    const answer = ntlmV2Answer(ntlmV2Key(account), { serverChallenge, clientChallenge, time: Buffer.alloc(8), targetInfo });
    expect(answer.proof.toString('hex')).toBe('68cd0ab851e51c96aabc927bebef6a1c');
    expect(answer.sessionKey.toString('hex')).toBe('8de40ccadbc14a82f15cb0ad0de95ca3');
    expect(answer.lmResponse.toString('hex')).toBe('86c35097ac9cec102554764a57cccc19aaaaaaaaaaaaaaaa');
  });
});

describe('the messages of NTLM', () => {
  const negotiate = negotiateMessage();
  const facts = { negotiate, servicePrincipal: 'HTTP/mail.contoso.test', clientChallenge, now: Buffer.alloc(8) };

  it('names nobody in the first message', () => {
    expect(negotiate.subarray(0, 12).toString('latin1')).toBe('NTLMSSP\0\u0001\0\0\0');
    expect(negotiate.subarray(16, 32).equals(Buffer.alloc(16))).toBe(true);
  });

  it('answers with user, domain and a proof that the server can check', () => {
    const message = authenticateMessage(account, { ...facts, challenge: readChallenge(challengeMessage(targetInfo)) });
    expect(field(message, 2).toString('utf16le')).toBe('Domain');
    expect(field(message, 3).toString('utf16le')).toBe('User');
    const response = field(message, 1);
    const again = ntlmV2Answer(hex('0c868a403bfd7a93a3001ef22ef02e3f'), {
      serverChallenge,
      clientChallenge: response.subarray(32, 40),
      time: response.subarray(24, 32),
      targetInfo: response.subarray(44, -4),
    });
    expect(response.equals(again.ntResponse)).toBe(true);
    expect(message.includes(Buffer.from('Password', 'utf16le'))).toBe(false);
  });

  it('adds an integrity code, the target and the channel where the server tells the time, and then no LM answer', () => {
    const time = hex('0090d336b734c301');
    const info = writeTargetInfo([...readTargetInfo(targetInfo), { id: pairIds.timestamp, value: time }]);
    const binding = channelBinding(Buffer.from('certificate'));
    const message = authenticateMessage(account, { ...facts, challenge: readChallenge(challengeMessage(info)), channelBinding: binding });
    const response = field(message, 1);
    const pairs = new Map(readTargetInfo(response.subarray(44)).map(({ id, value }) => [id, value]));
    expect(pairs.get(pairIds.flags)?.readUInt32LE()).toBe(2);
    expect(pairs.get(pairIds.channelBindings)?.equals(binding)).toBe(true);
    expect(pairs.get(pairIds.targetName)?.toString('utf16le')).toBe('HTTP/mail.contoso.test');
    expect(response.subarray(24, 32).equals(time)).toBe(true);
    expect(field(message, 0).equals(Buffer.alloc(24))).toBe(true);
    expect(message.subarray(72, 88).equals(Buffer.alloc(16))).toBe(false);
  });

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['another message', negotiateMessage()],
    ['a target that lies outside', challengeMessage(targetInfo).subarray(0, 70)],
  ])('refuses %s as a challenge', (_name, bytes) => {
    expect(() => readChallenge(bytes)).toThrow(AppError);
  });
});
