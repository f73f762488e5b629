import type { Point } from '#contract/point.ts'
import type { TipArea } from '#contract/tips.ts'
import './tips.css'

const width = 320
const height = 200
const margin = 34
const kilometresPerDegree = 111

/** Degrees as they are written here: `11,154`. */
const degrees = new Intl.NumberFormat('vi-VN', { minimumFractionDigits: 3, maximumFractionDigits: 3 })

/** Where the point lies among the wards, drawn from what the phone has: no map from anywhere, and the same in words. */
export function PlaceSketch({ point, areas }: { point: Point; areas: readonly TipArea[] }) {
  const near = nearest(point, areas)
  const place = near ? project([point, ...areas.map(({ centre }) => centre)]) : undefined
  return (
    <div className="tip-sketch">
      {place && (
        <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true" className="tip-sketch__map">
          {areas.map(({ id, name, centre }, index) => (
            <g key={id} transform={move(place(centre))}>
              <circle r="3" className="tip-sketch__ward" />
              <text y={index % 2 === 0 ? -7 : 16} textAnchor="middle" className="tip-sketch__name">
                {name.replace(/^Phường /, '')}
              </text>
            </g>
          ))}
          <circle r="7" transform={move(place(point))} className="tip-sketch__point" />
        </svg>
      )}
      <p>
        Đã lấy vị trí: {degrees.format(point.lat)} vĩ Bắc, {degrees.format(point.lon)} kinh Đông.{' '}
        {near && `Cách giữa ${near.name.replace(/^P/, 'p')} khoảng ${near.kilometres} km.`}
      </p>
    </div>
  )
}

const move = ({ x, y }: { x: number; y: number }) => `translate(${x.toFixed(1)} ${y.toFixed(1)})`

/** Fits all of them into the sketch, with one scale for both directions: at this latitude a degree is nearly square. */
function project(points: readonly Point[]) {
  const [lats, lons] = [points.map(({ lat }) => lat), points.map(({ lon }) => lon)]
  const [top, bottom] = [Math.max(...lats), Math.min(...lats)]
  const [left, right] = [Math.min(...lons), Math.max(...lons)]
  const scale = Math.min(
    (width - 2 * margin) / (right - left || 1),
    (height - 2 * margin) / (top - bottom || 1),
  )
  return ({ lat, lon }: Point) => ({
    x: width / 2 + (lon - (left + right) / 2) * scale,
    y: height / 2 - (lat - (top + bottom) / 2) * scale,
  })
}

function nearest({ lat, lon }: Point, areas: readonly TipArea[]) {
  const [first] = areas
    .map(({ name, centre }) => ({ name, far: Math.hypot(centre.lat - lat, centre.lon - lon) }))
    .sort((a, b) => a.far - b.far)
  return first && { name: first.name, kilometres: Math.max(1, Math.round(first.far * kilometresPerDegree)) }
}
