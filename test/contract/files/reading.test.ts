import { describe, expect, test } from 'vitest';
import { AppError, type AppErrorData } from '../../../shared/errors/appError.ts';
import { Runbook } from '../../../shared/runbook/runbook.ts';
import { connectionFile } from '../../../shared/workspace/files/connectionFile.ts';
import { changedFile, newFile, parseFile, type FileKind } from '../../../shared/workspace/files/fileKind.ts';
import { runbookFile } from '../../../shared/workspace/files/runbookFile.ts';

function errorOf(work: () => unknown): AppErrorData {
  try {
    work();
  } catch (thrown) {
    if (thrown instanceof AppError) return thrown.data;
    throw thrown;
  }
  throw new Error('Nothing was thrown.');
}

describe('a file that cannot be used', () => {
  test('broken YAML names the line', () => {
    const error = errorOf(() => parseFile(runbookFile, 'name: A\nactivities:\n  a: [1, 2\n', 'runbooks/a.yaml'));
    expect(error.code).toBe('file.broken');
    expect(error.what).toMatch(/^runbooks\/a\.yaml is not valid YAML: line [34]\.$/);
  });

  test('merge markers are a conflict at their line', () => {
    const error = errorOf(() => parseFile(runbookFile, 'formatVersion: 1\n<<<<<<< HEAD\nname: A\n=======\nname: B\n>>>>>>> other\n', 'x.yaml'));
    expect(error.code).toBe('file.conflict');
    expect(error.details?.['line']).toBe('2');
  });

  test('the same key twice is refused, because one of the two would be lost', () => {
    expect(errorOf(() => parseFile(connectionFile, 'name: A\ntype: Exchange Configuration\nname: B\n', 'x')).code).toBe('file.broken');
  });

  test('a value of the wrong form names its place and line', () => {
    const error = errorOf(() => parseFile(runbookFile, 'name: A\nactivities:\n  a:\n    type: t\n    name: A\n    disabled: perhaps\n', 'x.yaml'));
    expect(error).toMatchObject({ code: 'file.invalid', details: { where: 'activities > a > disabled', line: '6' } });
  });

  test('an empty file says so', () => {
    expect(errorOf(() => parseFile(runbookFile, '', 'x.yaml')).code).toBe('file.invalid');
  });

  test('aliases that grow without end are refused', () => {
    const bomb = [
      'a: &a [x,x,x,x,x,x,x,x,x]',
      'b: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]',
      'c: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]',
      'd: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c]',
      'name: [*d,*d,*d,*d]',
    ].join('\n');
    expect(errorOf(() => parseFile(runbookFile, bomb, 'x.yaml')).code).toBe('file.invalid');
  });
});

describe('a file of a newer version', () => {
  const text = 'formatVersion: 99\nname: From the future\nnovelty: true\n';

  test('is read, and cannot be saved', () => {
    const { value, readOnly } = parseFile(runbookFile, text, 'x.yaml');
    expect(readOnly).toBe(true);
    expect(value.name).toBe('From the future');
    const error = errorOf(() => changedFile(runbookFile, text, { ...value, name: 'Changed' }, 'x.yaml'));
    expect(error).toMatchObject({ code: 'file.tooNew', details: { found: '99', known: '1' } });
  });

  test('that cannot even be read says which version is needed', () => {
    expect(errorOf(() => parseFile(runbookFile, 'formatVersion: 99\ntitle: renamed\n', 'x.yaml')).code).toBe('file.tooNew');
  });
});

describe('a new file', () => {
  test('has its keys in order and no defaults', () => {
    const runbook = Runbook.parse({
      name: 'A',
      activities: { a: { type: 'control.initializeData', name: 'A', properties: { parameters: [{ name: 'Ticket' }], note: 'One\nTwo\n' } } },
      links: [{ from: 'a', to: 'a' }],
      layout: { a: [0, 8] },
    });
    expect(newFile(runbookFile, runbook)).toBe(
      [
        'formatVersion: 1',
        'name: A',
        'activities:',
        '  a:',
        '    type: control.initializeData',
        '    version: 1',
        '    name: A',
        '    properties:',
        '      parameters:',
        '        - name: Ticket',
        '      note: |',
        '        One',
        '        Two',
        'links:',
        '  - from: a',
        '    to: a',
        'layout:',
        '  a: [0, 8]',
        '',
      ].join('\n'),
    );
  });
});

describe('a file of an older version', () => {
  /** The runbook format as if `description` had been called `about` in version 1. */
  const later: FileKind<Runbook> = {
    ...runbookFile,
    formatVersion: 2,
    migrations: [{ to: 2, summary: 'about is called description', apply: ({ about, ...rest }) => ({ ...rest, description: about }) }],
    plain: (runbook) => ({ ...runbookFile.plain(runbook), formatVersion: 2 }),
  };
  const text = '# kept\nformatVersion: 1\nname: Old # this too\nabout: What it does\nx-mine: 1\n';

  test('is brought forward when it is read, and the file is not touched', () => {
    const { value, readOnly } = parseFile(later, text, 'x.yaml');
    expect(value.description).toBe('What it does');
    expect(readOnly).toBe(false);
  });

  test('is written in the new version with the next change, comments and unknown keys included', () => {
    const { value } = parseFile(later, text, 'x.yaml');
    expect(changedFile(later, text, { ...value, name: 'New' }, 'x.yaml')).toBe(
      '# kept\nformatVersion: 2\nname: New # this too\nx-mine: 1\ndescription: What it does\n',
    );
  });
});
