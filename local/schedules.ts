import {Cron} from 'croner'
import {CannotStart} from './cannot-start.ts'

const UNIT_MS: Readonly<Record<string, number>> = {minute: 60_000, hour: 3_600_000, day: 86_400_000}

/** Runs on an EventBridge schedule: `rate(5 minutes)`, or `cron(…)` of six fields in UTC. */
export function every(expression: string, run: () => void, where: string): {stop(): void} {
  const rate = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(expression)
  if (rate) {
    const timer = setInterval(run, Number(rate[1]) * UNIT_MS[rate[2]!]!)
    return {stop: () => clearInterval(timer)}
  }
  return new Cron(cronOf(expression, where), {timezone: 'Etc/UTC'}, run)
}

/** EventBridge's six fields (minute, hour, day, month, weekday 1-7 from Sunday, year) as croner's seven (0-6). */
export function cronOf(expression: string, where: string): string {
  const fields = /^cron\(([\d*?,/\-A-Z ]+)\)$/.exec(expression)?.[1]?.split(' ')
  const [minute, hour, day, month, weekday, year] = fields ?? []
  if (fields?.length !== 6 || /[LW]/.test(`${day}`) || /L|#/.test(`${weekday}`))
    throw new CannotStart(
      `${where} has the schedule ${expression}, which the local runtime does not implement.`,
    )
  const shifted = weekday!.replace(/(\/?)(\d)/g, (whole, step, digit) =>
    step ? whole : String(Number(digit) - 1),
  )
  return ['0', minute, hour, day, month, shifted, year].join(' ').replaceAll('?', '*')
}
