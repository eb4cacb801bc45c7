import * as z from 'zod'
import {SEXES} from '../../../domain/child/child.ts'
import {ETHNICITIES, type EthnicityCode} from '../../../domain/child/ethnicity.ts'

export const sex = z.enum(SEXES).meta({id: 'Sex', description: 'SSDA903 SEX.'})
export const ethnicity = z
  .enum(Object.keys(ETHNICITIES) as EthnicityCode[], 'must be an SSDA903 ethnicity code')
  .meta({id: 'Ethnicity', description: 'SSDA903 ethnicity code.'})
