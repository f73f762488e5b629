import type { Exchange } from './exchange.ts'
import type { FaultPlace } from './state.ts'

/** Does the work and answers, unless the next fault in wait at this place has it otherwise. */
export function withFaults(exchange: Exchange, place: FaultPlace, work: () => unknown): void {
  const { state, answer } = exchange
  state.onMoment('arrived', place)
  const fault = state.faults[place].shift()
  if (fault === 'busy') return answer({ error: -32, message: 'Too many requests' }, 429)
  if (fault === 'outage') return answer({ error: -1, message: 'Service Unavailable' }, 503)
  if (fault === 'silence') return
  const result = work()
  state.onMoment('done', place)
  if (fault === 'outage-after') return answer({ error: -1, message: 'Bad gateway' }, 502)
  if (fault === 'silence-after') return
  if (fault === 'reset-after') return exchange.hangUp()
  answer(result)
  state.onMoment('answered', place)
}
