import {addDays, type Day} from '../../domain/calendar.ts'
import {drawCode} from '../heritage.ts'
import {dobBetween} from '../people.ts'
import {ETHNICITY_SHARES} from '../targets.ts'
import {type History, type Telling, tell} from './history.ts'

/** Disabled children who live with their family and stay with a carer now and then, under one agreement (V4). */
export function historiesOfShortBreaks(
  count: number,
  firstNumber: number,
  telling: Telling,
): readonly History[] {
  return Array.from({length: count}, (_, index) => oneAgreement(firstNumber + index, telling))
}

function oneAgreement(number: number, {today, ground, random: all}: Telling): History {
  const random = all.fork(`short breaks ${number}`)
  const from: Day = addDays(today, -random.integer(60, 900))
  const subject = {
    reference: `C-${100_000 + number}`,
    dob: dobBetween(6, 15, today, random),
    sex: random.byWeight({M: 60, F: 40}),
    ethnicity: drawCode(random.byWeight(ETHNICITY_SHARES), random),
    uasc: false,
  } as const
  const home = {
    place: 'U6',
    provider: 'PR1',
    postcode: null,
    urn: null,
    supplier: 'in-house',
    weeklyPence: null,
  } as const
  return tell(
    subject,
    {
      homes: [{from, until: null, home}],
      orders: [{from, status: 'V4'}],
      need: 'N2',
      homePostcode: null,
      ceased: null,
    },
    {ground, today, random},
  )
}
