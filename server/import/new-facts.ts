import { factorHash } from '../keys/factor-hash.ts'
import { phoneHash } from '../keys/phone-hash.ts'
import type { StoredApplication } from './import.repo.ts'
import type { Fact, Facts } from './plan.ts'
import type { SheetRecord } from './records.ts'
import type { RowContext } from './row-context.ts'

/** What the sheet leaves empty stays as it is. */
export function newFacts(
  record: SheetRecord,
  stored: StoredApplication,
  { key, station, guideOf }: Pick<RowContext, 'key' | 'guideOf'> & { station: string },
): Facts {
  const same = record.procedure === stored.procedure
  return {
    procedure: record.procedure,
    guideSlug: same ? stored.guideSlug : (guideOf(record.procedure)?.slug ?? null),
    place: record.place ?? stored.place,
    station,
    factorHash: record.factor === null ? stored.factorHash : factorHash(key, record.code, record.factor),
    phoneHash: record.phone === null ? stored.phoneHash : phoneHash(key, record.phone),
  }
}

export function changesOf(stored: Facts, facts: Facts): Fact[] {
  const same = {
    procedure: stored.procedure === facts.procedure,
    place: stored.place === facts.place,
    station: stored.station === facts.station,
    factor: stored.factorHash.equals(facts.factorHash),
    phone: (stored.phoneHash ?? Buffer.of()).equals(facts.phoneHash ?? Buffer.of()),
  }
  return (Object.keys(same) as Fact[]).filter((fact) => !same[fact])
}
