import ArticleIcon from '@mui/icons-material/SchemaOutlined';
import { Box, Typography } from '@mui/material';
import { useMemo, type ReactElement } from 'react';
import { body, choice, global, text } from '../../../shared/fields/field.ts';
import { updateRunbook } from '../../../shared/runbook/edits.ts';
import { rowOrders, type Report, type ReturnedItem } from '../../../shared/runbook/runbook.ts';
import { interfaceOf } from '../../../shared/runbook/targets.ts';
import { FieldEditor } from '../../fields/FieldEditor.tsx';
import { ReturnsEditor } from '../../fields/ReturnsEditor.tsx';
import { useProblems } from '../../stores/current.ts';
import type { OpenEditor } from '../../stores/editorHistory.ts';
import { useRegistry } from '../../stores/registry.ts';
import { useStores } from '../../stores/stores.ts';
import { count } from '../../stores/words.ts';
import { FormHeader } from './FormHeader.tsx';
import { NumberField } from './NumberField.tsx';
import { ProblemNotes } from './ProblemNotes.tsx';
import { ReportFields } from './ReportFields.tsx';

const nameField = text({ label: 'Name', required: true, maximumLength: 255, help: 'Shown in the side bar and in the history of runs.' });
const descriptionField = body({ label: 'Description', help: 'What the runbook is for.' });
const orderField = choice({ label: 'Order', required: true, options: rowOrders, help: 'Activity by activity: an activity works on all rows before the next one starts, as in Orchestrator. Item by item: each row goes through the rest of the runbook before the next row starts.' });

const scheduleField = global({ of: 'schedules', label: 'Schedule', help: 'Outside it the runbook may not start, unless you test it yourself. A run that goes on is never interrupted.' });

const icon = <ArticleIcon />;

/** The properties of the runbook itself, shown while nothing is selected. */
export function RunbookForm({ editor }: { readonly editor: OpenEditor }): ReactElement {
  const store = useStores().editor;
  const all = useProblems(editor.key);
  const problems = useMemo(() => all.filter(({ activity, link }) => activity === undefined && link === undefined), [all]);
  const { document, key, readOnly } = editor;
  // The same functions for every drawing, so that a key draws its own field.
  const on = useMemo(() => {
    const { edit, endStep } = store.getState();
    const change = (part: Parameters<typeof updateRunbook>[1], joins?: string): void => edit(key, (before) => updateRunbook(before, part), joins);
    return {
      leave: () => endStep(key),
      name: (name: string) => change({ name }, 'runbook:name'),
      description: (description: string) => change({ description }, 'runbook:description'),
      order: (chosen: string) => edit(key, (before) => updateRunbook(before, { order: rowOrders.find((one) => one === chosen) ?? before.order })),
      schedule: (schedule: string) => change({ schedule: schedule === '' ? undefined : schedule }),
      returns: (returns: readonly ReturnedItem[], typing: boolean) => change({ returns: [...returns] }, typing ? 'runbook:returns' : undefined),
      jobs: (jobs: number | undefined) => change({ concurrency: Math.round(jobs ?? 1) }, 'runbook:jobs'),
      report: (report: Report | undefined, typing: boolean) => change({ report }, typing ? 'runbook:report' : undefined),
    };
  }, [store, key]);
  const { monitor } = interfaceOf(document, useRegistry());
  const order = rowOrders.find((one) => one === document.order) ?? rowOrders[0];
  return (
    <>
      <FormHeader icon={icon} title={document.name} subtitle={`Runbook · ${count(Object.keys(document.activities).length, 'activity', 'activities')}, ${count(document.links.length, 'link')}`} />
      <Box sx={{ position: 'relative', flex: 1, minHeight: 0, overflow: 'auto', padding: '12px 14px 24px', display: 'grid', gap: 1.5, alignContent: 'start' }}>
        <ProblemNotes problems={problems} />
        <FieldEditor field={nameField} id="runbook-name" value={document.name} disabled={readOnly} error={document.name.trim() === '' ? 'Name is required.' : undefined} onBlur={on.leave} onChange={on.name} />
        <FieldEditor field={descriptionField} id="runbook-description" value={document.description ?? ''} disabled={readOnly} onBlur={on.leave} onChange={on.description} />
        <FieldEditor field={orderField} id="runbook-order" value={order} disabled={readOnly} onChange={on.order} />
        <FieldEditor field={scheduleField} id="runbook-schedule" value={document.schedule ?? ''} disabled={readOnly} onChange={on.schedule} />
        <ReturnsEditor id="runbook-returns" value={document.returns} disabled={readOnly} onBlur={on.leave} onChange={on.returns} />
        <NumberField id="runbook-jobs" label="Most jobs at the same time" help={monitor ? 'A runbook that starts with a monitor has one job, whatever is set here.' : 'Further jobs wait until one has ended, those of the command line too. Keep 1 for runbooks that change counters.'} unit="jobs" minimum={1} required value={document.concurrency} disabled={readOnly} onLeave={on.leave} onChange={on.jobs} />
        <ReportFields id="runbook-report" subject="runbook" report={document.report} disabled={readOnly} onLeave={on.leave} onChange={on.report} />
        <Typography variant="body2" sx={{ color: 'studio.textMuted' }}>Select an activity or a link on the canvas to see its properties.</Typography>
      </Box>
    </>
  );
}
