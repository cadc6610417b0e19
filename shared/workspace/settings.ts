import { z } from 'zod';

const values = {
  colorMode: z.enum(['system', 'light', 'dark', 'highContrast']),
  /** Folder for the pack's log files; empty means the pack's own place. */
  logFolder: z.string(),
  /** How long recorded runs are kept, and how much room they may take. */
  historyDays: z.number().int().min(1).max(3650),
  historyMegabytes: z.number().int().min(10).max(100_000),
  recentWorkspaces: z.array(z.object({ path: z.string(), name: z.string() })),
  sideBarWidth: z.number(),
  propertyPanelWidth: z.number(),
  bottomPanelHeight: z.number(),
};

/** Settings of the person, not of the workspace. Unknown keys of a newer version are kept. */
export const Settings = z.looseObject({
  colorMode: values.colorMode.default('system'),
  logFolder: values.logFolder.default(''),
  historyDays: values.historyDays.default(90),
  historyMegabytes: values.historyMegabytes.default(500),
  recentWorkspaces: values.recentWorkspaces.default([]),
  sideBarWidth: values.sideBarWidth.default(240),
  propertyPanelWidth: values.propertyPanelWidth.default(340),
  bottomPanelHeight: values.bottomPanelHeight.default(280),
});
export type Settings = z.infer<typeof Settings>;
/** A change of some settings. It is made from the bare values: with their defaults, a change of one would set back the others. */
export const SettingsChange = z.object(values).partial();
export type SettingsChange = z.infer<typeof SettingsChange>;

/** How long the history keeps runs, as the settings say it. */
export const retentionOf = ({ historyDays, historyMegabytes }: Settings): { readonly days: number; readonly megabytes: number } => ({ days: historyDays, megabytes: historyMegabytes });
