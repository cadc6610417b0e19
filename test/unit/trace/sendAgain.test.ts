import { describe, expect, it } from 'vitest';
import { masked } from '../../../shared/trace/mask.ts';
import { againReasons, whyNotSentAgain } from '../../../shared/trace/sendAgain.ts';
import type { TraceRecord } from '../../../shared/trace/record.ts';
import { secretMark } from '../../../shared/engine/knownSecrets.ts';
import { traceRecord } from '../../fixtures/traceRecords.ts';

const request = (body: string): Pick<TraceRecord, 'request'> => ({ request: { headers: [], body, bytes: body.length } });
const own = { serverAddress: 'mail.contoso.test' };
const why = (change: Partial<TraceRecord>, connections = [own], key = 'mail-contoso-test'): string | undefined =>
  whyNotSentAgain(traceRecord(1, change), { workspace: 'workspace-1', configurations: connections.map((connection) => ({ key, connection })) });

describe('a request is sent again', () => {
  it('where it only reads and its configuration leads to the same server', () => {
    expect(why({})).toBeUndefined();
    expect(why({}, [{ ...own, serverAddress: 'https://MAIL.contoso.test/ews/exchange.asmx' }])).toBeUndefined();
    // Autodiscover tells only when it is asked.
    expect(why({}, [{ ...own, serverAddress: '' }])).toBeUndefined();
  });

  it.each(['CreateItem', 'SendItem', 'DeleteItem', 'MarkAllItemsAsRead', ''])('but not %s', (operation) => {
    expect(why({ operation })).toBe(againReasons.writes);
  });

  it('but not when it signs in or looks for the server', () => {
    expect(why({ kind: 'oauth' })).toBe(againReasons.notExchange);
    expect(why({ kind: 'autodiscover' })).toBe(againReasons.notExchange);
  });

  it.each([masked, secretMark])('but not when something in it was hidden: %s', (mark) => {
    expect(why(request(`<t:Constant Value="${mark}"/>`))).toBe(againReasons.masked);
  });

  it('but not without its configuration, nor to another server', () => {
    expect(why({}, [])).toBe(againReasons.gone);
    expect(why({}, [own], 'another')).toBe(againReasons.gone);
    expect(why({}, [{ ...own, serverAddress: 'other.contoso.test' }])).toBe(againReasons.elsewhere);
  });

  it('whatever its configuration is called now, but never with one of the same name in another workspace', () => {
    expect(why({ connection: 'Renamed since' })).toBeUndefined();
    expect(why({ workspace: 'workspace-2' })).toBe(againReasons.otherWorkspace);
    const { workspace: _workspace, configuration: _configuration, ...read } = traceRecord(1);
    expect(whyNotSentAgain(read, { workspace: 'workspace-1', configurations: [{ key: 'mail-contoso-test', connection: own }] })).toBe(againReasons.unknown);
  });
});
