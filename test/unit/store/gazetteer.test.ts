import {expect, test} from 'vitest'
import {
  loadPostcodes,
  memoryGazetteer,
  normalisePostcode,
  postcodeItem,
} from '../../../functions/store/gazetteer.ts'

const gazetteer = memoryGazetteer([
  postcodeItem('SE6 4RU', {easting: 537_600, northing: 173_900}),
  postcodeItem('e1 6an', {easting: 533_500, northing: 181_800}),
])

test.each(['SE6 4RU', 'se64ru', ' Se6  4rU '])('%s is the same postcode however it is written', written => {
  expect(normalisePostcode(written)).toBe('SE6 4RU')
})

test('postcodes are found however they are written, and those that nobody knows are left out', async () => {
  const found = await loadPostcodes(gazetteer, [
    'se64ru',
    'SE6 4RU',
    'E1 6AN',
    'ZZ99 9ZZ',
    '',
    'a#b',
    'x'.repeat(5000),
  ])
  expect([...found]).toEqual([
    ['SE6 4RU', {postcode: 'SE6 4RU', easting: 537_600, northing: 173_900}],
    ['E1 6AN', {postcode: 'E1 6AN', easting: 533_500, northing: 181_800}],
  ])
})
