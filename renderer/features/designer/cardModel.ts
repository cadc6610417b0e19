import type { Registry } from '../../../shared/activities/registry.ts';
import type { Effect } from '../../../shared/activities/defineActivity.ts';
import type { ConnectionEntry } from '../../../shared/connections/draft.ts';
import type { ActivityView, ExecutionState, LoopView } from '../../../shared/engine/activityView.ts';
import type { RunView } from '../../../shared/engine/runView.ts';
import type { Activity, Flatten, Runbook } from '../../../shared/runbook/runbook.ts';
import type { Problem } from '../../../shared/runbook/problems.ts';
import type { TesterMarks } from '../../../shared/engine/testerMarks.ts';
import { spanText } from '../../../shared/text/measures.ts';
import { breakpointSentence, spoken } from '../../fields/sentence/sentence.ts';
import { invokedBy } from '../../stores/invokedTest.ts';
import { count, effectWords, stateWords } from '../../stores/words.ts';
import type { LinkFacts } from './linkModel.ts';

/** Everything a card shows, flat, so that an unchanged card is not drawn again. */
export type Card = {
  readonly key: string;
  readonly name: string;
  readonly title: string;
  readonly icon: string;
  readonly effect: Effect;
  /** The runbook begins here. */
  readonly starts: boolean;
  readonly disabled: boolean;
  readonly breakpoint: boolean;
  /** Something is looked for, and not found here. */
  readonly dimmed: boolean;
  /** When the breakpoint holds, in words; empty for one that always does. */
  readonly condition: string;
  /** Rows that stand for its result, or undefined where it runs. */
  readonly pinnedRows: number | undefined;
  readonly problems: number;
  readonly problemText: string;
  readonly hasErrors: boolean;
  /** How the activity repeats, in words; empty when it does not. */
  readonly loop: string;
  /** How often it was repeated in the last test: "attempt 3" while it goes on, "3×" afterwards; empty where it was not. */
  readonly attempts: string;
  /** How the rows of one execution become one, in words; empty when they stay apart. */
  readonly flatten: string;
  readonly state: ExecutionState | undefined;
  /** How the run stands that it invoked in the last test; empty where it invoked none. */
  readonly invoked: '' | 'waits' | 'runs' | 'ended';
  /** One line: what the last test did here, or the connection. */
  readonly fact: string;
  readonly linksOut: number;
  /** The targets, one per line. */
  readonly links: string;
  /** What a screen reader says for each of them, one per line. */
  readonly linkNames: string;
};

/** What the cards of a runbook are computed from. */
export interface CardFacts {
  readonly document: Runbook;
  readonly registry: Registry;
  readonly connections: readonly Pick<ConnectionEntry, 'key' | 'connection'>[];
  readonly problems: readonly Problem[];
  readonly marks: TesterMarks;
  readonly links: readonly LinkFacts[];
  /** Activities in which what is looked for was found; undefined while nothing is looked for. */
  readonly found?: ReadonlySet<string> | undefined;
  /** The last test and the runbook as it ran; results of activities that were edited since are left out. */
  readonly run: { readonly document: Runbook; readonly view: RunView } | undefined;
}

/** The results of an activity in the last test, unless it was edited since. */
export function resultOf(key: string, document: Runbook, run: CardFacts['run']): ActivityView | undefined {
  return run !== undefined && run.document.activities[key] === document.activities[key] ? run.view.activities[key] : undefined;
}

function durationOf(result: ActivityView, view: RunView): string {
  const only = result.executions.length === 1 ? view.executions.get(result.executions.at(0) ?? '') : undefined;
  return only?.durationMs === undefined ? '' : spanText(only.durationMs);
}

function invokedState(view: RunView, activity: string): Card['invoked'] {
  const status = invokedBy(view, activity)?.view.status;
  if (status === undefined) return '';
  return status === 'paused' ? 'waits' : status === 'running' ? 'runs' : 'ended';
}

/** The state in a word or two; where the activity is busy with a runbook that it invoked, or left one running, what that does. */
function stateWord({ state }: ActivityView, invoked: Card['invoked']): string {
  if (invoked !== 'waits' && invoked !== 'runs') return stateWords[state];
  return state === 'running' ? `Runbook ${invoked}` : `${stateWords[state]} · runbook ${invoked}`;
}

function resultFact(result: ActivityView, view: RunView, invoked: Card['invoked']): string {
  const runs = result.executions.length;
  const word = stateWord(result, invoked);
  if (runs > 1) {
    // What was skipped when a run was stopped did not run.
    const ran = result.finished - (result.counts.skipped ?? 0);
    const done = ran < runs ? `${ran} of ${runs} runs` : count(runs, 'run');
    return [word, result.failed > 0 ? `${result.failed} of ${runs} failed` : done].join(' · ');
  }
  const rows = result.finished > 0 && (result.state === 'success' || result.state === 'warning') ? count(result.rows, 'row') : '';
  return [word, rows, durationOf(result, view)].filter((part) => part !== '').join(' · ');
}

function connectionFact(activity: Activity, needsConnection: boolean, connections: CardFacts['connections']): string {
  if (!needsConnection) return 'No connection needed';
  if (activity.connection === undefined || activity.connection === '') return 'No connection chosen';
  return connections.find((entry) => entry.key === activity.connection)?.connection.name ?? `${activity.connection} (missing)`;
}

const flattenWords: Readonly<Record<Flatten['by'], string>> = { lineBreaks: 'joins rows by line breaks', csv: 'joins rows as CSV', text: 'joins rows into one' };

function loopWords({ loop }: Activity): string {
  if (loop === undefined || loop.disabled) return '';
  return loop.maximumAttempts === undefined ? 'repeats' : `repeats up to ${count(loop.maximumAttempts, 'time')}`;
}

/** While a loop goes on, the attempt that is under way; afterwards how many there were. */
const attemptText = ({ attempts, goesOn }: LoopView): string => (goesOn ? `attempt ${attempts + 1}` : `${attempts}×`);

/** Values by key, so that looking for those of one activity does not go through all of them. */
function byKey<T>(values: readonly T[], keyOf: (value: T) => string | undefined): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const value of values) {
    const key = keyOf(value);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [value]);
    else group.push(value);
  }
  return groups;
}

/** The cards of a runbook, in the order of the document. */
export function cardsOf(facts: CardFacts): Card[] {
  const { document, registry, run } = facts;
  const problemsAt = byKey(facts.problems, ({ activity }) => activity);
  const linksFrom = byKey(facts.links, ({ from }) => from);
  const targets = new Set(document.links.map(({ to }) => to));
  const breakpoints = new Map(facts.marks.breakpoints.map((one) => [one.activity, one]));
  return Object.entries(document.activities).map(([key, activity]) => {
    const definition = registry.get(activity.type);
    const problems = problemsAt.get(key) ?? [];
    const result = resultOf(key, document, run);
    const links = linksFrom.get(key) ?? [];
    const invoking = Object.values(definition?.properties ?? {}).some(({ kind }) => kind === 'runbook');
    const invoked = invoking && result !== undefined && run !== undefined ? invokedState(run.view, key) : '';
    const breakpoint = breakpoints.get(key);
    return {
      key,
      name: activity.name,
      title: definition?.title ?? activity.type,
      icon: definition?.icon ?? 'unknown',
      effect: definition?.effect ?? 'none',
      starts: !targets.has(key),
      disabled: activity.disabled,
      breakpoint: breakpoint !== undefined,
      condition: breakpoint?.condition === undefined ? '' : spoken(breakpointSentence(breakpoint.condition, document)),
      pinnedRows: facts.marks.pins[key]?.length,
      dimmed: facts.found?.has(key) === false,
      problems: problems.length,
      problemText: problems.map((problem) => problem.what).join('\n'),
      hasErrors: problems.some((problem) => problem.severity === 'error'),
      loop: loopWords(activity),
      attempts: result?.loop === undefined ? '' : attemptText(result.loop),
      flatten: activity.flatten === undefined ? '' : flattenWords[activity.flatten.by],
      state: invoked === 'waits' && result?.state === 'running' ? 'paused' : result?.state,
      invoked,
      fact: result === undefined || run === undefined ? connectionFact(activity, definition?.connection !== 'none', facts.connections) : resultFact(result, run.view, invoked),
      linksOut: links.length,
      links: links.map((link) => link.to).join('\n'),
      linkNames: links.map((link) => link.name).join('\n'),
    };
  });
}

/** The name a screen reader says for a card: everything its marks tell. */
export function cardName(card: Card): string {
  const parts = [
    card.name,
    card.title,
    card.starts ? 'starts the runbook' : '',
    effectWords[card.effect],
    card.loop,
    card.attempts.replace(/^(\d+)×$/, 'attempts made: $1'),
    card.flatten,
    card.disabled ? 'disabled' : '',
    card.breakpoint ? ['breakpoint', card.condition].filter((part) => part !== '').join(' when ') : '',
    card.pinnedRows === undefined ? '' : `pinned result, ${count(card.pinnedRows, 'row')}`,
    card.state === undefined ? '' : stateWords[card.state].toLowerCase(),
    card.invoked === 'waits' ? 'its runbook waits' : card.invoked === 'runs' ? 'its runbook runs' : '',
    card.problems === 0 ? '' : count(card.problems, 'problem'),
    card.linksOut === 0 ? 'no links out' : `${count(card.linksOut, 'link')} out`,
  ];
  return parts.filter((part) => part !== '').join(', ');
}
