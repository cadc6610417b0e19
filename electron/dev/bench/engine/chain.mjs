/** Activities of the chain, or function nodes of the flow. */
export const length = 10;

const step = (number) => `step-${number}`;

/** An activity that publishes as many rows as it is asked for, and one that adds an item to each row it is given. Neither waits for anything. */
export function activitiesOf({ integer }) {
  const shared = { version: 1, category: 'Bench', icon: 'start', connection: 'none', effect: 'none' };
  const number = integer({ label: 'Number', required: true, help: 'A number.' });
  return [
    {
      ...shared,
      type: 'bench.rows',
      title: 'Rows',
      summary: 'Publishes rows.',
      properties: { count: integer({ label: 'Count', required: true, help: 'How many.' }) },
      publishes: { number },
      *run({ properties }) {
        for (let row = 1; row <= properties.count; row += 1) yield { own: { number: row } };
      },
    },
    {
      ...shared,
      type: 'bench.add',
      title: 'Add',
      summary: 'Adds one.',
      properties: { to: number },
      publishes: { number },
      *run({ properties }) {
        yield { own: { number: properties.to + 1 } };
      },
    },
  ];
}

/** Rows, and ten activities after each other; each takes the number of the one before. */
export function runbookOf(rows, order) {
  const numbers = Array.from({ length }, (_, index) => index + 1);
  const added = numbers.map((number) => [step(number), { type: 'bench.add', name: `Step ${number}`, properties: { to: `{{${step(number - 1)}.Number}}` } }]);
  return {
    name: 'Bench',
    order,
    activities: { [step(0)]: { type: 'bench.rows', name: 'Rows', properties: { count: String(rows) } }, ...Object.fromEntries(added) },
    links: numbers.map((number) => ({ from: step(number - 1), to: step(number) })),
  };
}

/**
 * The same as a flow of Node-RED: a function node that hands on all messages at once, as an array and not copied, and ten function nodes; each adds
 * a property from the one before. The last tells the bench of each message.
 */
export function flowOf(rows) {
  const node = (id, func, next) => ({ id, z: 'tab', type: 'function', name: id, func, outputs: 1, timeout: 0, noerr: 0, initialize: '', finalize: '', libs: [], x: 0, y: 0, wires: [next] });
  const added = Array.from({ length }, (_, index) => {
    const number = index + 1;
    const told = number === length ? "global.get('bench').arrived(msg);" : '';
    return node(step(number), `msg.number${number} = msg.number${index} + 1; ${told} return msg;`, number === length ? [] : [step(number + 1)]);
  });
  const begin = `global.get('bench').begin(); const all = []; for (let row = 1; row <= ${rows}; row += 1) all.push({ number0: row }); return [all];`;
  return [
    { id: 'tab', type: 'tab', label: 'Bench', disabled: false, info: '' },
    { id: 'start', z: 'tab', type: 'inject', name: 'start', props: [], repeat: '', crontab: '', once: true, onceDelay: 0.1, topic: '', x: 0, y: 0, wires: [[step(0)]] },
    node(step(0), begin, [step(1)]),
    ...added,
  ];
}
