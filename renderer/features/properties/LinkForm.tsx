import LinkIcon from '@mui/icons-material/TrendingFlatOutlined';
import { Box, Typography } from '@mui/material';
import { useCallback, useEffect, useMemo, useRef, type ReactElement } from 'react';
import { text } from '../../../shared/fields/field.ts';
import { markColorOf, markColors } from '../../../shared/runbook/colors.ts';
import { updateLink } from '../../../shared/runbook/edits.ts';
import { linkKey } from '../../../shared/runbook/graph.ts';
import type { Link, LinkCondition } from '../../../shared/runbook/runbook.ts';
import { FieldEditor } from '../../fields/FieldEditor.tsx';
import { SelectEditor } from '../../fields/SelectEditor.tsx';
import { publishedValues } from '../../stores/lastData.ts';
import { useProblems, useTestRun } from '../../stores/current.ts';
import type { LinkEnds, OpenEditor } from '../../stores/editorHistory.ts';
import { useStores } from '../../stores/stores.ts';
import { CheckField } from './CheckField.tsx';
import { usePublished, useFormFacts } from './formFacts.ts';
import { ConditionRows } from './ConditionRows.tsx';
import { FormHeader } from './FormHeader.tsx';
import { LinkResult } from './LinkResult.tsx';
import { NumberField } from './NumberField.tsx';
import { ProblemNotes } from './ProblemNotes.tsx';

const labelField = text({ label: 'Label', help: 'Shown on the link instead of its condition.' });
const colorField = text({ label: 'Color', help: 'Of the line. Without one it says how the last test went.' });
const widthField = text({ label: 'Width', help: 'Of the line. Without one it follows the last test.' });
const colors = Object.entries(markColors).map(([value, label]) => ({ value, label }));
/** Widths of the line in pixels. */
const widths = [1, 2, 3, 4, 6].map((width) => ({ value: String(width), label: `${width} px` }));

const icon = <LinkIcon />;

/** The editor of a link: when to follow it, when not, and how (ux 4.3). */
export function LinkForm({ editor, ends }: { readonly editor: OpenEditor; readonly ends: LinkEnds }): ReactElement | null {
  const store = useStores().editor;
  const facts = useFormFacts(editor, ends.from);
  const run = useTestRun(editor.key);
  const all = useProblems(editor.key);
  const problems = useMemo(() => all.filter(({ link }) => link?.from === ends.from && link.to === ends.to), [all, ends.from, ends.to]);
  const { document, key, readOnly } = editor;
  const form = useRef<HTMLDivElement>(null);
  const asked = editor.focus?.pending === true ? editor.focus.request : undefined;
  const { focused } = facts;
  useEffect(() => {
    if (asked === undefined) return;
    form.current?.querySelector<HTMLElement>('[role="combobox"], button')?.focus();
    focused();
  }, [asked, focused]);
  const { from, to } = ends;
  // The same functions for every drawing, so that a key draws its own field.
  const on = useMemo(() => {
    const { edit, endStep } = store.getState();
    const name = linkKey({ from, to });
    const change = (part: Partial<Omit<Link, 'from' | 'to'>>, joins?: string): void => edit(key, (before) => updateLink(before, from, to, part), joins);
    return {
      leave: () => endStep(key),
      include: (include: readonly LinkCondition[], joins: string | undefined) => change({ include: [...include] }, joins),
      exclude: (exclude: readonly LinkCondition[], joins: string | undefined) => change({ exclude: [...exclude] }, joins),
      label: (label: string) => change({ label: label === '' ? undefined : label }, `label:${name}`),
      delay: (seconds: number | undefined) => change({ delaySeconds: seconds ?? 0 }, `delay:${name}`),
      color: (color: string) => change({ color: color === '' ? undefined : color }),
      width: (width: string) => change({ width: width === '' ? undefined : Number(width) }),
      disabled: (disabled: boolean) => change({ disabled }),
    };
  }, [store, key, from, to]);
  const view = run?.view;
  const samples = useCallback((label: string): readonly string[] => publishedValues(view, from, label), [view, from]);
  const items = usePublished(facts, from);
  const link = document.links.find((one) => one.from === from && one.to === to);
  if (link === undefined) return null;
  const source = document.activities[link.from]?.name ?? link.from;
  const target = document.activities[link.to]?.name ?? link.to;
  return (
    <>
      <FormHeader icon={icon} title={`Link to ${target}`} subtitle={`from ${source}`} />
      <Box ref={form} sx={{ position: 'relative', flex: 1, minHeight: 0, overflow: 'auto', padding: '12px 14px 24px', display: 'grid', gap: 2, alignContent: 'start' }}>
        <ProblemNotes problems={problems} />
        <ConditionRows title="Follow this link when ANY of these is true" lead="Include when" without={`${source} returns success`} add="Add condition" source={source} names={facts.structure} items={items} rows={link.include} disabled={readOnly} samples={samples} onLeave={on.leave} onChange={on.include} />
        <ConditionRows title="But not when ANY of these is true" note="Exclusions win." lead="Exclude when" add="Add exclusion" source={source} names={facts.structure} items={items} rows={link.exclude} disabled={readOnly} samples={samples} onLeave={on.leave} onChange={on.exclude} />
        <Typography variant="caption" sx={{ color: 'studio.textMuted' }}>Text is compared without regard to case.</Typography>
        <FieldEditor field={labelField} id="link-label" value={link.label ?? ''} disabled={readOnly} onBlur={on.leave} onChange={on.label} />
        <NumberField id="link-delay" label="Wait before following" help="How long the target waits before it starts." unit="seconds" minimum={0} required value={link.delaySeconds} disabled={readOnly} onLeave={on.leave} onChange={on.delay} />
        <Box sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)', gap: 1 }}>
          <SelectEditor field={colorField} id="link-color" value={markColorOf(link.color) ?? ''} options={colors} none="Automatic" unknown="not offered" disabled={readOnly} onBlur={on.leave} onChange={on.color} />
          <SelectEditor field={widthField} id="link-width" value={link.width === undefined ? '' : String(link.width)} options={widths} none="Automatic" unknown="px" disabled={readOnly} onBlur={on.leave} onChange={on.width} />
        </Box>
        <CheckField label="Disabled: nothing follows this link" checked={link.disabled} disabled={readOnly} onChange={on.disabled} />
        <LinkResult run={run} link={link} />
      </Box>
    </>
  );
}
