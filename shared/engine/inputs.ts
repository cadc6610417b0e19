import { AppError, errorDataOf, type AppErrorData } from '../errors/appError.ts';
import type { Filter } from '../exchange/port.ts';
import type { Field, FieldValue } from '../fields/field.ts';
import { filterOperators, operatorsOf } from '../fields/operators.ts';
import { formatValue, parseValue } from '../fields/value.ts';
import { evaluate } from '../runbook/expression/evaluate.ts';
import { renderReference, type Reference } from '../runbook/expression/reference.ts';
import type { PropertyValue } from '../runbook/runbook.ts';
import type { ResolvedInput } from './events.ts';
import type { Plan, PlannedActivity } from './plan.ts';
import type { Variables } from './ports.ts';
import { tokenOf, valueOf, type Token } from './token.ts';

/** The texts an execution starts with: placeholders and functions are replaced by values. */
export interface ResolvedTexts {
  readonly inputs: readonly ResolvedInput[];
  /** By property key; declarations are no texts and are missing here. */
  readonly properties: ReadonlyMap<string, string>;
  /** In the order of the filter rows. */
  readonly filters: readonly string[];
  /** References without a value, as sentences. */
  readonly missing: readonly string[];
  /** Why a text could not be made; the execution fails with it. */
  readonly problem: AppErrorData | undefined;
}

const mask = '•••••••';

function whyMissing(target: Reference, plan: Plan, token: Token | undefined, label: string): string {
  const shown = `${label}: ${renderReference(target)} has no value and is left empty`;
  if (target.kind === 'variable') return `${shown}, because there is no variable ${target.name}.`;
  const source = plan.get(target.key)?.activity.name;
  if (source === undefined) return `${shown}, because there is no activity with the key ${target.key}.`;
  if (tokenOf(token, target.key) === undefined) return `${shown}, because ${source} did not run before on this path.`;
  return `${shown}, because ${source} publishes no ${target.label}.`;
}

/** Puts values into the properties and filters of an activity (runbook-model 2.3). */
export function resolveTexts(planned: PlannedActivity, token: Token | undefined, plan: Plan, variables: Variables): ResolvedTexts {
  const { activity, shape } = planned;
  const inputs: ResolvedInput[] = [];
  const missing: string[] = [];
  let problem: AppErrorData | undefined;

  const resolve = (key: string, label: string, design: string): string => {
    const value = (target: Reference): string | undefined => {
      if (target.kind === 'variable') return variables.get(target.name);
      const source = tokenOf(token, target.key);
      return source === undefined ? undefined : valueOf(source, target.label);
    };
    try {
      return evaluate(planned.expression(design), { value, missing: (target) => missing.push(whyMissing(target, plan, token, label)) });
    } catch (thrown) {
      problem ??= { ...errorDataOf(thrown, `working out ${label}`), where: { activity: planned.key, field: key } };
      return '';
    }
  };

  const properties = new Map<string, string>();
  for (const [key, field] of Object.entries(shape.properties)) {
    const design: PropertyValue | undefined = activity.properties[key] ?? field.default;
    if (design === undefined) continue;
    if (typeof design !== 'string') {
      inputs.push({ key, label: field.label, design: '', value: formatValue(design) });
      continue;
    }
    const text = resolve(key, field.label, design);
    properties.set(key, text);
    inputs.push({ key, label: field.label, design, value: field.kind === 'secret' ? mask : text });
  }
  const filters = activity.filters.map((row, index) => {
    const label = `Filter: ${row.field} ${filterOperators[row.operator].toLowerCase()}`;
    const text = resolve(`filters.${index}`, label, row.value);
    inputs.push({ key: `filters.${index}`, label, design: row.value, value: text });
    return text;
  });
  return { inputs, properties, filters, missing, problem };
}

/** Values as a handler takes them. */
export interface ParsedInputs {
  readonly properties: Readonly<Record<string, FieldValue | undefined>>;
  readonly dynamic: Readonly<Record<string, FieldValue | undefined>>;
  readonly filters: readonly Filter[];
}

function parsed(key: string, field: Field, text: string, planned: PlannedActivity): FieldValue | undefined {
  const result = parseValue(field, text);
  if (!result.ok) throw new AppError('runbook.invalidValue', { field: field.label, problem: result.problem }, { where: { activity: planned.key, field: key } });
  return result.value;
}

function filterOf(planned: PlannedActivity, index: number, text: string): Filter {
  const { activity, shape, connection } = planned;
  const row = activity.filters[index];
  const where = { activity: planned.key, field: `filters.${index}` };
  const [key, field] = Object.entries(shape.filters).find(([, candidate]) => candidate.label === row?.field) ?? [];
  if (row === undefined || key === undefined || field?.filter === undefined) {
    const itemType = connection?.itemType;
    throw new AppError(
      'runbook.unknownFilter',
      { activity: activity.name, field: row?.field ?? '', ...(itemType === undefined ? {} : { itemType }) },
      { where },
    );
  }
  const offered = operatorsOf[field.filter];
  if (!offered.includes(row.operator)) {
    const details = { field: row.field, operator: filterOperators[row.operator], offered: offered.map((operator) => filterOperators[operator]).join(', ') };
    throw new AppError('runbook.filterOperator', details, { where });
  }
  // Only text can be compared with nothing; a date or number needs a value, or the filter means something else.
  const value = parsed(`filters.${index}`, { ...field, required: field.kind !== 'text' && field.kind !== 'body' }, text, planned);
  return { field: key, operator: row.operator, value: value ?? '' };
}

/** Reads the texts as values of their fields. Throws AppError `runbook.invalidValue`, `unknownFilter` or `filterOperator`. */
export function parseInputs(planned: PlannedActivity, texts: ResolvedTexts): ParsedInputs {
  const { activity, definition, shape } = planned;
  const shown = (field: Field): boolean =>
    field.when === undefined || (texts.properties.get(field.when.field) ?? '').toLowerCase() === field.when.is.toLowerCase();
  const values = Object.entries(shape.properties).map(([key, field]) => {
    const design = activity.properties[key];
    if (!shown(field)) return [key, undefined] as const;
    if (field.kind === 'parameters') return [key, typeof design === 'string' ? undefined : design] as const;
    return [key, parsed(key, field, texts.properties.get(key) ?? '', planned)] as const;
  });
  const own = (key: string): boolean => definition !== undefined && Object.hasOwn(definition.properties, key);
  return {
    properties: Object.fromEntries(values.filter(([key]) => own(key))),
    dynamic: Object.fromEntries(values.filter(([key]) => !own(key))),
    filters: texts.filters.map((text, index) => filterOf(planned, index, text)),
  };
}
