import { samples } from '../demo/samples.ts';
import { exitStatus, sharedOptions, type Command } from './command.ts';

/** Lists the sample runbooks. */
export const samplesCommand: Command = {
  name: 'samples',
  usage: '[--json]',
  summary: 'Lists the sample runbooks that run against the demo server.',
  options: sharedOptions,
  async run(_typed, { out }) {
    for (const { id, title, summary } of samples) out.record({ type: 'sample', id, title, summary });
    out.record({ type: 'summary', command: 'samples', samples: samples.length });
    out.table([['Name', 'Title', 'What it does'], ...samples.map(({ id, title, summary }) => [id, title, summary])]);
    return exitStatus.success;
  },
};
