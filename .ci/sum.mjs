// Adds up the test reports. A run without a report, or a failed step that is no test, counts as a failure.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const [folder, failedSteps] = process.argv.slice(2)
let passed = 0
let failed = 0
for (const name of ['embedded', 'postgres', 'e2e']) {
  const path = join(folder, `${name}.json`)
  const report = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined
  passed += report?.numPassedTests ?? 0
  failed += report ? report.numFailedTests : 1
}
if (Number(failedSteps) > 0 && failed === 0) failed = Number(failedSteps)
console.log(`${passed} passed, ${failed} failed`)
process.exit(failed > 0 ? 1 : 0)
