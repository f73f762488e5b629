import { floods, runFlood } from '#server/tips/flood.fixture.ts'

/** `npm run bench:flood`: 100,000 messages within an hour of simulated time, with real tips in between. */
for (const flood of floods) {
  const { flood: bad, honest, stored, bytes, ms } = runFlood(flood)
  console.log(
    `\n${flood.messages} messages, ${flood.name}; ${flood.honest} real tips meanwhile (${(ms / 1000).toFixed(1)} s)`,
  )
  console.log(`  flood: ${bad.single} among the single tips, ${bad.inWaves} in waves, ${bad.refused} refused`)
  console.log(
    `  real:  ${honest.single} among the single tips, ${honest.inWaves} in waves, ${honest.refused} refused`,
  )
  console.log(`  stored ${stored} rows, about ${(bytes / 1_000_000).toFixed(1)} MB`)
}
