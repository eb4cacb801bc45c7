import {OWN_TABLES} from '../../domain/ssda903/own-tables.ts'
import {dateOf} from './collection.ts'
import {csvOf} from './csv.ts'
import type {History} from './history.ts'

const COLUMNS = OWN_TABLES.Costs

/**
 * A row for each home that is paid for by the week, in the manner of a finance system's extract. `TO` is the day of
 * leaving, blank where it goes on.
 */
export const costExtract = (histories: readonly History[]): string =>
  csvOf(
    COLUMNS,
    histories.flatMap(({reference, homes}) =>
      homes
        .filter(({home}) => home.weeklyPence !== null)
        .map(({from, until, home}) => ({
          CHILD: reference,
          PROVIDER: home.supplier,
          WEEKLY_PENCE: `${home.weeklyPence}`,
          FROM: dateOf(from),
          TO: dateOf(until),
        })),
    ),
  )
