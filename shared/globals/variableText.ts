import { localParts, localTime, type TimeParts } from '../fields/localTime.ts';

/** The parts `NOW(part)` knows (learn.microsoft.com/system-center/orchestrator/control-runbook-activities). */
const nowParts: Readonly<Record<string, keyof TimeParts>> = {
  day: 'day',
  dayofweek: 'weekday',
  dayofyear: 'dayOfYear',
  month: 'month',
  year: 'year',
  hour: 'hours',
  minute: 'minutes',
  second: 'seconds',
  millisecond: 'milliseconds',
};

/** What special values are worked out from. */
export interface VariableSources {
  /** Milliseconds since 1970-01-01 UTC. */
  readonly now: number;
  /** The environment variable of this name, whatever its case; undefined for an unknown one. */
  environment(name: string): string | undefined;
}

/**
 * What a plain variable stands for when it is used (runbook-model 2.6): a value that is `NOW()` or `NOW(part)` and nothing else is the
 * current time or a part of it; `%NAME%` is an environment variable, and stays as typed where there is none.
 */
export function variableText(value: string, { now, environment }: VariableSources): string {
  const [, part] = /^\s*NOW\(\s*([A-Za-z]*)\s*\)\s*$/i.exec(value) ?? [];
  if (part === '') return localTime(now);
  const named = part === undefined ? undefined : nowParts[part.toLowerCase()];
  if (named !== undefined) return localParts(now)[named];
  return value.replace(/%([^%\s][^%]*)%/g, (typed, name: string) => environment(name) ?? typed);
}

/** Looks a name up without regard to case, in what the system gave a process. */
export function environmentOf(variables: Readonly<Record<string, string | undefined>>): (name: string) => string | undefined {
  return (name) => {
    const exact = variables[name];
    if (exact !== undefined) return exact;
    const found = Object.keys(variables).find((candidate) => candidate.toLowerCase() === name.toLowerCase());
    return found === undefined ? undefined : variables[found];
  };
}
