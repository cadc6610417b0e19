/** One step of a file format: forward only, pure, from the version before `to`. Values are what YAML holds, unknown keys included. */
export interface Migration {
  readonly to: number;
  /** What changes, for the changelog. */
  readonly summary: string;
  readonly apply: (value: Readonly<Record<string, unknown>>) => Record<string, unknown>;
}

/** The value at the newest version, and whether any step was needed. Throws where the list has a gap. */
export function migrate(value: Readonly<Record<string, unknown>>, found: number, migrations: readonly Migration[]): Record<string, unknown> {
  let current: Record<string, unknown> = { ...value };
  let version = found;
  for (const migration of migrations) {
    if (migration.to <= version) continue;
    if (migration.to !== version + 1) throw new Error(`There is no migration from format version ${version} to ${version + 1}.`);
    current = { ...migration.apply(current), formatVersion: migration.to };
    version = migration.to;
  }
  return current;
}
