import { describe, expect, test } from 'vitest';
import { parseFile } from '../../../shared/workspace/files/fileKind.ts';
import { runbookFile } from '../../../shared/workspace/files/runbookFile.ts';
import { conflictsIn, withSide } from '../../../shared/workspace/mergeMarkers.ts';

const text = ['name: a', '<<<<<<< HEAD', 'description: mine', '=======', 'description: theirs', '>>>>>>> feature', 'order: item by item', ''].join('\n');
const threeWay = ['<<<<<<< HEAD', 'mine', '||||||| base', 'common', '=======', 'theirs', '>>>>>>> feature', 'end'].join('\n');

describe('merge markers', () => {
  test('are found by their lines', () => {
    expect(conflictsIn(text)).toEqual([{ start: 2, middle: 4, end: 6 }]);
    expect(conflictsIn('a\n=======\nb\n>>>>>>> c\n')).toEqual([]);
    expect(conflictsIn('text: <<<<<<< not at the start')).toEqual([]);
  });

  test('are resolved to either side, and the common ancestor belongs to neither', () => {
    expect(withSide(text, 'upper')).toBe('name: a\ndescription: mine\norder: item by item\n');
    expect(withSide(text, 'lower')).toBe('name: a\ndescription: theirs\norder: item by item\n');
    expect(withSide(threeWay, 'upper')).toBe('mine\nend');
    expect(withSide(threeWay, 'lower')).toBe('theirs\nend');
  });

  test('make a file one that cannot be read as a runbook, with the line of the first', () => {
    expect(() => parseFile(runbookFile, text, 'runbooks/a.yaml')).toThrow(expect.objectContaining({ data: expect.objectContaining({ code: 'file.conflict', details: { file: 'runbooks/a.yaml', line: '2', count: '1' } }) }));
  });
});
