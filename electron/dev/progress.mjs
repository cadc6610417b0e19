import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { root } from './paths.mjs';

/** A set-up step that cannot go on: what happened, and what the person can do about it. */
export class SetUpError extends Error {
  constructor(what, fix) {
    super(what);
    this.fix = fix;
  }
}

/** Set-up talks on standard error, so that a command's own output can be piped. */
export function say(text) {
  process.stderr.write(`${text}\n`);
}

/** Says what is being done, that it is still going on every ten seconds, and how long it took. */
export async function during(text, work) {
  const started = Date.now();
  const seconds = () => Math.round((Date.now() - started) / 1000);
  say(`- ${text}`);
  const ticks = setInterval(() => say(`  still working, ${seconds()} s`), 10_000);
  try {
    return await work();
  } finally {
    clearInterval(ticks);
    if (seconds() > 0) say(`  ${seconds()} s`);
  }
}

/** Runs a program quietly; its output goes to a log that a failure quotes. Rejects with a `SetUpError`. */
export function runQuietly(name, command, args, { fix, env = process.env, cwd = root } = {}) {
  const folder = join(root, '.cache/set-up');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${name}.log`);
  return new Promise((done, fail) => {
    const log = createWriteStream(file);
    const child = spawn(command, args, { cwd, env: { ...env, NO_COLOR: '1' }, stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.pipe(log, { end: false });
    child.stderr.pipe(log, { end: false });
    const stop = (reason) =>
      log.end(() => fail(new SetUpError(`${reason}\n${lastLines(readFileSync(file, 'utf8'), 15)}`, `${fix ?? ''} The whole output is in ${file}.`.trim())));
    child.once('error', (error) => stop(`${command} could not be started: ${error.message}`));
    child.once('close', (code) => (code === 0 ? log.end(done) : stop(`${[command, ...args].join(' ')} ended with status ${code}.`)));
  });
}

/** Runs a program that talks to the person directly; answers its exit status (130 when it was interrupted). */
export function runVisibly(command, args, env = process.env) {
  return new Promise((done) => {
    const child = spawn(command, args, { cwd: root, env, stdio: 'inherit' });
    const passOn = (signal) => child.kill(signal);
    process.once('SIGTERM', passOn);
    // The terminal interrupts the whole group; the child decides when it has stopped.
    process.on('SIGINT', () => {});
    child.once('error', (error) => {
      say(`${command} could not be started: ${error.message}`);
      done(1);
    });
    child.once('close', (code, signal) => done(code ?? (signal === 'SIGINT' ? 130 : 1)));
  });
}

/** Runs a script's work; a failure is told with what to do, never as a bare stack. */
export async function main(work) {
  try {
    process.exitCode = (await work()) ?? 0;
  } catch (error) {
    if (error instanceof SetUpError) say(`\nStopped: ${error.message}\nWhat to do: ${error.fix}`);
    else say(`\nStopped by a defect of the set-up scripts:\n${error instanceof Error ? error.stack : String(error)}`);
    process.exitCode = 1;
  }
}

/** The end of a log, without the stacks of the tools that wrote it. */
function lastLines(text, count) {
  const plain = stripVTControlCharacters(text).trimEnd();
  const lines = plain.split('\n').filter((line) => !/^\s+at .*node_modules/.test(line));
  return lines
    .slice(-count)
    .map((line) => `  | ${line}`)
    .join('\n');
}
