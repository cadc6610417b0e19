import { prettyBody } from '../../../shared/trace/prettyBody.ts';
import { foldedFrom, startingFolds, type DocumentPart } from '../../../shared/trace/startingFolds.ts';
import { problemLines } from './problemLines.ts';

/** A body to read. */
export interface FormattedBody {
  readonly text: string;
  /** Lines, from 1, that say that something went wrong, were it a response. */
  readonly problems: readonly number[];
  /** What is folded at first: nothing of a document that can be taken in. The first problem is never folded. */
  readonly folds: readonly DocumentPart[];
}

/** Where a line, from 1, begins. */
function startOf(text: string, line: number): number {
  let from = 0;
  for (let at = 1; at < line; at += 1) from = text.indexOf('\n', from) + 1;
  return from;
}

/** Indents a body, and finds in it what is to be seen first. */
export function formatBody(body: string): FormattedBody {
  const text = prettyBody(body);
  const problems = problemLines(text);
  if (text.length < foldedFrom || !text.trimStart().startsWith('<')) return { text, problems, folds: [] };
  const shown = problems[0] === undefined ? -1 : startOf(text, problems[0]);
  return { text, problems, folds: startingFolds(text).filter(({ from, to }) => shown < from || shown > to) };
}
