import { upstreamOf } from '../../../shared/runbook/graph.ts';
import { pathOf } from '../../../shared/runbook/targets.ts';
import type { TextualField, Choice } from '../../fields/editorProps.ts';
import type { FormFacts } from './formFacts.ts';

/** What a field that names an activity or a runbook offers; nothing for other fields. */
export function choicesFor(field: TextualField, { document, key, runbooks }: FormFacts, activity: string): readonly Choice[] | undefined {
  if (field.kind === 'activity') return upstreamOf(document, activity).map((one) => ({ value: one, label: document.activities[one]?.name ?? one }));
  if (field.kind !== 'runbook') return undefined;
  const offered = runbooks.filter((one) => !one.monitor).map((one) => ({ value: one.key, label: one.key === key ? `${pathOf(one)} (this runbook)` : pathOf(one) }));
  return offered.toSorted((a, b) => a.label.localeCompare(b.label));
}
