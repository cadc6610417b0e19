/** The clouds of Microsoft 365 (learn.microsoft.com/entra/identity-platform/authentication-national-cloud) and the hosts of Exchange in them. */
export const clouds = [
  { name: 'Global, and US Government GCC', instance: 'https://login.microsoftonline.com', exchange: 'https://outlook.office365.com' },
  { name: 'US Government GCC High and DoD', instance: 'https://login.microsoftonline.us', exchange: 'https://outlook.office365.us' },
  { name: 'China (21Vianet)', instance: 'https://login.partner.microsoftonline.cn', exchange: 'https://partner.outlook.cn' },
] as const;
