import { LineCounter, parseDocument, type Document } from 'yaml';
import type { z } from 'zod';
import { AppError } from '../../errors/appError.ts';
import { conflictsIn } from '../mergeMarkers.ts';
import { migrate, type Migration } from '../migrations/migration.ts';
import { patchText, rewrittenText } from './patch.ts';
import { isMap, samePlain, withoutEmpty } from './plain.ts';
import { renderFile } from './render.ts';

/** A kind of workspace file: its schema, its versions, and how it is written. */
export interface FileKind<T> {
  readonly formatVersion: number;
  readonly migrations: readonly Migration[];
  readonly schema: z.ZodType<T>;
  /** The value as a new file holds it: keys in order, defaults left out, `formatVersion` first. */
  readonly plain: (value: T) => Record<string, unknown>;
}

/** A file that was read. `readOnly`: a newer version wrote it, so saving would lose what this one does not know. */
export interface ParsedFile<T> {
  readonly value: T;
  readonly readOnly: boolean;
}

interface Source {
  readonly text: string;
  readonly found: number;
  readonly raw: Readonly<Record<string, unknown>>;
  readonly lineOf: (path: readonly PropertyKey[]) => string | undefined;
}

function documentOf(text: string, file: string): { document: Document; lines: LineCounter } {
  const [conflict] = conflictsIn(text);
  if (conflict !== undefined) throw new AppError('file.conflict', { file, line: String(conflict.start), count: String(conflictsIn(text).length) });
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const [problem] = document.errors;
  if (problem !== undefined) throw new AppError('file.broken', { file, line: String(lines.linePos(problem.pos[0]).line), problem: problem.message });
  return { document, lines };
}

/** What a document holds. Aliases that multiply each other are refused before they fill the memory. */
function plainOf(document: Document, file: string): unknown {
  try {
    return document.toJS();
  } catch (thrown) {
    throw new AppError('file.invalid', { file, where: 'an alias', problem: thrown instanceof Error ? thrown.message : String(thrown) });
  }
}

/** Reads the text and brings an older version's text to this one. */
function sourceOf<T>(kind: FileKind<T>, text: string, file: string): Source {
  const { document, lines } = documentOf(text, file);
  const raw = withoutEmpty(plainOf(document, file));
  if (!isMap(raw)) throw new AppError('file.invalid', { file, where: 'the file', problem: 'It holds no names with values.' });
  const found = typeof raw.formatVersion === 'number' ? raw.formatVersion : 1;
  if (found < kind.formatVersion) {
    const migrated = patchText(text, raw, migrate(raw, found, kind.migrations));
    return sourceOf(kind, migrated, file);
  }
  const lineOf = (path: readonly PropertyKey[]): string | undefined => {
    for (let length = path.length; length > 0; length -= 1) {
      const node = document.getIn(path.slice(0, length), true);
      const range = typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range) ? node.range : [];
      if (typeof range[0] === 'number') return String(lines.linePos(range[0]).line);
    }
    return undefined;
  };
  return { text, found, raw, lineOf };
}

function valueOf<T>(kind: FileKind<T>, source: Source, file: string): T {
  const parsed = kind.schema.safeParse(source.raw);
  if (parsed.success) return parsed.data;
  if (source.found > kind.formatVersion) throw tooNew(kind, source.found, file);
  const [issue] = parsed.error.issues;
  const line = issue === undefined ? undefined : source.lineOf(issue.path);
  throw new AppError('file.invalid', {
    file,
    where: issue?.path.join(' > ') || 'the file',
    problem: issue?.message ?? '',
    ...(line === undefined ? {} : { line }),
  });
}

const tooNew = <T>(kind: FileKind<T>, found: number, file: string): AppError =>
  new AppError('file.tooNew', { file, found: String(found), known: String(kind.formatVersion) });

/** Reads a file. Throws AppError `file.conflict`, `file.broken`, `file.invalid`, or `file.tooNew` when not even reading is possible. */
export function parseFile<T>(kind: FileKind<T>, text: string, file: string): ParsedFile<T> {
  const source = sourceOf(kind, text, file);
  return { value: valueOf(kind, source, file), readOnly: source.found > kind.formatVersion };
}

/** The text of a new file. */
export function newFile<T>(kind: FileKind<T>, value: T): string {
  return renderFile(kind.plain(value));
}

/** The text of a file that gets a new value. Unchanged values leave its bytes as they are. Throws AppError `file.tooNew`. */
export function changedFile<T>(kind: FileKind<T>, text: string, value: T, file: string): string {
  const source = sourceOf(kind, text, file);
  if (source.found > kind.formatVersion) throw tooNew(kind, source.found, file);
  const after = kind.plain(value);
  const before = kind.plain(valueOf(kind, source, file));
  if (samePlain(before, after)) return text;
  const patched = patchText(source.text, before, after);
  return saysThis(kind, patched, after) ? patched : rewrittenText(source.text, before, after);
}

/** Guards the splicing above: a text that would read differently is never written. */
function saysThis<T>(kind: FileKind<T>, text: string, after: Record<string, unknown>): boolean {
  const document = parseDocument(text);
  if (document.errors.length > 0) return false;
  const parsed = kind.schema.safeParse(withoutEmpty(document.toJS()));
  return parsed.success && samePlain(kind.plain(parsed.data), after);
}
