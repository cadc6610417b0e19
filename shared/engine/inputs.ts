import { AppError, errorData, errorDataOf, type AppErrorData } from '../errors/appError.ts';
import type { Filter } from '../exchange/port.ts';
import type { Field, FieldValue } from '../fields/field.ts';
import { filterOperators, operatorsOf } from '../fields/operators.ts';
import { formatValue, parseValue } from '../fields/value.ts';
import { evaluate } from '../runbook/expression/evaluate.ts';
import { mixedVariable } from '../runbook/expression/mixedVariable.ts';
import { renderReference, type Reference } from '../runbook/expression/reference.ts';
import { referencesIn } from '../runbook/expression/references.ts';
import type { PropertyValue } from '../runbook/runbook.ts';
import type { ResolvedInput } from './events.ts';
import { secretMark, type KnownSecrets } from './knownSecrets.ts';
import type { Plan, PlannedActivity } from './plan.ts';
import type { Variables, VariableValue } from './ports.ts';
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
  /** Keys of the properties and filter rows that hold a value from an encrypted variable, or one that was made from it. */
  readonly secret: ReadonlySet<string>;
  /** The variables it uses, by name. */
  readonly variables: ReadonlyMap<string, VariableValue>;
  /** Why a text could not be made; the execution fails with it. */
  readonly problem: AppErrorData | undefined;
}

function whyMissing(target: Reference, plan: Plan, token: Token | undefined, label: string): string {
  const shown = `${label}: ${renderReference(target)} has no value and is left empty`;
  if (target.kind === 'variable') return `${shown}, because there is no variable ${target.name}.`;
  const source = plan.get(target.key)?.activity.name;
  if (source === undefined) return `${shown}, because there is no activity with the key ${target.key}.`;
  if (tokenOf(token, target.key) === undefined) return `${shown}, because ${source} did not run before on this path.`;
  const published = Object.values(plan.get(target.key)?.shape.publishes ?? {}).some(({ label: name }) => name === target.label);
  if (published) return `${shown}, because the earlier run kept no value of it, as with what came from an encrypted variable.`;
  return `${shown}, because ${source} publishes no ${target.label}.`;
}

/** The text of a property as it was designed; undefined for declarations and for properties that are not set. */
const designOf = ({ activity }: PlannedActivity, key: string, field: Field): PropertyValue | undefined => activity.properties[key] ?? field.default;

/** The texts of an activity into which values are put. */
export function readTexts(planned: PlannedActivity): readonly string[] {
  const designs = planned.fields.map(([key, field]) => (field.literal === true ? undefined : designOf(planned, key, field)));
  return [...designs, ...planned.activity.filters.map((row) => row.value)].filter((design) => typeof design === 'string');
}

const named = new WeakMap<PlannedActivity, readonly string[]>();

/** Names of the variables that an activity uses; looked for once, however many rows it works on. */
function variableNames(planned: PlannedActivity): readonly string[] {
  const known = named.get(planned);
  if (known !== undefined) return known;
  const targets = readTexts(planned).flatMap((text) => referencesIn(planned.expression(text)).map(({ target }) => target));
  const names = [...new Set(targets.flatMap((target) => (target.kind === 'variable' ? [target.name] : [])))];
  named.set(planned, names);
  return names;
}

const noVariables: ReadonlyMap<string, VariableValue> = new Map();

/** Asks for variables, each once. Rejects with the AppError of one that cannot be had. */
async function variablesFor(names: readonly string[], variables: Variables): Promise<ReadonlyMap<string, VariableValue>> {
  const values = await Promise.all(names.map(async (name) => [name, await variables.value(name)] as const));
  return new Map(values.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])));
}

/** What nothing could be put into, because a variable cannot be had. */
const unresolved = (planned: PlannedActivity, thrown: unknown): ResolvedTexts => ({
  inputs: [],
  properties: new Map(),
  filters: [],
  missing: [],
  secret: new Set(),
  variables: noVariables,
  problem: { ...errorDataOf(thrown, 'reading variables'), where: { activity: planned.key } },
});

/**
 * Puts values into the properties and filters of an activity (runbook-model 2.3); only variables have to be waited for. Secrets it meets are told
 * to `secrets`.
 */
export function resolveTexts(planned: PlannedActivity, token: Token | undefined, plan: Plan, variables: Variables, secrets: KnownSecrets): ResolvedTexts | Promise<ResolvedTexts> {
  const names = variableNames(planned);
  return names.length === 0 ? resolveWith(planned, token, plan, noVariables, secrets) : resolveAfter(variablesFor(names, variables), planned, token, plan, secrets);
}

async function resolveAfter(asked: Promise<ReadonlyMap<string, VariableValue>>, planned: PlannedActivity, token: Token | undefined, plan: Plan, secrets: KnownSecrets): Promise<ResolvedTexts> {
  try {
    return resolveWith(planned, token, plan, await asked, secrets);
  } catch (thrown) {
    return unresolved(planned, thrown);
  }
}

function resolveWith(planned: PlannedActivity, token: Token | undefined, plan: Plan, known: ReadonlyMap<string, VariableValue>, secrets: KnownSecrets): ResolvedTexts {
  const { activity } = planned;
  const inputs: ResolvedInput[] = [];
  const missing: string[] = [];
  const secret = new Set<string>();
  let problem: AppErrorData | undefined;
  for (const value of known.values()) if (value.secret) secrets.add(value.text);

  const isSecret = (target: Reference): boolean =>
    target.kind === 'variable' ? known.get(target.name)?.secret === true : tokenOf(token, target.key)?.secret.has(target.label) === true;

  const resolve = (key: string, label: string, design: string): string => {
    const expression = planned.expression(design);
    // Without a secret in the whole run nothing can be one; most runs have none, and rows come by the thousand.
    const hidden = !secrets.isEmpty && referencesIn(expression).some(({ target }) => isSecret(target));
    if (hidden) secret.add(key);
    const value = (target: Reference): string | undefined => {
      if (target.kind === 'variable') return known.get(target.name)?.text;
      const source = tokenOf(token, target.key);
      return source === undefined ? undefined : valueOf(source, target.label);
    };
    try {
      const mixed = hidden ? mixedVariable(expression, (name) => known.get(name)?.secret === true) : undefined;
      if (mixed !== undefined) throw new AppError('variable.encryptedMixed', { variable: mixed, field: label });
      const text = evaluate(expression, { value, missing: (target) => missing.push(whyMissing(target, plan, token, label)) });
      if (hidden) secrets.add(text);
      return text;
    } catch (thrown) {
      const error = errorDataOf(thrown, `working out ${label}`);
      problem ??= { ...(hidden ? hiddenArgument(error) : error), where: { activity: planned.key, field: key } };
      return '';
    }
  };

  const properties = new Map<string, string>();
  for (const [key, field] of planned.fields) {
    const design = designOf(planned, key, field);
    if (design === undefined) continue;
    if (typeof design !== 'string') {
      inputs.push({ key, label: field.label, design: '', value: formatValue(design), fixed: true });
      continue;
    }
    const text = field.literal === true ? design : resolve(key, field.label, design);
    properties.set(key, text);
    const hidden = field.kind === 'secret' || secret.has(key);
    inputs.push({ key, label: field.label, design, ...(hidden ? { value: secretMark, fixed: true as const } : { value: text }) });
  }
  const filters = activity.filters.map((row, index) => {
    const label = `Filter: ${row.field} ${filterOperators[row.operator].toLowerCase()}`;
    const key = `filters.${index}`;
    const text = resolve(key, label, row.value);
    inputs.push({ key, label, design: row.value, ...(secret.has(key) ? { value: secretMark, fixed: true as const } : { value: text }) });
    return text;
  });
  return { inputs, properties, filters, missing, variables: known, secret, problem };
}

/** An error of a function, without the argument that it quotes. */
function hiddenArgument(error: AppErrorData): AppErrorData {
  return error.details?.value === undefined && error.details?.dividend === undefined ? error : errorData(error.code, { ...error.details, value: secretMark, dividend: secretMark });
}

/** Values as a handler takes them. */
export interface ParsedInputs {
  readonly properties: Readonly<Record<string, FieldValue | undefined>>;
  readonly dynamic: Readonly<Record<string, FieldValue | undefined>>;
  readonly filters: readonly Filter[];
}

function parsed(key: string, field: Field, text: string, planned: PlannedActivity, secret: boolean): FieldValue | undefined {
  const result = parseValue(field, text);
  // Problems quote the value.
  const problem = result.ok ? '' : secret ? `${field.label} holds a value that does not fit. It comes from an encrypted variable and is not shown.` : result.problem;
  if (!result.ok) throw new AppError('runbook.invalidValue', { field: field.label, problem }, { where: { activity: planned.key, field: key } });
  return result.value;
}

function filterOf(planned: PlannedActivity, index: number, text: string, secret: boolean): Filter {
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
  const value = parsed(`filters.${index}`, { ...field, required: field.kind !== 'text' && field.kind !== 'body' }, text, planned, secret);
  return { field: key, operator: row.operator, value: value ?? '' };
}

/** Reads the texts as values of their fields. Throws AppError `runbook.invalidValue`, `unknownFilter` or `filterOperator`. */
export function parseInputs(planned: PlannedActivity, texts: ResolvedTexts): ParsedInputs {
  const { activity, definition } = planned;
  const shown = (field: Field): boolean =>
    field.when === undefined || (texts.properties.get(field.when.field) ?? '').toLowerCase() === field.when.is.toLowerCase();
  const properties: Record<string, FieldValue | undefined> = {};
  const dynamic: Record<string, FieldValue | undefined> = {};
  const valueFor = (key: string, field: Field): FieldValue | undefined => {
    const design = activity.properties[key];
    if (!shown(field)) return undefined;
    if (field.kind === 'parameters') return typeof design === 'string' ? undefined : design;
    return parsed(key, field, texts.properties.get(key) ?? '', planned, texts.secret.has(key));
  };
  for (const [key, field] of planned.fields) (definition !== undefined && Object.hasOwn(definition.properties, key) ? properties : dynamic)[key] = valueFor(key, field);
  return {
    properties,
    dynamic,
    filters: texts.filters.map((text, index) => filterOf(planned, index, text, texts.secret.has(`filters.${index}`))),
  };
}
