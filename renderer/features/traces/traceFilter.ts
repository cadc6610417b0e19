import type { TraceSummary } from '../../../shared/trace/record.ts';

/** Whether a pair is a failure: of HTTP, of Exchange, or without any answer. */
export const isError = ({ result }: Pick<TraceSummary, 'result'>): boolean => result.class === 'error' || result.class === 'none';

const statusWords: Readonly<Record<string, (summary: TraceSummary) => boolean>> = {
  error: isError,
  ok: ({ result }) => result.class === 'success',
  success: ({ result }) => result.class === 'success',
  warning: ({ result }) => result.class === 'warning',
  throttled: ({ result }) => result.class === 'throttled',
};

function fits(summary: TraceSummary, activity: string, word: string): boolean {
  const [, name = '', value = ''] = /^(status|op|activity|code):(.*)$/i.exec(word) ?? [];
  const wanted = value.toLowerCase();
  switch (name.toLowerCase()) {
    case 'status':
      return statusWords[wanted]?.(summary) ?? String(summary.status ?? '').startsWith(wanted);
    case 'op':
      return summary.operation.toLowerCase().includes(wanted);
    case 'activity':
      return activity.toLowerCase().includes(wanted);
    case 'code':
      return summary.result.code.toLowerCase().includes(wanted);
    default:
      return `${summary.operation} ${activity} ${summary.result.code} ${summary.result.text ?? ''} ${summary.url} ${summary.connection} ${summary.requestId}`.toLowerCase().includes(word.toLowerCase());
  }
}

/** Splits a filter at spaces; words in double quotes stay together. */
const wordsOf = (filter: string): readonly string[] => (filter.match(/(?:[^\s"]|"[^"]*")+/g) ?? []).map((word) => word.replaceAll('"', ''));

/** The pairs that pass a filter: every word has to fit, `status:error op:FindItem activity:reply code:Busy` or plain text. */
export function filterTraces(summaries: readonly TraceSummary[], filter: string, activityName: (summary: TraceSummary) => string): readonly TraceSummary[] {
  const words = wordsOf(filter);
  return words.length === 0 ? summaries : summaries.filter((summary) => words.every((word) => fits(summary, activityName(summary), word)));
}
