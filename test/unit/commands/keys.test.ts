import { describe, expect, test } from 'vitest';
import { conflictsOf, isSingleKey, keyOf, mayHaveKey } from '../../../shared/commands/keys.ts';

const delivered = { keys: {}, singleKeys: true };

describe('the key of a command', () => {
  test('is its own, the person’s, or none', () => {
    expect(keyOf('file.save', delivered)).toBe('CmdOrCtrl+S');
    expect(keyOf('file.save', { ...delivered, keys: { 'file.save': 'F2' } })).toBe('F2');
    expect(keyOf('file.save', { ...delivered, keys: { 'file.save': '' } })).toBeUndefined();
    expect(keyOf('file.openDemo', delivered)).toBeUndefined();
  });

  test('is gone where single keys are switched off, and only then', () => {
    const off = { keys: {}, singleKeys: false };
    expect([keyOf('runbook.linkTo', off), keyOf('runbook.addActivity', off)]).toEqual([undefined, undefined]);
    expect([keyOf('runbook.delete', off), keyOf('run.test', off), keyOf('edit.undo', off)]).toEqual(['Delete', 'F5', 'CmdOrCtrl+Z']);
  });

  test.each([['L', true], ['Shift+A', true], ['1', true], ['Plus', true], ['F5', false], ['Delete', false], ['CmdOrCtrl+L', false], ['Alt+L', false]])('%s is a single key: %s', (key, single) => {
    expect(isSingleKey(key)).toBe(single);
  });
});

describe('another key', () => {
  test('names what already has it, whatever the case', () => {
    expect(conflictsOf('file.save', 'cmdorctrl+n', delivered)).toEqual(['file.newRunbook']);
    expect(conflictsOf('file.newRunbook', 'CmdOrCtrl+N', delivered)).toEqual([]);
    expect(conflictsOf('file.save', 'CmdOrCtrl+N', { ...delivered, keys: { 'file.newRunbook': '' } })).toEqual([]);
  });

  test('of the whole window needs a modifier or a function key', () => {
    expect([mayHaveKey('file.save', 'K'), mayHaveKey('file.save', 'Shift+K'), mayHaveKey('file.save', 'Delete')]).toEqual([false, false, false]);
    expect([mayHaveKey('file.save', 'CmdOrCtrl+K'), mayHaveKey('file.save', 'Shift+F7'), mayHaveKey('runbook.linkTo', 'K')]).toEqual([true, true, true]);
  });
});
