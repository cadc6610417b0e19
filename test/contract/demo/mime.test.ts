import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DemoServer } from '../../../electron/demo/demoServer.ts';
import { call, every, first, startTestServer } from './rawClient.ts';
import { findIn, getItems, saveItem } from './requests.ts';

const source = `Received: from x by y\r
From: =?utf-8?B?SsOzaG4=?= =?iso-8859-1?Q?_D=F6e?= <helpdesk@contoso.test>\r
To: "Costa, Ana" <ana@contoso.test>, (a note) li@contoso.test,\r
 Team: marek@contoso.test, "Priya \\"P\\" Nair" <priya@contoso.test>;\r
Cc: undisclosed:;\r
Subject: =?utf-8?Q?Gr=C3=BC=C3=9Fe_?=\r
 =?utf-8?Q?aus_Oslo?=\r
Importance: high\r
Sensitivity: Company-Confidential\r
In-Reply-To: <a@b>\r
Message-ID: <own@fabrikam.test>\r
MIME-Version: 1.0\r
Content-Type: multipart/mixed; boundary="out er"\r
\r
Preamble\r
--out er\r
Content-Type: multipart/alternative; boundary=inner\r
\r
--inner\r
Content-Type: text/plain; charset=windows-1252\r
Content-Transfer-Encoding: quoted-printable\r
\r
Price: 5 =80, soft=\r
 break\r
--inner\r
Content-Type: text/html; charset="utf-8"\r
Content-Transfer-Encoding: base64\r
\r
PHA+UHJpY2U6IDUg4oKsPC9wPg==\r
--inner--\r
--out er\r
Content-Type: application/pdf; name*0*=utf-8''%C3%BCber; name*1*=sicht.pdf\r
Content-Transfer-Encoding: base64\r
Content-Disposition: attachment\r
\r
b2sK\r
--out er\r
Content-Type: image/png; name=logo.png\r
Content-ID: <logo@x>\r
Content-Disposition: inline\r
Content-Transfer-Encoding: base64\r
\r
AAEC\r
--out er--\r
`;

const message = (mime: string, more = '') => `<t:Message><t:MimeContent CharacterSet="UTF-8">${mime}</t:MimeContent>${more}</t:Message>`;
const idOf = (answer: string) => first(answer, /ItemId Id="([^"]+)"/);
const withMime = '<t:IncludeMimeContent>true</t:IncludeMimeContent>';

describe('MIME content', () => {
  let server: DemoServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.close());

  it('is read into properties, body and files', async () => {
    const item = await call(server, getItems([idOf(await call(server, saveItem(message(Buffer.from(source).toString('base64')))))]));
    expect(first(item, /<t:Subject>([^<]*)/)).toBe('Grüße aus Oslo');
    expect(first(item, /<t:Body BodyType="HTML">([^<]*)/)).toBe('&lt;p&gt;Price: 5 €&lt;/p&gt;');
    expect(every(first(item, /<t:ToRecipients>(.*?)<\/t:ToRecipients>/), /<t:Name>([^<]*)/g)).toEqual([
      'Costa, Ana',
      'li@contoso.test',
      'marek@contoso.test',
      'Priya "P" Nair',
    ]);
    expect(first(item, /<t:From>.*?<t:Name>([^<]*)/)).toBe('Jóhn Döe');
    expect(item).not.toContain('CcRecipients');
    for (const part of ['Importance>High', 'Sensitivity>Confidential', 'InReplyTo>&lt;a@b&gt;', 'InternetMessageId>&lt;own@fabrikam.test&gt;', 'IsDraft>true'])
      expect(item).toContain(part);
    expect(every(item, /<t:FileAttachment>.*?<t:Name>([^<]+)/g)).toEqual(['übersicht.pdf', 'logo.png']);
    expect(item).toMatch(/logo\.png.*?<t:ContentId>logo@x<\/t:ContentId>.*?<t:IsInline>true</);
  });

  it('comes back with everything in it', async () => {
    const content = `<t:Subject>Ünïcode &amp; = more than one line of subject, so that it has to be folded somewhere</t:Subject><t:Body BodyType="HTML">&lt;p&gt;Zeile=1 ☃ ${'long '.repeat(40)}&lt;/p&gt;</t:Body><t:Attachments><t:FileAttachment><t:Name>Größe.txt</t:Name><t:ContentType>text/plain</t:ContentType><t:Content>${Buffer.from('x'.repeat(200)).toString('base64')}</t:Content></t:FileAttachment></t:Attachments><t:Importance>Low</t:Importance><t:ToRecipients><t:Mailbox><t:Name>Sofía "S" Romero</t:Name><t:EmailAddress>sofia@contoso.test</t:EmailAddress></t:Mailbox></t:ToRecipients>`;
    const id = idOf(await call(server, saveItem(`<t:Message>${content}</t:Message>`)));
    const mime = first(await call(server, getItems([id], withMime)), /<t:MimeContent CharacterSet="UTF-8">([^<]+)/);
    const written = Buffer.from(mime, 'base64').toString('latin1');
    expect(written.split('\r\n').filter((line) => line.length > 78)).toEqual([]);
    expect(written).toMatch(/^\p{ASCII}*$/u);
    const again = await call(server, getItems([idOf(await call(server, saveItem(message(mime))))]));
    const first_ = await call(server, getItems([id]));
    for (const pattern of [
      /<t:Subject>([^<]*)/,
      /<t:Body BodyType="HTML">([^<]*)/,
      /<t:ToRecipients>(.*?)<\/t:ToRecipients>/,
      /<t:Name>(Gr[^<]*)/,
      /<t:Importance>(\w+)/,
    ])
      expect([first(again, pattern), first(again, pattern) !== '']).toEqual([first(first_, pattern), true]);
  });

  it('gives way to properties that the request names, and can be sent', async () => {
    const request = `<m:CreateItem MessageDisposition="SendAndSaveCopy"><m:Items>${message(Buffer.from('To: ana@contoso.test\r\nSubject: in MIME\r\n\r\nHello').toString('base64'), '<t:Subject>in the request</t:Subject>')}</m:Items></m:CreateItem>`;
    expect(await call(server, request)).toContain('NoError');
    const arrived = await call(server, findIn('inbox'), 'ana');
    expect(arrived).toContain('in the request');
    const mime = first(
      await call(server, getItems([first(arrived, /ItemId Id="([^"]+)"[^>]*\/><t:Subject>in the request/)], withMime), 'ana'),
      /MimeContent [^>]*>([^<]+)/,
    );
    expect(Buffer.from(mime, 'base64').toString()).toMatch(
      /^From: "Help Desk" <helpdesk@contoso\.test>\r\nTo: "Ana Costa" <ana@contoso\.test>\r\nSubject: in the request\r\nDate: Mon, 23 Nov 2026 09:30:00 \+0000\r\n/,
    );
  });

  it('is refused where it is none', async () => {
    expect(await call(server, saveItem(message(Buffer.from('just text').toString('base64'))))).toContain('ErrorMimeContentInvalid');
    const contact = `<t:Contact><t:MimeContent CharacterSet="UTF-8">QQ==</t:MimeContent></t:Contact>`;
    expect(await call(server, saveItem(contact))).toContain('ErrorUnsupportedMimeConversion');
    const [task = ''] = every(await call(server, findIn('tasks')), /ItemId Id="([^"]+)"/g);
    expect(await call(server, getItems([task], withMime))).toContain('ErrorUnsupportedMimeConversion');
  });
});
