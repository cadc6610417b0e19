import { z } from 'zod';
import { TargetInterface, type WorkspaceTarget } from '../runbook/targets.ts';

export const workspaceFormatVersion = 1;

/** `workspace.yaml`. The id names this workspace's secrets in the keychain; it is not secret itself. */
export const WorkspaceFile = z.object({
  formatVersion: z.number().int().default(workspaceFormatVersion),
  id: z.string(),
  name: z.string(),
});
export type WorkspaceFile = z.infer<typeof WorkspaceFile>;

/** A runbook in the side bar's tree: key is its path below `runbooks/` without the ending, with `/`. */
export const RunbookEntry = z.object({
  key: z.string(),
  name: z.string(),
  folder: z.string(),
  problem: z.string().optional(),
  /** Names the bytes on disk. */
  revision: z.string().optional(),
  /** What the runbook is for those that invoke it; missing while it cannot be read. */
  target: TargetInterface.optional(),
});
export type RunbookEntry = z.infer<typeof RunbookEntry>;

/** The runbooks that others can invoke. */
export function targetsIn(entries: readonly RunbookEntry[]): WorkspaceTarget[] {
  return entries.flatMap(({ key, name, target }) => (target === undefined ? [] : [{ key, name, ...target }]));
}

/** What the window knows of the open workspace. */
export const WorkspaceView = z.object({
  id: z.string(),
  name: z.string(),
  /** Shown to the person only. */
  path: z.string(),
  demo: z.boolean(),
  runbooks: z.array(RunbookEntry),
});
export type WorkspaceView = z.infer<typeof WorkspaceView>;
