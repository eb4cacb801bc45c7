import type {Borough} from '../borough.ts'
import {costExtract} from './cost-extract.ts'
import {householdList} from './household-list.ts'
import {makeHistories, makeReturn, returnYears} from './make-return.ts'

/** The returns of eleven years, each in a folder, with the cost extract and the household list: text by path. */
export function returnFiles(borough: Borough): ReadonlyMap<string, string> {
  const histories = makeHistories(borough)
  const files = new Map<string, string>()
  for (const year of returnYears(borough))
    for (const [name, text] of makeReturn(borough, {year, histories}))
      files.set(`returns/${year}/${name}`, text)
  return files
    .set('costs.csv', costExtract(histories, borough.today))
    .set('households.csv', householdList(borough))
}
