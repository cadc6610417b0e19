import { describe, expect, test } from 'vitest';
import { activities } from '../../../shared/activities/registry.ts';
import { fragmentOf, paste } from '../../../shared/runbook/fragment.ts';
import { mailRunbook, runbook } from '../../fixtures/runbooks.ts';

describe('a fragment', () => {
  test('holds activities, their places and the links among them, in the order of the runbook', () => {
    const fragment = fragmentOf(mailRunbook, ['reply', 'find']);
    expect(Object.keys(fragment.activities)).toEqual(['find', 'reply']);
    expect(fragment.links.map(({ from, to }) => [from, to])).toEqual([['find', 'reply']]);
    expect(fragment.layout).toEqual({ find: [240, 0], reply: [480, 0] });
  });

  test('gets names and keys of its own, and references and links follow to them', () => {
    const { runbook: pasted, activities: keys } = paste(mailRunbook, fragmentOf(mailRunbook, ['find', 'reply']), activities);
    expect(keys).toEqual(['find-mail-2', 'reply-2']);
    expect(pasted.activities['find-mail-2']?.name).toBe('Find mail 2');
    expect(pasted.activities['reply-2']?.properties).toMatchObject({ id: '{{find-mail-2.ID}}', bodyPrefix: 'Received: {{find-mail-2.Subject}}' });
    expect(pasted.activities['find-mail-2']?.filters).toEqual([{ field: 'Subject', operator: 'contains', value: '{{start.Prefix}}' }]);
    expect(pasted.links.slice(3)).toMatchObject([{ from: 'find-mail-2', to: 'reply-2' }]);
    expect(pasted.layout).toMatchObject({ 'find-mail-2': [272, 80], 'reply-2': [512, 80] });
    expect(pasted.activities['reply']).toBe(mailRunbook.activities['reply']);
  });

  test('keeps its connections in another runbook and goes around a point there', () => {
    const { runbook: pasted, activities: keys } = paste(runbook({}), fragmentOf(mailRunbook, ['find', 'reply']), activities, [1000, 500]);
    expect(keys).toEqual(['find-mail', 'reply']);
    expect(pasted.activities['reply']).toMatchObject({ connection: 'send', properties: { id: '{{find-mail.ID}}' } });
    expect(pasted.layout).toEqual({ 'find-mail': [776, 456], reply: [1016, 456] });
  });

  test('passes over links that lead out of it, as in a text that was written by hand', () => {
    const fragment = { ...fragmentOf(mailRunbook, ['reply']), links: mailRunbook.links };
    expect(paste(runbook({}), fragment, activities).runbook.links).toEqual([]);
  });

  test('lets a junction name the copy of its branch', () => {
    const joined = runbook({
      activities: {
        find: { type: 'exchange.getItem', name: 'Find' },
        join: { type: 'control.junction', name: 'Join', properties: { returnDataFrom: 'find' } },
      },
      links: [{ from: 'find', to: 'join' }],
    });
    expect(paste(joined, fragmentOf(joined, ['find', 'join']), activities).runbook.activities['join-2']?.properties).toEqual({ returnDataFrom: 'find-2' });
    expect(paste(joined, fragmentOf(joined, ['join']), activities).runbook.activities['join-2']?.properties).toEqual({ returnDataFrom: 'find' });
  });
});
