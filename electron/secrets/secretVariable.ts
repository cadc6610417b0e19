/** The environment variable that can hold a configuration's password for the command line (decisions 12): upper case, other characters as `_`. */
export function secretVariable(connectionKey: string): string {
  return `EXCHANGE_RUNBOOK_SECRET_${connectionKey.toUpperCase().replace(/[^A-Z0-9]/g, '_')}`;
}
