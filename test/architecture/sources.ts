import { readFileSync, readdirSync } from 'node:fs';
import { extname, join, relative, resolve, sep } from 'node:path';

/** A text file of the repository. */
export interface SourceFile {
  /** From the repository's folder, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

const root = resolve(import.meta.dirname, '../..');
const folders = ['shared', 'electron', 'renderer', 'test', 'docs', '.ci'];
const textEndings = new Set(['.ts', '.tsx', '.mjs', '.cjs', '.json', '.yaml', '.yml', '.md', '.html', '.css', '.sh', '']);

/** Every text file we wrote: not the official schema, whose text is Microsoft's. */
export function sourceFiles(): SourceFile[] {
  const nested = folders.flatMap((folder) => readdirSync(join(root, folder), { recursive: true, withFileTypes: true }));
  const atTop = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.name !== 'package-lock.json' && entry.name !== '.git');
  return [...nested, ...atTop]
    .filter((entry) => entry.isFile() && textEndings.has(extname(entry.name)))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => ({ path: relative(root, file).split(sep).join('/'), text: readFileSync(file, 'utf8') }))
    .filter(({ path }) => !path.startsWith('test/contract/schema/'));
}

/** Those that hold code. */
export function codeFiles(): SourceFile[] {
  return sourceFiles().filter(({ path }) => /\.(tsx?|mjs|cjs)$/.test(path));
}

/** `path:line: text` for each line that a pattern meets. */
export function linesMatching(files: readonly SourceFile[], pattern: RegExp): string[] {
  return files.flatMap(({ path, text }) => text.split('\n').flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1}: ${line.trim()}`] : [])));
}
