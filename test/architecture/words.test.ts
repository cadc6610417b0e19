import { describe, expect, it } from 'vitest';
import { commands } from '../../shared/commands/commands.ts';
import { catalogue } from '../../shared/errors/catalogue.ts';
import type { ErrorTexts } from '../../shared/errors/catalogue/entry.ts';
import { codeFiles, linesMatching } from './sources.ts';

/** Joined from pieces, so that this file does not hold what it forbids. */
const words = (...pieces: readonly (readonly string[])[]): RegExp => new RegExp(`\\b(${pieces.map((parts) => parts.join('')).join('|')})\\b`, 'i');

/** Texts that a person can read stand in strings and between tags of these folders; the demo's mail is written by made-up people. */
const shown = codeFiles().filter(({ path }) => /^(shared|renderer|electron)\//.test(path) && !/^electron\/(demo|dev)\//.test(path));

/** Strings and texts between tags that read like a sentence: more than one word. Comments are no texts. */
const texts = shown.flatMap(({ path, text }) => {
  const code = text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/(^|\s)\/\/ .*$/gm, '');
  const strings = [...code.matchAll(/'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`|>([^<>{}=;]+)</g)].map((match) => match.slice(1).find((part) => part !== undefined) ?? '');
  return strings.filter((one) => /[a-z] [a-z]/i.test(one)).map((one) => `${path}: ${one.replaceAll(/\s+/g, ' ').trim()}`);
});
const said = (pattern: RegExp): string[] => texts.filter((one) => pattern.test(one.slice(one.indexOf(': ') + 2)));

describe('what the app says', () => {
  it('is found at all', () => {
    expect(texts.length).toBeGreaterThan(1500);
    expect(said(/^Choose a connection/).length + said(/EWS is switched off/).length).toBeGreaterThan(0);
  });

  it('does not beg, apologize, cheer or ask whether somebody is sure', () => {
    expect(said(words(['ple', 'ase'], ['oo', 'ps'], ['so', 'rry'], ['unfortu', 'nately'], ['success', 'fully'], ['are you', ' sure'], ['something', ' went wrong']))).toEqual([]);
  });

  it('speaks of no "we", because a program is nobody', () => {
    expect(said(words(['w', 'e'], ["w", "e're"], ['o', 'ur']))).toEqual([]);
  });

  it('has no exclamation mark', () => {
    expect(said(/[A-Za-z]!(?:\s|$)/)).toEqual([]);
  });

  it('is spelled as Exchange and Orchestrator are', () => {
    expect(said(words(['colo', 'ur\\w*'], ['behavi', 'our\\w*'], ['organi', 'sation\\w*'], ['licen', 'ce'], ['authori', 's\\w+'], ['recogni', 's\\w+'], ['cata', 'logue'], ['cen', 'tre\\w*']))).toEqual([]);
  });
});

describe('a measure', () => {
  /** What is typed into the filter of the traces has no space; styles are no texts. */
  const others = /traceFilter|TraceFilterBox|componentStyles|lazyPart/;

  it('has its unit after a space, and a unit has one name', () => {
    expect(said(/\d(ms|s|min|KB|MB|GB)(?!\w)/).filter((one) => !others.test(one))).toEqual([]);
    expect(said(words(['k', 'B'], ['Ki', 'B'], ['Mi', 'B'], ['ms', 'ecs?'], ['se', 'cs?'], ['mi', 'ns'], ['hr', 's']))).toEqual([]);
  });

  it('is worked out in one place', () => {
    const written = linesMatching(shown, /\$\{[^}]*(?:toFixed|round|toLocaleString)[^}]*\} (?:ms|s|KB|MB|GB)\b/).map((line) => line.slice(0, line.indexOf(':')));
    expect([...new Set(written)]).toEqual(['shared/text/measures.ts']);
  });
});

describe('a button', () => {
  it('names what it does; OK is Orchestrator\'s word for keeping a configuration', () => {
    expect(linesMatching(shown, />(Yes|No|Ok|OK|Submit|Confirm|Done)<\/Button>|action="(Yes|OK|Submit|Confirm)"/).map((line) => line.slice(0, line.indexOf(':')))).toEqual(['renderer/features/connections/ConnectionDialog.tsx']);
  });
});

/** Details that answer every question with the same sentence: some texts quote what another program said. */
const details: Readonly<Record<string, string>> = new Proxy({}, { get: () => 'Contoso said so.' });
const errors: readonly { readonly code: string; readonly texts: ErrorTexts; readonly kind: string }[] = Object.entries(catalogue).map(([code, { texts: of, kind }]) => ({ code, texts: of(details), kind }));
const isSentence = (one: string): boolean => /^["“A-Z0-9].*[.)"”]$/s.test(one) && !one.includes('undefined');

describe('an error', () => {
  it('says in sentences what happened, why, and what to do', () => {
    const fragments = errors.flatMap(({ code, texts: { what, why, fix } }) => [what, ...(why === undefined ? [] : [why]), ...fix].filter((one) => !isSentence(one)).map((one) => `${code}: ${one}`));
    expect(fragments).toEqual([]);
  });

  it('has a next step, unless a person stopped it', () => {
    expect(errors.filter(({ kind, texts: { fix } }) => fix.length === 0 && kind !== 'cancelled').map(({ code }) => code)).toEqual([]);
  });
});

describe('a command', () => {
  it('is explained by one sentence', () => {
    expect(Object.entries(commands).filter(([, { help }]) => !/^[A-Z].*[^.]\.$/.test(help)).map(([id]) => id)).toEqual([]);
  });
});
