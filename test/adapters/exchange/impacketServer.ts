import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';

/** What the server is to be. */
export interface ImpacketWish {
  /** The domain the challenge names. */
  readonly domain: string;
  /** The one account, with its name and domain as the client must send them. */
  readonly user: string;
  readonly accountDomain: string;
  readonly password: string;
  /** What a signed-in request is answered, XML. */
  readonly answer: string;
  readonly tls?: { readonly key: string; readonly cert: string };
  /** A certificate that is demanded in place of the own one: what a server finds behind somebody in the middle. */
  readonly boundTo?: string;
  /** The client gets another challenge than the one that was sent, as through a relay that weakens it. */
  readonly altersChallenge?: boolean;
}

const Judgement = z.object({ connection: z.number(), user: z.string(), domain: z.string(), verdict: z.string() });
/** What impacket said of one proof, on which connection. */
export type Judgement = z.infer<typeof Judgement>;

export interface ImpacketServer {
  readonly url: string;
  /** Ends the server; answers what it judged. */
  end(): Promise<readonly Judgement[]>;
}

/** The system's own Python, for which system packages install: the first of the path may be another that lacks them. */
const python = '/usr/bin/python3';
const script = join(import.meta.dirname, 'impacketServer.py');

/** Starts impacket's side of NTLM on a free port of loopback. The wish goes through a pipe, because it holds a password. */
export async function impacketServer(wish: ImpacketWish): Promise<ImpacketServer> {
  const child = spawn(python, ['-B', script], { stdio: ['pipe', 'pipe', 'inherit'] });
  const judged: Judgement[] = [];
  const ended = new Promise<number | null>((resolve) => void child.once('close', resolve));
  const port = await new Promise<string>((resolve, reject) => {
    const lines = createInterface(child.stdout);
    lines.once('line', (line) => {
      resolve(line);
      lines.on('line', (next) => void judged.push(Judgement.parse(JSON.parse(next))));
    });
    child.once('error', reject);
    child.once('close', (code) => reject(new Error(`impacketServer.py ended with status ${code}`)));
    child.stdin.on('error', reject);
    child.stdin.write(`${JSON.stringify(wish)}\n`);
  });
  return {
    url: `${wish.tls === undefined ? 'http' : 'https'}://127.0.0.1:${port}/EWS/Exchange.asmx`,
    async end() {
      child.stdin.end();
      const status = await ended;
      if (status !== 0) throw new Error(`impacketServer.py ended with status ${status}`);
      return judged;
    },
  };
}
