import { afterEach, describe, expect, it } from 'vitest';
import { AppError } from '../../../shared/errors/appError.ts';
import { monitorStatesInMemory, type MonitorStates } from '../../../shared/exchange/monitorStates.ts';
import type { ChangeQuery, NoticedItem } from '../../../shared/exchange/port.ts';
import { patient } from './hosts.ts';
import { operations, scriptedMailbox, type ScriptedMailbox } from './scriptedMailbox.ts';
import { failure, messages } from './soapAnswers.ts';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()));
});

const query: ChangeQuery = { itemType: 'E-Mail Message', folder: 'Inbox', subfolders: false, filters: [], created: true, updated: false, intervalSeconds: 60 };

const change = (kind: 'Create' | 'Update' | 'Delete', id: string): string => {
  const itemId = `<t:ItemId Id="${id}"/>`;
  return kind === 'Delete' ? `<t:Delete>${itemId}</t:Delete>` : `<t:${kind}><t:Message>${itemId}</t:Message></t:${kind}>`;
};
const read = (id: string): string => `<t:ReadFlagChange><t:ItemId Id="${id}"/><t:IsRead>true</t:IsRead></t:ReadFlagChange>`;
const sync = (state: string, changes: readonly string[] = [], last = true): string =>
  messages(
    'SyncFolderItems',
    `<m:SyncState>${state}</m:SyncState><m:IncludesLastItemInRange>${last}</m:IncludesLastItemInRange><m:Changes>${changes.join('')}</m:Changes>`,
  );
const idsIn = (body: string): string[] => [...body.matchAll(/<t:ItemId Id="([^"]+)"/g)].map((match) => match[1] ?? '');
const items = (body: string): string =>
  messages('GetItem', ...idsIn(body).map((id) => `<m:Items><t:Message><t:ItemId Id="${id}"/><t:Subject>${id}</t:Subject></t:Message></m:Items>`));

/** A folder that answers each look with the next of these. */
async function folder(looks: readonly (string | undefined)[], states?: MonitorStates): Promise<ScriptedMailbox> {
  let next = 0;
  const box = await scriptedMailbox(({ operation, body }) => {
    if (operation === 'GetItem') return items(body);
    next += 1;
    return looks[next - 1] ?? failure('SyncFolderItems', 'ErrorTestIsOver');
  }, states);
  closing.push(box.close);
  return box;
}

const stateIn = (body: string): string | undefined => /<m:SyncState>(.*)<\/m:SyncState>/.exec(body)?.[1];

/** The IDs of the first items that are noticed. */
async function noticed(box: ScriptedMailbox, count: number, more: Partial<ChangeQuery> = {}): Promise<unknown[]> {
  const found: NoticedItem[] = [];
  for await (const item of box.exchange.changesSince({ ...query, ...more }, patient)) {
    found.push(item);
    if (found.length === count) break;
  }
  return found.map(({ values }) => values.id);
}

describe('a monitor', () => {
  it('does not tell of what was there before, and waits between two looks', async () => {
    const box = await folder([
      sync('s1', [change('Create', 'old')], false),
      sync('s2', [change('Create', 'old2')]),
      sync('s3'),
      sync('s4', [change('Create', 'new')]),
    ]);
    expect(await noticed(box, 1)).toEqual(['new']);
    expect(box.server.seen.map(({ body }) => stateIn(body))).toEqual([undefined, 's1', 's2', 's3', undefined]);
    expect(box.waits).toEqual([60_000, 60_000]);
  });

  it('tells of an item once, as new, even where it changed meanwhile, and not of one that is gone', async () => {
    const look = sync('s2', [change('Create', 'a'), change('Update', 'a'), change('Create', 'b'), change('Delete', 'b'), read('c'), change('Create', 'd')]);
    expect(await noticed(await folder([sync('s1'), look]), 2)).toEqual(['a', 'd']);
    expect(await noticed(await folder([sync('s1'), look]), 1, { created: false, updated: true })).toEqual(['c']);
    expect(await noticed(await folder([sync('s1'), look]), 3, { updated: true })).toEqual(['a', 'c', 'd']);
  });

  it('evaluates its filters on the items', async () => {
    const box = await folder([sync('s1'), sync('s2', [change('Create', 'a'), change('Create', 'b')])]);
    expect(await noticed(box, 1, { filters: [{ field: 'subject', operator: 'equals', value: 'b' }] })).toEqual(['b']);
  });

  it('goes on in the next run where it stood, without missing or repeating anything', async () => {
    const states = monitorStatesInMemory();
    expect(await noticed(await folder([sync('s1'), sync('s2', [change('Create', 'a'), change('Create', 'b')])], states), 1)).toEqual(['a']);
    const box = await folder([sync('s3', [change('Create', 'c')])], states);
    expect(await noticed(box, 2)).toEqual(['b', 'c']);
    expect(stateIn(box.server.seen[0]?.body ?? '')).toBe('s2');
  });

  it('begins anew where its state is damaged', async () => {
    const states = monitorStatesInMemory();
    await states.save('watch', '{ not json');
    const box = await folder([sync('s1', [change('Create', 'old')]), sync('s2', [change('Create', 'a')])], states);
    expect(await noticed(box, 1)).toEqual(['a']);
  });

  it('begins anew, in silence, where Exchange does not know its state any more', async () => {
    const box = await folder([
      sync('s1'),
      failure('SyncFolderItems', 'ErrorInvalidSyncStateData'),
      sync('r1', [change('Create', 'old')]),
      sync('r2', [change('Create', 'a')]),
    ]);
    expect(await noticed(box, 1)).toEqual(['a']);
    expect(box.server.seen.slice(0, 4).map(({ body }) => stateIn(body))).toEqual([undefined, 's1', undefined, 'r1']);
  });

  it('keeps its state through looks that fail, and waits longer each time', async () => {
    const broken = failure('SyncFolderItems', 'ErrorAccessDenied');
    const box = await folder([sync('s1'), broken, broken, broken, broken, sync('s2', [change('Create', 'a')])]);
    expect(await noticed(box, 1)).toEqual(['a']);
    expect(box.waits.filter((wait) => wait >= 60_000)).toEqual([60_000, 120_000, 240_000, 480_000, 600_000]);
    expect(stateIn(box.server.seen.at(-2)?.body ?? '')).toBe('s1');
  });

  it('says at once when the first look fails', async () => {
    const box = await folder([failure('SyncFolderItems', 'ErrorFolderNotFound')]);
    const thrown: unknown = await noticed(box, 1, { folder: 'Inbox' }).catch((reason: unknown) => reason);
    expect(thrown instanceof AppError && thrown.data.what).toBe('The folder "Inbox" does not exist, or the account may not see it.');
    expect(operations(box.server)).toEqual(['SyncFolderItems']);
  });

  it('watches folders inside, each with a state of its own', async () => {
    const below =
      '<m:RootFolder IndexedPagingOffset="1" IncludesLastItemInRange="true"><t:Folders><t:Folder><t:FolderId Id="f"/><t:DisplayName>x</t:DisplayName></t:Folder></t:Folders></m:RootFolder>';
    const box = await scriptedMailbox(({ operation, body }) => {
      if (operation === 'FindFolder') return messages('FindFolder', below);
      if (operation === 'GetItem') return items(body);
      const place = body.includes('FolderId Id="f"') ? 'f' : 'inbox';
      return sync(`${place}+`, stateIn(body) === undefined ? [] : [change('Create', `in ${place}`)]);
    });
    closing.push(box.close);
    expect(await noticed(box, 2, { subfolders: true })).toEqual(['in inbox', 'in f']);
  });
});
