import { Link } from 'react-router-dom'
import type { Unit } from '#contract/unit.ts'
import { paths } from '#src/lib/paths.ts'
import { Icon } from '#src/ui/icon.tsx'
import { Mark } from '#src/ui/mark.tsx'
import './unit-band.css'

/** The head of Home. It is complete before the unit is known, and then only gains a name. */
export function UnitBand({ unit }: { unit: Unit | undefined }) {
  return (
    <>
      {/* Stays while the band scrolls away, so that nothing runs under the phone's clock. */}
      <div className="status-strip" />
      <header className="unit-band">
        <div className="unit-band__inside">
          <div className="unit-band__names">
            <Mark size={44} />
            <div>
              <p className="unit-band__name">{unit?.name ?? 'Cổng công dân'}</p>
              <p className="unit-band__parent">{unit?.parent ?? 'Công an phường phục vụ người dân'}</p>
            </div>
          </div>
          <div className="unit-band__greeting">
            <h1 tabIndex={-1}>Bạn cần việc gì?</h1>
            <Link to={paths.settings()} className="unit-band__settings">
              <Icon name="text-size" size="1.5rem" /> Cỡ chữ
            </Link>
          </div>
        </div>
      </header>
    </>
  )
}
