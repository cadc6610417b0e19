import { describe, expect, it } from 'vitest';
import type { TraceRecord } from '../../../shared/trace/record.ts';
import { soapeBlocks } from '../../../shared/trace/soapeFile.ts';

const record: TraceRecord = {
  id: 'r1',
  kind: 'ews',
  connection: 'Mail',
  operation: 'GetItem',
  method: 'POST',
  url: 'https://mail.contoso.test/EWS/Exchange.asmx',
  startedAt: '2026-11-23T10:00:00.250Z',
  durationMs: 1500,
  status: 200,
  result: { class: 'success', code: 'NoError' },
  attempt: 1,
  requestId: 'r1',
  requestBytes: 10,
  responseBytes: 20,
  timings: {},
  request: { headers: [['user-agent', 'Studio/1 & "x"']], body: '<?xml version="1.0" encoding="utf-8"?>\n<s:Envelope>a</s:Envelope>', bytes: 10 },
  response: { headers: [['content-type', 'text/xml']], body: '<s:Envelope>b</s:Envelope>', bytes: 20 },
};

describe('blocks of a trace file', () => {
  it('hold headers and documents of request and answer, with the time of each', () => {
    expect(soapeBlocks(record)).toBe(
      [
        '<Trace Tag="EwsRequestHttpHeaders" Tid="r1" Time="2026-11-23 10:00:00Z" Version="Studio/1 &amp; &quot;x&quot;">',
        'POST /EWS/Exchange.asmx HTTP/1.1',
        'user-agent: Studio/1 &amp; &quot;x&quot;',
        '</Trace>',
        '<Trace Tag="EwsRequest" Tid="r1" Time="2026-11-23 10:00:00Z" Version="Studio/1 &amp; &quot;x&quot;">',
        '<s:Envelope>a</s:Envelope>',
        '</Trace>',
        '<Trace Tag="EwsResponseHttpHeaders" Tid="r1" Time="2026-11-23 10:00:01Z" Version="Studio/1 &amp; &quot;x&quot;">',
        'HTTP/1.1 200',
        'content-type: text/xml',
        '</Trace>',
        '<Trace Tag="EwsResponse" Tid="r1" Time="2026-11-23 10:00:01Z" Version="Studio/1 &amp; &quot;x&quot;">',
        '<s:Envelope>b</s:Envelope>',
        '</Trace>',
        '',
      ].join('\n'),
    );
  });

  it('end with the request where there was no answer', () => {
    const { response: _none, ...silent } = record;
    expect(soapeBlocks(silent).match(/Tag="\w+"/g)).toEqual(['Tag="EwsRequestHttpHeaders"', 'Tag="EwsRequest"']);
  });

  it('keep an answer that is not XML as text', () => {
    expect(soapeBlocks({ ...record, response: { headers: [], body: '<html><br> & </Trace>', bytes: 1 } })).toContain('&lt;html>&lt;br> &amp; &lt;/Trace>');
  });
});
