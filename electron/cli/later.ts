import { AppError } from '../../shared/errors/appError.ts';
import { sharedOptions, type Command } from './command.ts';

function later(name: string, usage: string, summary: string, options: Command['options'] = {}): Command {
  return {
    name,
    usage,
    summary,
    later: true,
    options: { ...sharedOptions, ...options },
    run: () => Promise.reject(new AppError('cli.later', { command: name })),
  };
}

/** Commands whose names are taken already; each says that it comes later. */
export const laterCommands: readonly Command[] = [
  later('import', '<file.ois_export> --into DIR [--json]', 'Reads an export of Orchestrator.', { into: { type: 'string' } }),
  later('export', '<runbook>… --out FILE', 'Writes an export for Orchestrator.', { out: { type: 'string' } }),
];
