import { AppError } from '../../../shared/errors/appError.ts';
import { againReasons, readOperations } from '../../../shared/trace/sendAgain.ts';
import { XmlReader } from './xmlReader.ts';

/** Throws AppError `trace.notSentAgain` unless a request document asks for one operation, and that one only reads; `exchange.brokenXml` where it is none. */
export function assertOnlyReads(document: string): void {
  const operations: string[] = [];
  const reader = new XmlReader({
    wanted: ([root, part, ...inside]) => root === 'Envelope' && part === 'Body' && inside.length === 1,
    take: ({ name }) => operations.push(name),
  });
  reader.write(document);
  reader.close();
  const [only] = operations;
  if (only === undefined || operations.length > 1 || !readOperations.has(only)) throw new AppError('trace.notSentAgain', { reason: againReasons.writes });
}
