import { expect, test } from 'vitest';
import { defineActivity } from '../../../shared/activities/defineActivity.ts';
import { activityPage } from '../../../shared/activities/documentation.ts';
import { registryOf } from '../../../shared/activities/registry.ts';
import { shapeOf } from '../../../shared/activities/shape.ts';
import { choice, integer, text } from '../../../shared/fields/field.ts';
import { addActivity, setProperty } from '../../../shared/runbook/edits.ts';
import { reference } from '../../../shared/runbook/expression/reference.ts';
import { problemsOf } from '../../../shared/runbook/problems.ts';
import { subscribable } from '../../../shared/runbook/subscribable.ts';
import { runbook } from '../../fixtures/runbooks.ts';
import { perform } from '../../scenarios/perform.ts';

// An activity that nobody but this file knows. Defining it is all there is to do.
const greet = defineActivity({
  type: 'test.greet',
  version: 1,
  title: 'Greet',
  category: 'Test',
  icon: 'send',
  summary: 'Makes a greeting.',
  connection: 'none',
  effect: 'none',
  properties: {
    who: text({ label: 'Who', required: true, help: 'Whom to greet.' }),
    manner: choice({ label: 'Manner', options: ['Short', 'Long'], default: 'Short', help: 'How to greet.' }),
    times: integer({ label: 'Times', minimum: 1, maximum: 3, help: 'How often.' }),
  },
  publishes: { greeting: text({ label: 'Greeting', required: true, help: 'The greeting.' }) },
  async *run({ properties }) {
    const greeting = properties.manner === 'Long' ? `Good day, ${properties.who}` : `Hi ${properties.who}`;
    for (let count = 0; count < (properties.times ?? 1); count += 1) yield { own: { greeting } };
  },
});

const facts = { registry: registryOf([greet]), connections: [], variables: [], runbooks: [] };
const first = addActivity(runbook({}), greet, { at: [0, 0] });
const second = addActivity(first.runbook, greet, { at: [240, 0], after: first.key });
const drawn = setProperty(setProperty(second.runbook, first.key, 'who', 'Ana'), second.key, 'who', reference(first.key, 'Greeting'));

test('its fields are the form', () => {
  expect(Object.values(shapeOf(greet, { properties: {} }, undefined, { returns: [], target: () => undefined }).properties).map((field) => field.label)).toEqual(['Who', 'Manner', 'Times']);
});

test('a new one has its defaults, and what is missing is a problem', () => {
  expect(first.runbook.activities[first.key]).toMatchObject({ name: 'Greet', properties: { manner: 'Short' } });
  expect(problemsOf(first.runbook, facts).map((problem) => problem.what)).toEqual(['Greet: Who is required.']);
  expect(problemsOf(setProperty(drawn, first.key, 'times', '9'), facts).map((problem) => problem.what)).toEqual(['Greet: Times must be between 1 and 3.']);
});

test('its published data can be subscribed to', () => {
  const [source] = subscribable(drawn, second.key, facts);
  expect(source?.items[0]).toMatchObject({ label: 'Greeting', dataType: 'text', common: false });
});

test('it has a page', () => {
  const page = activityPage(greet, []);
  expect(page).toContain('# Greet');
  expect(page).toContain('| Times | Whole number, 1 to 3 | no |  | How often. |');
});

test('the engine runs it', async () => {
  expect(problemsOf(drawn, facts)).toEqual([]);
  const { events } = await perform({ runbook: drawn, registry: facts.registry });
  expect(events.flatMap((event) => (event.type === 'activityPublished' ? [event.values['Greeting']] : []))).toEqual(['Hi Ana', 'Hi Hi Ana']);
});
