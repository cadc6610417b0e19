import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { allSuites } from '../../electron/dev/suites.mjs';
import { codeFiles, linesMatching, sourceFiles } from './sources.ts';

const root = resolve(import.meta.dirname, '../..');
const mostLines = 300;

/** Joined from pieces, so that this file does not hold what it forbids. */
const words = (...pieces: readonly (readonly string[])[]): RegExp => new RegExp(pieces.map((parts) => parts.join('')).join('|'));

const files = codeFiles();
const tests = files.filter(({ path }) => path.startsWith('test/'));

describe('guardrails', () => {
  it('finds the sources at all', () => {
    expect(files.length).toBeGreaterThan(100);
    expect(tests.length).toBeGreaterThan(5);
  });

  it('lets nobody switch a check off', () => {
    const switches = words(['@ts', '-ignore'], ['@ts', '-expect-error'], ['@ts', '-nocheck'], ['eslint', '-disable'], ['oxlint', '-disable'], ['prettier', '-ignore'], ['v8 ', 'ignore'], ['istanbul ', 'ignore']);
    expect(linesMatching(files, switches)).toEqual([]);
  });

  it('has no enum, which erases badly and compares by name', () => {
    expect(linesMatching(files, /^\s*(export )?(declare )?(const )?enum [A-Z]/)).toEqual([]);
  });

  it('never waits for a length of time in a test', () => {
    const sleeps = words(['waitFor', 'Timeout\\('], ['set', 'Timeout\\(\\s*(resolve|done|r|res|finish)\\b'], ['timers', '/promises'], ['Atomics', '\\.wait\\(']);
    expect(linesMatching(tests, sleeps)).toEqual([]);
  });

  it('leaves no test out and runs none alone', () => {
    const partial = words(['\\b(it|test|describe)\\.', '(only|skip|todo|fixme|fails)\\b'], ['\\b(it|test|describe)\\.', '(skipIf|runIf)\\b']);
    expect(linesMatching(tests, partial)).toEqual([]);
  });

  it('has every test in one suite, or among the end-to-end tests', () => {
    const within = (path: string, folder: string): boolean => path.startsWith(`${folder}/`);
    const paths = tests.map(({ path }) => path).filter((path) => /[.](test|spec)[.]tsx?$/.test(path));
    expect(paths.filter((path) => !(path.endsWith('.spec.ts') ? ['test/e2e/specs', 'test/e2e/pictures'] : allSuites).some((folder) => within(path, folder)))).toEqual([]);
    expect(allSuites.filter((folder, index) => allSuites.indexOf(folder) !== index || !paths.some((path) => within(path, folder)))).toEqual([]);
    // Under another name nobody would run it.
    const runs = words(['from ', "'vitest'"], ['from ', "'@playwright/test'"]);
    expect(linesMatching(tests.filter(({ path, text }) => !paths.includes(path) && runs.test(text)), /^(test|it|describe)(\.each)?\(/)).toEqual([]);
  });

  it(`keeps files within ${mostLines} lines`, () => {
    const long = files.map(({ path, text }) => ({ path, lines: text.trimEnd().split('\n').length })).filter(({ lines }) => lines > mostLines);
    expect(long).toEqual([]);
  });

  it('names files in camel case or, for components, in Pascal case', () => {
    const isName = /^[a-z][A-Za-z0-9]*(\.(test|spec|config|bench|d|vite\.config))?\.(ts|mjs)$|^[A-Z][A-Za-z0-9]*(\.test)?\.tsx$|^[a-z][A-Za-z0-9]*(\.test)?\.tsx$/;
    const odd = files.map(({ path }) => path).filter((path) => !path.endsWith('.cjs') && !isName.test(path.split('/').at(-1) ?? '') && !/(vite-env\.d|electron\.vite\.config)\.ts$/.test(path));
    expect(odd).toEqual([]);
  });

  it('gives every file and folder a name that says something', () => {
    const empty = /(^|\/)(utils?|helpers?|common|misc|manager|service|[a-zA-Z]+(Utils?|Helpers?|Misc|Manager|Service))(\.[a-z.]+)?(\/|$)/;
    expect(files.map(({ path }) => path).filter((path) => empty.test(path))).toEqual([]);
  });

  it('names no path and no host of the computer it was written on', () => {
    const places = words(['/', 'work/'], ['/', 'root/'], ['/tmp/', 'brief'], ['127\\.0\\.0\\.1:', '4873']);
    expect(linesMatching(sourceFiles(), places)).toEqual([]);
    expect(readFileSync(join(root, 'package-lock.json'), 'utf8')).not.toContain('"resolved": "http');
  });

  it('pins every dependency to one version', () => {
    const manifest: { dependencies: Record<string, string>; devDependencies: Record<string, string> } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    const loose = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies }).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version));
    expect(loose).toEqual([]);
  });
});
