import {Cron} from 'croner'
import {CannotStart} from './cannot-start.ts'

const UNIT_MS: Readonly<Record<string, number>> = {minute: 60_000, hour: 3_600_000, day: 86_400_000}

/** Runs on an EventBridge schedule: `rate(5 minutes)`, or `cron(…)` of six fields in UTC. */
export function every(expression: string, run: () => void, where: string): {stop(): void} {
  const rate = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(expression)
  if (!rate) return cron(expression, where).schedule(run)
  const timer = setInterval(run, Number(rate[1]) * UNIT_MS[rate[2]!]!)
  return {stop: () => clearInterval(timer)}
}

/** EventBridge's fields are minute, hour, day, month, weekday (1-7 from Sunday) and year; croner's begin with seconds. */
export function cron(expression: string, where: string): Cron {
  const fields = /^cron\(([\d*?,/\-A-Z ]+)\)$/.exec(expression)?.[1]?.split(' ')
  if (fields?.length !== 6 || /[LW]/.test(`${fields[2]}`) || /L/.test(`${fields[4]}`))
    throw new CannotStart(
      `${where} has the schedule ${expression}, which the local runtime does not implement.`,
    )
  return new Cron(['0', ...fields].join(' '), {
    timezone: 'Etc/UTC',
    alternativeWeekdays: true,
    sloppyRanges: true,
  })
}
