import type {Day} from '../../domain/calendar.ts'
import {OWN_TABLES} from '../../domain/ssda903/own-tables.ts'
import {dateOf} from './collection.ts'
import {weeklyCosts} from './costs-of-home.ts'
import {csvOf} from './csv.ts'
import type {History} from './history.ts'

const COLUMNS = OWN_TABLES.Costs

/**
 * A row for each time in which a home cost the same by the week, in the manner of a finance system's extract. `TO` is the
 * day of leaving or of the change, blank where it goes on.
 */
export const costExtract = (histories: readonly History[], today: Day): string =>
  csvOf(
    COLUMNS,
    histories.flatMap(({reference, homes}) =>
      homes.flatMap(stretch =>
        weeklyCosts(reference, stretch, today).map(({from, until, penceAWeek}) => ({
          CHILD: reference,
          PROVIDER: stretch.home.supplier,
          WEEKLY_PENCE: `${penceAWeek}`,
          FROM: dateOf(from),
          TO: dateOf(until),
        })),
      ),
    ),
  )
