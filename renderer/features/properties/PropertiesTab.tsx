import { Box, Typography } from '@mui/material';
import { Fragment, useEffect, useRef, type ReactElement } from 'react';
import type { Field } from '../../../shared/fields/field.ts';
import { parseValue } from '../../../shared/fields/value.ts';
import { setConnection, setProperty } from '../../../shared/runbook/edits.ts';
import type { PropertyValue } from '../../../shared/runbook/runbook.ts';
import { isExpression } from '../../fields/editorProps.ts';
import { ParametersEditor } from '../../fields/ParametersEditor.tsx';
import type { ActivityTabProps } from './activityTab.ts';
import { AddProperty } from './AddProperty.tsx';
import { ConnectionPicker } from './ConnectionPicker.tsx';
import { ProblemNotes } from './ProblemNotes.tsx';
import { PropertyField } from './PropertyField.tsx';

const textOf = (value: PropertyValue | undefined): string => (typeof value === 'string' ? value : '');

/** What is wrong with a value as it was typed; required fields and references are the business of the problems. */
function formatProblem(field: Field, value: string): string | undefined {
  if (value.trim() === '' || isExpression(value) || field.kind === 'parameters') return undefined;
  const parsed = parseValue(field, value);
  return parsed.ok ? undefined : parsed.problem;
}

/** The properties: the connection first, then required ones, then the optional ones that were added. */
export function PropertiesTab({ facts, activityKey, activity, definition, shape, focus }: ActivityTabProps): ReactElement {
  const controls = useRef(new Map<string, { focus(): void }>());
  const entries = Object.entries(shape.properties);
  const shown = entries.filter(([key, field]) => field.required === true || field.kind === 'parameters' || activity.properties[key] !== undefined);
  const optional = entries.filter(([key, field]) => field.required !== true && field.kind !== 'parameters' && activity.properties[key] === undefined);
  const fieldsShown = new Set([...shown.map(([key]) => key), 'connection']);
  const problemOf = (key: string): string | undefined => facts.problems.find((problem) => problem.field === key)?.what.replace(`${activity.name}: `, '');
  const known = new Set(Object.keys(shape.properties));
  const unknown = Object.keys(activity.properties).filter((key) => !known.has(key));
  const needsConnection = definition.connection !== 'none';

  const asked = focus?.pending === true ? focus.request : undefined;
  const wanted = focus?.field;
  const { focused } = facts;
  useEffect(() => {
    if (asked === undefined) return;
    const first = [...controls.current.values()][0];
    (wanted === undefined ? first : controls.current.get(wanted))?.focus();
    focused();
  }, [asked, wanted, focused]);
  const remember = (key: string) => (control: { focus(): void } | null): void => {
    if (control === null) controls.current.delete(key);
    else controls.current.set(key, control);
  };
  const set = (key: string, value: PropertyValue | undefined, joins?: string): void => facts.edit((before) => setProperty(before, activityKey, key, value), joins);

  return (
    <Box sx={{ display: 'grid', gap: 1.5 }}>
      <ProblemNotes problems={facts.problems.filter(({ field }) => field === undefined || (!fieldsShown.has(field) && !field.startsWith('filters')))} />
      {needsConnection && (
        <ConnectionPicker
          need={definition.connection}
          entries={facts.entries}
          value={activity.connection}
          disabled={facts.readOnly}
          error={problemOf('connection')}
          controlRef={remember('connection')}
          onChange={(connection) => facts.edit((before) => setConnection(before, activityKey, connection))}
        />
      )}
      {shown.map(([key, field], index) => {
        const heading = field.section !== undefined && field.section !== shown[index - 1]?.[1].section ? field.section : undefined;
        const value = activity.properties[key];
        return (
          <Fragment key={key}>
            {heading !== undefined && <Typography variant="overline" component="h3" sx={{ marginTop: 1, color: 'studio.textMuted' }}>{heading}</Typography>}
            {field.kind === 'parameters' ? (
              <ParametersEditor field={field} id={`property-${activityKey}-${key}`} value={Array.isArray(value) ? value : []} disabled={facts.readOnly} error={problemOf(key)} onBlur={facts.endStep} onChange={(next) => set(key, next.map(({ name, type, description, default: preset }) => ({ name, type, ...(description === undefined ? {} : { description }), ...(preset === undefined ? {} : { default: preset }) })), `property:${activityKey}:${key}`)} />
            ) : (
              <PropertyField
                facts={facts}
                activity={activityKey}
                field={field}
                id={`property-${activityKey}-${key}`}
                value={textOf(value)}
                error={formatProblem(field, textOf(value)) ?? problemOf(key)}
                controlRef={remember(key)}
                onChange={(next) => set(key, next, `property:${activityKey}:${key}`)}
                onRemove={field.required === true ? undefined : () => set(key, undefined)}
              />
            )}
          </Fragment>
        );
      })}
      {unknown.map((key) => (
        <Typography key={key} variant="body2" sx={{ color: 'studio.textMuted' }}>The property {key} is in the file but not known to this activity. It is kept.</Typography>
      ))}
      {entries.length === 0 && <Typography variant="body2" sx={{ color: 'studio.textMuted' }}>This activity has no properties.</Typography>}
      {optional.length > 0 && (
        <AddProperty
          fields={optional}
          disabled={facts.readOnly}
          onAdd={(key) => {
            set(key, shape.properties[key]?.default ?? '');
            // The editor of the new property exists after the next paint only.
            requestAnimationFrame(() => controls.current.get(key)?.focus());
          }}
        />
      )}
    </Box>
  );
}
