import { shapeOf } from '../activities/shape.ts';
import type { Registry } from '../activities/registry.ts';
import type { Connection } from '../connections/connection.ts';
import type { BrowseEvent } from './browse.ts';
import type { MailItem } from '../exchange/browse.ts';
import type { Exchange, ItemValues } from '../exchange/port.ts';
import { parse } from '../runbook/expression/parse.ts';
import type { Activity } from '../runbook/runbook.ts';
import { parseInputs, type ResolvedTexts } from './inputs.ts';
import type { PlannedActivity } from './plan.ts';

/** Reading stops here: who sees "more than a thousand" need not wait for the rest. */
const mostMatches = 1000;
/** So many items are shown. */
const shownItems = 5;
/** How often a count is told while it grows. */
const tellEvery = 20;

const textOf = (values: ItemValues, ...keys: readonly string[]): string | undefined => {
  const value = keys.map((key) => values[key]).find((one) => one !== undefined && one !== '');
  return typeof value === 'string' ? value : undefined;
};

function shown(values: ItemValues): MailItem {
  const [from, at] = [textOf(values, 'from', 'organizer', 'owner'), textOf(values, 'dateTimeReceived', 'received', 'start', 'startDate')];
  return { id: textOf(values, 'id') ?? '', title: textOf(values, 'subject', 'displayName', 'fileAs') ?? '', ...(from === undefined ? {} : { from }), ...(at === undefined ? {} : { at }) };
}

/** The texts of an activity whose placeholders were filled in already. */
function textsOf({ activity, shape }: PlannedActivity): ResolvedTexts {
  const properties = Object.entries(shape.properties).flatMap(([key, field]) => {
    const design = activity.properties[key] ?? field.default;
    return typeof design === 'string' ? [[key, design] as const] : [];
  });
  return { inputs: [], properties: new Map(properties), filters: activity.filters.map(({ value }) => value), missing: [], secret: new Set(), variables: new Map(), problem: undefined };
}

/**
 * Counts the items that the filters of an activity let through now, and tells the first few. The activity's texts hold values only.
 * Nothing is told for an activity that searches nothing. Throws what reading its values throws, and what the mailbox throws.
 */
export async function* matchesOf(activity: Activity, connection: Connection, registry: Registry, exchange: Exchange, signal: AbortSignal): AsyncGenerator<BrowseEvent, void> {
  const definition = registry.get(activity.type);
  if (definition?.matches === undefined) return;
  const shape = shapeOf(definition, activity, connection, { returns: [], target: () => undefined });
  const fields = Object.entries(shape.properties);
  const planned: PlannedActivity = { key: '', activity, definition, connection, shape, fields, published: [], links: [], joins: false, expression: (text) => parse(text) };
  const { properties, filters } = parseInputs(planned, textsOf(planned));
  const items: MailItem[] = [];
  let count = 0;
  for await (const values of definition.matches({ properties, filters, exchange, signal }, mostMatches + 1)) {
    if (count === mostMatches) return void (yield { type: 'matches', count, more: true, items });
    count += 1;
    if (items.length < shownItems) items.push(shown(values));
    if (count <= shownItems || count % tellEvery === 0) yield { type: 'matches', count, more: false, items: [...items] };
  }
  yield { type: 'matches', count, more: false, items };
}
