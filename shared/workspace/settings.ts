import { z } from 'zod';
import { choice, line, toggle, wholeNumber, type SettingDefinition } from './settingDefinition.ts';

/** Every setting of the Settings screen. A new one is one entry here: the screen, the file and its check come from it. */
export const settingDefinitions = {
  colorMode: choice({
    group: 'Appearance',
    title: 'Colors',
    help: 'Light or dark, the same as the system, or the strongest contrast.',
    options: { system: 'Same as system', light: 'Light', dark: 'Dark', highContrast: 'High contrast' },
    initial: 'system',
  }),
  density: choice({
    group: 'Appearance',
    title: 'Density',
    help: 'Compact shows more at once; comfortable leaves more room around controls and rows.',
    options: { compact: 'Compact', comfortable: 'Comfortable' },
    initial: 'compact',
  }),
  textSize: wholeNumber({ group: 'Appearance', title: 'Text size', help: 'Size of everything in the window.', minimum: 80, maximum: 200, unit: '%', initial: 100 }),
  reduceMotion: toggle({ group: 'Appearance', title: 'Reduce motion', help: 'Shows changes at once, whatever the system says about motion.', initial: false }),
  railLabels: toggle({ group: 'Appearance', title: 'Names in the rail', help: 'Shows the name of each view below its icon at the left edge.', initial: true }),
  reopen: toggle({ group: 'Editor', title: 'Open what was open before', help: 'Opens the last workspace and its tabs when the app starts.', initial: true }),
  showConsole: toggle({ group: 'Test runs', title: 'Show the console when a test starts', help: 'Opens the bottom panel at the console for every test.', initial: true }),
  logFolder: line({
    group: 'Traces and history',
    title: 'Folder for log files',
    help: 'Where Trace EWS request/response and Log OAuth request/response write their files.',
    placeholder: 'The folder of the integration pack',
    initial: '',
  }),
  historyDays: wholeNumber({ group: 'Traces and history', title: 'Keep runs for', help: 'Recorded runs that are older are removed.', minimum: 1, maximum: 3650, unit: 'days', initial: 90 }),
  historyMegabytes: wholeNumber({ group: 'Traces and history', title: 'Room for runs', help: 'When recorded runs take more room than this, the oldest are removed.', minimum: 10, maximum: 100_000, unit: 'MB', initial: 500 }),
  singleKeys: toggle({ group: 'Keyboard', title: 'Single-key shortcuts', help: 'Lets keys without Ctrl or Alt, such as L and D, run commands while the canvas has the focus.', initial: true }),
} as const;
export type SettingKey = keyof typeof settingDefinitions;

type Value<D> = D extends SettingDefinition<infer T> ? T : never;
type Shown = { [K in SettingKey]: Value<(typeof settingDefinitions)[K]> };

const Tab = z.object({ kind: z.string(), key: z.string().optional() });
/** What was open when the app was left. */
export const Session = z.object({
  workspace: z.object({ path: z.string(), demo: z.boolean() }).optional(),
  tabs: z.array(Tab),
  active: Tab.optional(),
  sideView: z.string(),
  sideBarOpen: z.boolean(),
  bottomOpen: z.boolean(),
  bottomTab: z.string(),
  propertyPanelOpen: z.boolean(),
});
export type Session = z.infer<typeof Session>;

/** What is remembered without being a setting: it is changed where it is seen. */
const remembered = {
  recentWorkspaces: z.array(z.object({ path: z.string(), name: z.string() })),
  sideBarWidth: z.number(),
  propertyPanelWidth: z.number(),
  bottomPanelHeight: z.number(),
  /** Keys that the person changed: accelerator by command, '' for none. */
  keys: z.record(z.string(), z.string()),
  session: Session.nullable(),
};

const Remembered = z.looseObject({
  recentWorkspaces: remembered.recentWorkspaces.default([]),
  sideBarWidth: remembered.sideBarWidth.default(240),
  propertyPanelWidth: remembered.propertyPanelWidth.default(380),
  bottomPanelHeight: remembered.bottomPanelHeight.default(280),
  keys: remembered.keys.default({}),
  session: remembered.session.default(null).catch(null),
});

const definitions = Object.entries<SettingDefinition>(settingDefinitions);

const isShown = (value: object): value is Shown => definitions.every(([key, { schema }]) => schema.safeParse(Reflect.get(value, key)).success);

/** The settings of the screen in what a file holds. A value that this version does not know is the one it begins with. */
function shownIn(raw: Readonly<Record<string, unknown>>): Shown {
  const values = Object.fromEntries(definitions.map(([key, { schema, initial }]) => [key, schema.safeParse(raw[key]).success ? raw[key] : initial]));
  if (!isShown(values)) throw new Error('A setting begins with a value that its own schema refuses.');
  return values;
}

/** Settings of the person, not of the workspace. Unknown keys of a newer version are kept. */
export const Settings = Remembered.transform((raw) => ({ ...raw, ...shownIn(raw) }));
export type Settings = z.output<typeof Settings>;

const changeable: Readonly<Record<string, z.ZodType>> = { ...remembered, ...Object.fromEntries(definitions.map(([key, { schema }]) => [key, schema])) };

/** A change of some settings; those it does not name stay. */
export type SettingsChange = Partial<Shown & z.infer<z.ZodObject<typeof remembered>>>;
export const SettingsChange = z.custom<SettingsChange>(
  (value) => typeof value === 'object' && value !== null && Object.entries(value).every(([key, one]) => changeable[key]?.safeParse(one).success === true),
  'a setting that does not exist, or a value that it cannot have',
);

/** How long the history keeps runs, as the settings say it. */
export const retentionOf = ({ historyDays, historyMegabytes }: Settings): { readonly days: number; readonly megabytes: number } => ({ days: historyDays, megabytes: historyMegabytes });
