import { Box, Button, Typography } from '@mui/material';
import { Fragment, useCallback, useEffect, useRef, useState, type ReactElement } from 'react';
import type { Field, ParameterDeclaration } from '../../../shared/fields/field.ts';
import { parseValue } from '../../../shared/fields/value.ts';
import { shapeOf } from '../../../shared/activities/shape.ts';
import { changeConnection } from '../../../shared/runbook/changeConnection.ts';
import { setProperty } from '../../../shared/runbook/edits.ts';
import { surroundingsOf } from '../../../shared/runbook/targets.ts';
import type { PropertyValue } from '../../../shared/runbook/runbook.ts';
import { isExpression, type FieldControl } from '../../fields/editorProps.ts';
import { ParametersEditor } from '../../fields/ParametersEditor.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useSteady } from '../../ui/useSteady.ts';
import type { ActivityTabProps } from './activityTab.ts';
import { AddProperty } from './AddProperty.tsx';
import { choicesFor } from './choices.ts';
import { ConnectionPicker } from './ConnectionPicker.tsx';
import { ProblemNotes } from './ProblemNotes.tsx';
import { PropertyField } from './PropertyField.tsx';
import { keysOf, propertyUnits, type PropertyUnit } from './propertyUnits.ts';
import { TogetherField } from './TogetherField.tsx';

const textOf = (value: PropertyValue | undefined): string => (typeof value === 'string' ? value : '');

/** Values that were taken away when another configuration was chosen. */
interface Dropped {
  readonly connection: string | undefined;
  readonly labels: readonly string[];
  readonly itemType: string | undefined;
}

const listed = (labels: readonly string[]): string => (labels.length < 2 ? labels.join('') : `${labels.slice(0, -1).join(', ')} and ${labels.at(-1) ?? ''}`);

/** A declaration without the members that are not given. */
const declared = ({ name, type, description, default: preset }: ParameterDeclaration): ParameterDeclaration => ({ name, type, ...(description === undefined ? {} : { description }), ...(preset === undefined ? {} : { default: preset }) });

/** What is wrong with a value as it was typed; required fields and references are the business of the problems. */
function formatProblem(field: Field, value: string): string | undefined {
  if (value.trim() === '' || isExpression(value) || field.kind === 'parameters') return undefined;
  const parsed = parseValue(field, value);
  return parsed.ok ? undefined : parsed.problem;
}

/** The properties: the connection first, then required ones, then the optional ones that were added. */
export function PropertiesTab({ facts, activityKey, activity, definition, shape, focus }: ActivityTabProps): ReactElement {
  const controls = useRef(new Map<string, FieldControl>());
  const [dropped, setDropped] = useState<Dropped | undefined>(undefined);
  const units = propertyUnits(shape.properties);
  const isShown = (unit: PropertyUnit): boolean => unit.field.required === true || unit.field.kind === 'parameters' || keysOf(unit).some((key) => activity.properties[key] !== undefined);
  const shown = units.filter(isShown);
  const optional = units.filter((unit) => !isShown(unit));
  const fieldsShown = new Set([...shown.flatMap(keysOf), 'connection']);
  const problemOf = (key: string): string | undefined => facts.problems.find((problem) => problem.field === key)?.what.replace(`${activity.name}: `, '');
  const known = new Set(Object.keys(shape.properties));
  const unknown = Object.keys(activity.properties).filter((key) => !known.has(key));
  const needsConnection = definition.connection !== 'none';
  const mailbox = facts.entries.some((entry) => entry.key === activity.connection) ? activity.connection : undefined;

  const asked = focus?.pending === true ? focus.request : undefined;
  const wanted = focus?.field;
  const { focused } = facts;
  useEffect(() => {
    if (asked === undefined) return;
    const first = [...controls.current.values()][0];
    (wanted === undefined ? first : controls.current.get(wanted))?.focus();
    focused();
  }, [asked, wanted, focused]);
  const remember = useCallback((key: string, control: FieldControl | null): void => {
    if (control === null) controls.current.delete(key);
    else controls.current.set(key, control);
  }, []);
  const rememberConnection = useCallback((control: FieldControl | null) => remember('connection', control), [remember]);
  const { edit } = facts;
  const set = useCallback((key: string, value: PropertyValue | undefined, joins?: string): void => edit((before) => setProperty(before, activityKey, key, value), joins), [edit, activityKey]);
  const type = useCallback((key: string, value: string): void => set(key, value, `property:${activityKey}:${key}`), [set, activityKey]);
  const remove = useCallback((key: string): void => set(key, undefined), [set]);

  const chooseConnection = useSteady((connection: string | undefined): void => {
    const next = facts.entries.find((entry) => entry.key === connection)?.connection;
    const after = shapeOf(definition, activity, next, surroundingsOf(facts.document, facts.runbooks));
    facts.endStep();
    facts.edit((before) => changeConnection(before, activityKey, connection, shape, after).runbook);
    setDropped({ connection, labels: changeConnection(facts.document, activityKey, connection, shape, after).dropped, itemType: next?.itemType });
  });
  const single = (key: string): ReactElement | null => {
    const field = shape.properties[key];
    const value = activity.properties[key];
    const id = `property-${activityKey}-${key}`;
    if (field === undefined) return null;
    if (field.kind === 'parameters') {
      return <ParametersEditor key={key} field={field} id={id} value={Array.isArray(value) ? value : []} disabled={facts.readOnly} error={problemOf(key)} onBlur={facts.endStep} onChange={(next) => set(key, next.map(declared), `property:${activityKey}:${key}`)} />;
    }
    return (
      <PropertyField
        key={key}
        expression={facts.expression}
        row={facts.row}
        readOnly={facts.readOnly}
        mailbox={mailbox}
        choices={choicesFor(field, facts, activityKey)}
        field={field}
        id={id}
        name={key}
        value={textOf(value)}
        error={formatProblem(field, textOf(value)) ?? problemOf(key)}
        onControl={remember}
        onChange={type}
        onRemove={field.required === true ? undefined : remove}
      />
    );
  };

  return (
    <Box sx={{ display: 'grid', gap: 1.5 }}>
      <ProblemNotes problems={facts.problems.filter(({ field }) => field === undefined || (!fieldsShown.has(field) && !field.startsWith('filters')))} />
      {needsConnection && (
        <ConnectionPicker
          id={`connection-${activityKey}`}
          need={definition.connection}
          entries={facts.entries}
          value={activity.connection}
          disabled={facts.readOnly}
          error={problemOf('connection')}
          controlRef={rememberConnection}
          onChange={chooseConnection}
        />
      )}
      {dropped !== undefined && dropped.connection === activity.connection && dropped.labels.length > 0 && (
        <Notice tone="information">
          {dropped.itemType ?? 'This configuration'} has no {listed(dropped.labels)}; {dropped.labels.length === 1 ? 'its value was' : 'their values were'} removed.
          <Button variant="text" onClick={facts.undo} sx={{ minHeight: 24, padding: '0 6px', marginLeft: 0.5, fontSize: '0.75rem' }}>Undo</Button>
          <Button variant="text" onClick={() => setDropped(undefined)} sx={{ minHeight: 24, padding: '0 6px', fontSize: '0.75rem' }}>Dismiss</Button>
        </Notice>
      )}
      {shown.map((unit, index) => {
        const { key, field } = unit;
        const heading = field.section !== undefined && field.section !== shown[index - 1]?.field.section ? field.section : undefined;
        return (
          <Fragment key={key}>
            {heading !== undefined && <Typography variant="overline" component="h3" sx={{ marginTop: 1, color: 'studio.textMuted' }}>{heading}</Typography>}
            {unit.kind === 'together' ? (
              <TogetherField facts={facts} activityKey={activityKey} activity={activity} fields={shape.properties} unit={unit} separate={(keys) => <>{keys.map((one) => single(one))}</>} />
            ) : single(key)}
          </Fragment>
        );
      })}
      {unknown.map((key) => (
        <Typography key={key} variant="body2" sx={{ color: 'studio.textMuted' }}>The property {key} is in the file but not known to this activity. It is kept.</Typography>
      ))}
      {units.length === 0 && <Typography variant="body2" sx={{ color: 'studio.textMuted' }}>This activity has no properties.</Typography>}
      {optional.length > 0 && (
        <AddProperty
          fields={optional.map(({ key, field }) => [key, field] as const)}
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
