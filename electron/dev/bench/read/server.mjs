// A demo server in a process of its own, its inbox filled with mail, and a tap that keeps what passes through it.
import { createServer, request as httpRequest } from 'node:http';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';

const [module, items, keepIn] = process.argv.slice(2);
const { startDemoServer } = await import(module);
const server = await startDemoServer({ seed: 1 });
const { users, url } = server.facts;
const [reader, sender] = users;

await fill(Number(items));
const answers = [];
const requests = [];
const tap = createServer((incoming, outgoing) => {
  const asked = [];
  const { 'accept-encoding': _compressed, host: _host, ...headers } = incoming.headers;
  const onward = httpRequest(url, { method: incoming.method, headers }, (answer) => {
    const parts = [];
    answer.on('data', (part) => parts.push(part));
    answer.on('end', () => {
      const body = Buffer.concat(parts);
      // The first request asks how to sign in; it is no part of what is compared.
      if (answer.statusCode === 200) {
        answers.push(body);
        requests.push(Buffer.concat(asked).toString('utf8'));
      }
      outgoing.writeHead(answer.statusCode, { ...answer.headers, 'content-length': body.length }).end(body);
    });
  });
  incoming.on('data', (part) => asked.push(part));
  incoming.pipe(onward);
});
tap.listen(0, '127.0.0.1');
await once(tap, 'listening');
process.on('message', () => {
  // Length and bytes of each answer, one behind the other.
  writeFileSync(keepIn, Buffer.concat(answers.flatMap((body) => [lengthOf(body), body])));
  writeFileSync(`${keepIn}.requests`, JSON.stringify(requests));
  process.send({ kept: answers.length });
});
process.send({
  url,
  tap: `http://127.0.0.1:${tap.address().port}/EWS/Exchange.asmx`,
  username: reader.username,
  domain: reader.domain,
  password: reader.password,
});

function lengthOf(body) {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length);
  return length;
}

/** Lets a colleague send as many messages of ordinary size. */
async function fill(count) {
  const authorization = `Basic ${Buffer.from(`${sender.username}:${sender.password}`).toString('base64')}`;
  for (let first = 0; first < count; first += 500) {
    const messages = Array.from({ length: Math.min(500, count - first) }, (_, index) => message(first + index));
    const document = `<?xml version="1.0" encoding="utf-8"?><s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/" xmlns:m="http://schemas.microsoft.com/exchange/services/2006/messages" xmlns:t="http://schemas.microsoft.com/exchange/services/2006/types"><s:Header><t:RequestServerVersion Version="Exchange2013_SP1"/></s:Header><s:Body><m:CreateItem MessageDisposition="SendOnly"><m:Items>${messages.join('')}</m:Items></m:CreateItem></s:Body></s:Envelope>`;
    const answer = await fetch(url, { method: 'POST', headers: { authorization, 'content-type': 'text/xml; charset=utf-8' }, body: document });
    const text = await answer.text();
    if (!answer.ok || text.includes('ResponseClass="Error"')) throw new Error(`The demo server did not take the mail: ${text.slice(0, 400)}`);
  }
}

function message(number) {
  const lines = Array.from(
    { length: 12 },
    (_, line) => `Line ${line} of message ${number}: the queue is at ${(number * 37 + line) % 101} %, nobody has to do anything about it.`,
  );
  const to = [users[0], users[2], users[3]].map(({ mailbox }) => `<t:Mailbox><t:EmailAddress>${mailbox}</t:EmailAddress></t:Mailbox>`);
  return `<t:Message><t:Subject>Report ${number} &amp; figures</t:Subject><t:Body BodyType="Text">${lines.join('\n')}</t:Body><t:Categories><t:String>Report</t:String><t:String>Week ${number % 52}</t:String></t:Categories><t:Importance>${number % 9 === 0 ? 'High' : 'Normal'}</t:Importance><t:ToRecipients>${to[0]}</t:ToRecipients><t:CcRecipients><t:Mailbox><t:Name>Desk of others</t:Name><t:EmailAddress>others@fabrikam.test</t:EmailAddress></t:Mailbox></t:CcRecipients></t:Message>`;
}
