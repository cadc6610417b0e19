import { z } from 'zod';

/** Settings of the person, not of the workspace. Unknown keys of a newer version are kept. */
export const Settings = z.looseObject({
  colorMode: z.enum(['system', 'light', 'dark', 'highContrast']).default('system'),
  /** Folder for the pack's log files; empty means the pack's own place. */
  logFolder: z.string().default(''),
  recentWorkspaces: z.array(z.object({ path: z.string(), name: z.string() })).default([]),
  sideBarWidth: z.number().default(240),
  propertyPanelWidth: z.number().default(340),
  bottomPanelHeight: z.number().default(280),
});
export type Settings = z.infer<typeof Settings>;
/** A change of some settings. */
export const SettingsChange = Settings.partial();
export type SettingsChange = z.infer<typeof SettingsChange>;
