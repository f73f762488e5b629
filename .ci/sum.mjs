// Adds up the test reports, after naming what failed: whoever reads only the end must learn it there.
// A run without a report, or a failed step that is no test, counts as a failure.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const SHOWN_OF_A_MESSAGE = 600

function tell(run, report) {
  for (const file of report.testResults.filter((one) => one.status === 'failed')) {
    if (file.message)
      console.log(`FAILED in ${run}: ${file.name}\n  ${file.message.slice(0, SHOWN_OF_A_MESSAGE)}`)
    for (const test of file.assertionResults.filter((one) => one.status === 'failed'))
      console.log(
        `FAILED in ${run}: ${file.name}: ${test.fullName}\n  ${test.failureMessages.join('\n').slice(0, SHOWN_OF_A_MESSAGE)}`,
      )
  }
}

const [folder, failedSteps] = process.argv.slice(2)
let passed = 0
let failed = 0
for (const name of ['embedded', 'postgres', 'e2e']) {
  const path = join(folder, `${name}.json`)
  const report = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined
  if (report) tell(name, report)
  passed += report?.numPassedTests ?? 0
  failed += report ? report.numFailedTests : 1
}
if (Number(failedSteps) > 0 && failed === 0) failed = Number(failedSteps)
console.log(`${passed} passed, ${failed} failed`)
process.exit(failed > 0 ? 1 : 0)
