import LinkIcon from '@mui/icons-material/TrendingFlatOutlined';
import { Box, Checkbox, FormControlLabel, OutlinedInput, Typography } from '@mui/material';
import { useEffect, useRef, type ReactElement } from 'react';
import { number, text } from '../../../shared/fields/field.ts';
import { markColorOf, markColors } from '../../../shared/runbook/colors.ts';
import { updateLink } from '../../../shared/runbook/edits.ts';
import { linkKey } from '../../../shared/runbook/graph.ts';
import type { Link } from '../../../shared/runbook/runbook.ts';
import { publishedBy } from '../../../shared/runbook/subscribable.ts';
import { describedBy, FieldFrame } from '../../fields/FieldFrame.tsx';
import { FieldEditor } from '../../fields/FieldEditor.tsx';
import { SelectEditor } from '../../fields/SelectEditor.tsx';
import { publishedValues } from '../../stores/lastData.ts';
import { useProblems, useTestRun } from '../../stores/current.ts';
import type { LinkEnds, OpenEditor } from '../../stores/editorHistory.ts';
import { useStores } from '../../stores/stores.ts';
import { useFormFacts } from './formFacts.ts';
import { ConditionRows } from './ConditionRows.tsx';
import { FormHeader } from './FormHeader.tsx';
import { LinkResult } from './LinkResult.tsx';
import { ProblemNotes } from './ProblemNotes.tsx';

const labelField = text({ label: 'Label', help: 'Shown on the link instead of its condition.' });
const colorField = text({ label: 'Color', help: 'Of the line. Without one it says how the last test went.' });
const widthField = text({ label: 'Width', help: 'Of the line. Without one it follows the last test.' });
const colors = Object.entries(markColors).map(([value, label]) => ({ value, label }));
/** Widths of the line in pixels. */
const widths = [1, 2, 3, 4, 6].map((width) => ({ value: String(width), label: `${width} px` }));
const delayField = number({ label: 'Wait before following', minimum: 0, unit: 'seconds', help: 'How long the target waits before it starts.' });

/** The editor of a link: when to follow it, when not, and how (ux 4.3). */
export function LinkForm({ editor, ends }: { readonly editor: OpenEditor; readonly ends: LinkEnds }): ReactElement | null {
  const store = useStores().editor;
  const facts = useFormFacts(editor, ends.from);
  const run = useTestRun(editor.key);
  const problems = useProblems(editor.key).filter(({ link }) => link?.from === ends.from && link.to === ends.to);
  const { document, key, readOnly } = editor;
  const form = useRef<HTMLDivElement>(null);
  const asked = editor.focus?.pending === true ? editor.focus.request : undefined;
  const { focused } = facts;
  useEffect(() => {
    if (asked === undefined) return;
    form.current?.querySelector<HTMLElement>('[role="combobox"], button')?.focus();
    focused();
  }, [asked, focused]);
  const link = document.links.find(({ from, to }) => from === ends.from && to === ends.to);
  if (link === undefined) return null;
  const source = document.activities[link.from]?.name ?? link.from;
  const target = document.activities[link.to]?.name ?? link.to;
  const items = publishedBy(document, link.from, { registry: facts.registry, connections: facts.entries, runbooks: facts.runbooks });
  const change = (part: Partial<Omit<Link, 'from' | 'to'>>, joins?: string): void => store.getState().edit(key, (before) => updateLink(before, link.from, link.to, part), joins);
  const samples = (label: string): readonly string[] => publishedValues(run?.view, link.from, label);
  const leave = (): void => store.getState().endStep(key);
  const name = linkKey(link);
  return (
    <>
      <FormHeader icon={<LinkIcon />} title={`Link to ${target}`} subtitle={`from ${source}`} />
      <Box ref={form} sx={{ position: 'relative', flex: 1, minHeight: 0, overflow: 'auto', padding: '12px 14px 24px', display: 'grid', gap: 2, alignContent: 'start' }}>
        <ProblemNotes problems={problems} />
        <ConditionRows title="Follow this link when ANY of these is true" lead="Include when" without={`${source} returns success`} add="Add condition" source={source} names={document} items={items} rows={link.include} disabled={readOnly} samples={samples} onLeave={leave} onChange={(include, joins) => change({ include: [...include] }, joins)} />
        <ConditionRows title="But not when ANY of these is true" note="Exclusions win." lead="Exclude when" add="Add exclusion" source={source} names={document} items={items} rows={link.exclude} disabled={readOnly} samples={samples} onLeave={leave} onChange={(exclude, joins) => change({ exclude: [...exclude] }, joins)} />
        <Typography variant="caption" sx={{ color: 'studio.textMuted' }}>Text is compared without regard to case.</Typography>
        <FieldEditor field={labelField} id="link-label" value={link.label ?? ''} disabled={readOnly} onBlur={leave} onChange={(label) => store.getState().edit(key, (before) => updateLink(before, link.from, link.to, { label: label === '' ? undefined : label }), `label:${name}`)} />
        <FieldFrame id="link-delay" label={delayField.label} help={delayField.help}>
          <OutlinedInput id="link-delay" type="number" value={link.delaySeconds} disabled={readOnly} endAdornment="seconds" onBlur={leave} onChange={(event) => change({ delaySeconds: Math.max(0, Number(event.target.value) || 0) }, `delay:${name}`)} slotProps={{ input: { min: 0, 'aria-describedby': describedBy('link-delay') } }} sx={{ width: 160, paddingRight: 1, fontSize: '0.8125rem' }} />
        </FieldFrame>
        <Box sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)', gap: 1 }}>
          <SelectEditor field={colorField} id="link-color" value={markColorOf(link.color) ?? ''} options={colors} none="Automatic" unknown="not offered" disabled={readOnly} onBlur={leave} onChange={(color) => change({ color: color === '' ? undefined : color })} />
          <SelectEditor field={widthField} id="link-width" value={link.width === undefined ? '' : String(link.width)} options={widths} none="Automatic" unknown="px" disabled={readOnly} onBlur={leave} onChange={(width) => change({ width: width === '' ? undefined : Number(width) })} />
        </Box>
        <FormControlLabel control={<Checkbox checked={link.disabled} disabled={readOnly} onChange={(event) => change({ disabled: event.target.checked })} />} label="Disabled: nothing follows this link" sx={{ marginLeft: '-4px', '& .MuiFormControlLabel-label': { fontSize: '0.8125rem' } }} />
        <LinkResult run={run} link={link} />
      </Box>
    </>
  );
}
