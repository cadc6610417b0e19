// The same requests to the same server, and saxes alone over the answers as they arrive: what the wire and the server take by themselves.
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { StringDecoder } from 'node:string_decoder';
import { parentPort, workerData } from 'node:worker_threads';
import { SaxesParser } from 'saxes';

const { url, username, domain, password, kept } = workerData;
const requests = JSON.parse(readFileSync(`${kept}.requests`, 'utf8'));
const agent = new Agent({ keepAlive: true, maxSockets: 1 });
const headers = {
  authorization: `Basic ${Buffer.from(`${domain}\\${username}:${password}`).toString('base64')}`,
  'content-type': 'text/xml; charset=utf-8',
};

const started = performance.now();
let items = 0;
for (const body of requests) {
  const call = request(url, { method: 'POST', agent, headers: { ...headers, 'content-length': Buffer.byteLength(body) } });
  call.end(body);
  const [answer] = await once(call, 'response');
  if (answer.statusCode !== 200) throw new Error(`The server answered ${answer.statusCode}.`);
  const parser = new SaxesParser({ xmlns: false, position: false });
  const decoder = new StringDecoder('utf8');
  parser.on('opentag', ({ name }) => {
    if (name === 't:Body') items += 1;
  });
  parser.on('text', () => undefined);
  parser.on('closetag', () => undefined);
  for await (const part of answer) parser.write(decoder.write(part));
  parser.close();
}
const time = performance.now() - started;
agent.destroy();
parentPort.postMessage({ done: { time, items } });
