/** How an import and its files are named in the audit. */
export const importRecords = (mark: string, applicationIds: readonly number[]): string[] => [
  `import/${mark}`,
  ...applicationIds.map((id) => `application/${id}`),
]
