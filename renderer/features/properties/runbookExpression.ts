import { reference, renderReference, variableReference, type Reference } from '../../../shared/runbook/expression/reference.ts';
import type { RunbookFacts } from '../../../shared/runbook/problem.ts';
import { referenceProblem } from '../../../shared/runbook/referenceProblems.ts';
import type { Runbook } from '../../../shared/runbook/runbook.ts';
import { subscribable, unreachable, type SubscribableActivity } from '../../../shared/runbook/subscribable.ts';
import { suggestedReference } from '../../../shared/runbook/suggestion.ts';
import { visibleFrom } from '../../../shared/runbook/visibleData.ts';
import { variablesGroup, type ExpressionFacts, type ReferenceLook, type ValueSource } from '../../fields/expression/expressionFacts.ts';
import type { VariableEntry } from '../../../shared/globals/view.ts';
import type { LastData } from '../../stores/lastData.ts';

type Acts = Pick<ExpressionFacts, 'endStep' | 'undo' | 'redo'>;

function sourcesOf({ activity, name, items }: SubscribableActivity, data: LastData, disabled?: string): ValueSource[] {
  return items.map(({ label, dataType, help, common }) => ({ placeholder: reference(activity, label), label, group: name, kind: dataType, help, common, value: data.get(activity)?.[label], ...(disabled === undefined ? {} : { disabled }) }));
}

/** What references are worth: the data of the last test, and the variables of the workspace. */
interface Values {
  readonly data: LastData;
  readonly variables: readonly VariableEntry[];
}

/** The value of a variable; undefined for an encrypted one, and for one whose value is found out when a runbook runs (runbook-model 2.6). */
function variableValue(entries: readonly VariableEntry[], name: string): string | undefined {
  const variable = entries.find((entry) => entry.name === name)?.variable;
  return variable === undefined || variable.encrypted || /^NOW\(|^%[^%]+%$/i.test(variable.value) ? undefined : variable.value;
}

/** The value that a parameter of the runbook has when a run gives none; it can be shown before the first test. */
function declaredDefault(document: Runbook, activity: string, label: string): string | undefined {
  const declarations = Object.values(document.activities[activity]?.properties ?? {}).flatMap((value) => (typeof value === 'string' ? [] : value));
  return declarations.find(({ name }) => name === label)?.default;
}

/** What the texts of an activity may refer to: what the activities before it publish, nearest first, and the variables. */
export function expressionFacts(document: Runbook, activity: string, facts: RunbookFacts, { data, variables: entries }: Values, acts: Acts): ExpressionFacts {
  const offered = subscribable(document, activity, facts);
  const upstream = visibleFrom(document, activity, facts.registry);
  const variables = entries.map(({ name, variable: { value, encrypted, description = '' } }): ValueSource => ({ placeholder: variableReference(name), label: name, group: variablesGroup, kind: encrypted ? 'secret' : 'text', help: description, common: false, value: encrypted ? undefined : value }));
  const nameOf = (target: Reference): string => (target.kind === 'variable' ? `Variable › ${target.name}` : `${document.activities[target.key]?.name ?? target.key} › ${target.label}`);
  const looks = new Map<string, ReferenceLook>();

  const judge = (target: Reference): ReferenceLook => {
    const text = nameOf(target);
    const problem = referenceProblem(target, document, activity, () => upstream, facts);
    if (problem === undefined) return { text };
    const meant = suggestedReference(target, offered, facts.variables.map(({ name }) => name));
    return { text, problem: problem.what, ...(meant === undefined ? {} : { suggestion: { placeholder: renderReference(meant), text: nameOf(meant) } }) };
  };
  return {
    keys: Object.keys(document.activities),
    sources: [...offered.flatMap((source) => sourcesOf(source, data)), ...variables, ...unreachable(document, activity, facts).flatMap((source) => sourcesOf(source, data, source.reason))],
    look(target) {
      const key = renderReference(target);
      const look = looks.get(key) ?? judge(target);
      looks.set(key, look);
      return look;
    },
    value: (target) => (target.kind === 'activity' ? (data.get(target.key)?.[target.label] ?? declaredDefault(document, target.key, target.label)) : variableValue(entries, target.name)),
    ...acts,
  };
}
