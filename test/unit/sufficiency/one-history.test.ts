import {describe, expect, it} from 'vitest'
import type {Day} from '../../../domain/calendar.ts'
import type {PlacementId} from '../../../domain/ids.ts'
import type {Placement} from '../../../domain/placement/placement.ts'
import type {Episode} from '../../../domain/sufficiency/history.ts'
import {spellsOf} from '../../../domain/sufficiency/spells.ts'
import {type ChildOnRecord, historyOf} from '../../../domain/sufficiency/timeline.ts'
import {CATFORD, eastOf, householdId} from '../../support/matching.ts'
import {aPlacement} from '../../support/placements.ts'
import {anEpisode, inARow} from './a-history.ts'

const {episodes: _, ...child} = {
  reference: 'CH1',
  dob: '2015-01-15',
  sex: 'F',
  ethnicity: null,
  uasc: false,
  uascUntil: null,
  siblingGroupId: null,
  sdq: [],
  episodes: [],
} as const

const LEE = {...eastOf(CATFORD, 2), postcode: 'SE12 8AA'}
let made = 0
function placement(from: Day, facts: Partial<Placement> = {}): Placement {
  made += 1
  return aPlacement({id: `placement-${made}` as PlacementId, from, location: LEE, ...facts})
}
const ended = (on: Day, facts: Partial<NonNullable<Placement['ended']>> = {}) => ({
  until: on,
  ended: {on, reason: 'CARPL' as const, rec: 'X1' as const, nextPlacementId: null, ...facts},
})
const returned = (...episodes: readonly Parameters<typeof anEpisode>[0][]) =>
  inARow(...episodes.map(episode => ({placementPostcode: 'SE12 8AA', ...episode})))

/** The return covers the days to 31 March 2025. */
const joined = (
  imported: readonly Episode[],
  placements: readonly Placement[],
  facts: Partial<ChildOnRecord> = {},
) =>
  historyOf({
    child,
    legalStatus: 'C2',
    need: 'N1',
    home: CATFORD,
    imported,
    coveredTo: '2025-03-31',
    placements,
    ...facts,
  })

const brief = (episodes: readonly Episode[]) =>
  episodes.map(({from, until, began, ceased, source}) => [from, until, began, ceased, source])

describe('placements of Hearth alone', () => {
  it('begin with S, then P, and with S again after a gap', () => {
    const {history, disagreements} = joined(
      [],
      [
        placement('2024-05-01', ended('2024-06-01')),
        placement('2024-06-01', ended('2024-07-01', {reason: null, rec: 'E4A'})),
        placement('2024-09-01'),
      ],
      {coveredTo: null},
    )
    expect(brief(history.episodes)).toEqual([
      ['2024-05-01', '2024-06-01', 'S', 'X1', 'hearth'],
      ['2024-06-01', '2024-07-01', 'P', 'E4A', 'hearth'],
      ['2024-09-01', null, 'S', null, 'hearth'],
    ])
    expect(disagreements).toEqual([])
  })

  it('hold what the return asks for', () => {
    const [episode] = joined([], [placement('2024-05-01')], {coveredTo: null}).history.episodes
    expect(episode).toEqual({
      from: '2024-05-01',
      until: null,
      began: 'S',
      legalStatus: 'C2',
      need: 'N1',
      place: 'U6',
      provider: 'PR1',
      ceased: null,
      reasonForChange: null,
      homePostcode: 'SE6 4RU',
      placementPostcode: 'SE12 8AA',
      urn: null,
      householdId: 'home-1',
      placementAuthority: 'E09000023',
      distanceMiles: 2,
      source: 'hearth',
    })
  })

  it('have no distance for an unaccompanied child', () => {
    const {history} = joined([], [placement('2024-05-01')], {coveredTo: null, child: {...child, uasc: true}})
    expect(history.episodes[0]?.distanceMiles).toBeNull()
  })

  it('go on past their expected end, and stays aside are no episodes', () => {
    const {history} = joined(
      [],
      [placement('2024-05-01', {until: '2024-06-01'}), placement('2024-05-10', {arrangement: 'respite'})],
      {coveredTo: null},
    )
    expect(brief(history.episodes)).toEqual([['2024-05-01', null, 'S', null, 'hearth']])
  })
})

describe('a return and what came after it', () => {
  it('are one episode where the child has stayed, in the household that Hearth knows', () => {
    const {history, disagreements} = joined(returned({from: '2024-05-01'}), [
      placement('2024-05-01', ended('2025-06-01')),
      placement('2025-06-01', {householdId: householdId('home-2')}),
    ])
    expect(brief(history.episodes)).toEqual([
      ['2024-05-01', '2025-06-01', 'S', 'X1', 'return'],
      ['2025-06-01', null, 'P', null, 'hearth'],
    ])
    expect(history.episodes.map(({householdId}) => householdId)).toEqual(['home-1', 'home-2'])
    expect(disagreements).toEqual([])
  })

  it('a change of legal status in the return is no disagreement', () => {
    const {history, disagreements} = joined(
      returned({from: '2024-05-01', legalStatus: 'C1'}, {from: '2024-09-01', began: 'L'}),
      [placement('2024-05-01')],
    )
    expect(history.episodes).toHaveLength(2)
    expect(disagreements).toEqual([])
  })

  it('a holiday in the return is no disagreement, and no placement', () => {
    const holiday = {from: '2025-03-20', place: 'T3', provider: null, placementPostcode: 'CT1 1AA'} as const
    const {history, disagreements} = joined(returned({from: '2024-05-01'}, holiday), [
      placement('2024-05-01'),
    ])
    expect(disagreements).toEqual([])
    expect(brief(history.episodes)).toEqual([
      ['2024-05-01', '2025-03-20', 'S', 'X1', 'return'],
      ['2025-03-20', '2025-04-01', 'P', 'X1', 'return'],
      ['2025-04-01', null, 'P', null, 'hearth'],
    ])
    expect(spellsOf(history.episodes)).toHaveLength(1)
  })

  it('the way back from a hospital stay that the return leaves open is a move, wherever it was recorded', () => {
    const hospital = {from: '2025-03-20', place: 'T1', provider: null} as const
    const {history} = joined(returned({from: '2024-05-01'}, hospital), [placement('2024-05-01')])
    expect(history.episodes.map(({began}) => began)).toEqual(['S', 'P', 'P'])
  })

  it('an episode that the return leaves open goes on until Hearth places the child', () => {
    expect(brief(joined(returned({from: '2024-05-01'}), []).history.episodes)).toEqual([
      ['2024-05-01', null, 'S', null, 'return'],
    ])
    expect(brief(joined(returned({from: '2024-05-01'}), [placement('2025-07-01')]).history.episodes)).toEqual(
      [
        ['2024-05-01', '2025-07-01', 'S', 'X1', 'return'],
        ['2025-07-01', null, 'P', null, 'hearth'],
      ],
    )
  })

  it('coming back after the return says that care ended is a start', () => {
    const left = [anEpisode({from: '2024-05-01', began: 'S', until: '2025-01-01', ceased: 'E4A'})]
    expect(joined(left, [placement('2025-07-01')]).history.episodes.map(({began}) => began)).toEqual([
      'S',
      'S',
    ])
  })

  it('an end on the first day after the return is Hearth’s to tell', () => {
    const end = ended('2025-04-01', {reason: null, rec: 'E4A'})
    expect(
      brief(joined(returned({from: '2024-05-01'}), [placement('2024-05-01', end)]).history.episodes),
    ).toEqual([['2024-05-01', '2025-04-01', 'S', 'E4A', 'return']])
  })
})

describe('where they disagree', () => {
  const about = (imported: readonly Episode[], ...placements: readonly Placement[]) =>
    joined(imported, placements).disagreements.map(({reference: _, ...said}) => said)

  it('about the first night, even by one', () => {
    expect(about(returned({from: '2024-05-01'}), placement('2024-05-02'))).toEqual([
      {about: 'first-night', returnSays: '2024-05-01', hearthSays: '2024-05-02', from: '2024-05-01'},
    ])
  })

  it('about the end', () => {
    expect(about(returned({from: '2024-05-01'}), placement('2024-05-01', ended('2025-02-01')))).toEqual([
      {about: 'end', returnSays: 'none', hearthSays: '2025-02-01', from: '2025-02-01'},
    ])
  })

  it('about the place, the provider and where it is', () => {
    const ours = placement('2024-06-01', {
      code: {place: 'K2', provider: 'PR4'},
      location: {...LEE, postcode: 'BR1 1AA'},
    })
    expect(about(returned({from: '2024-06-01'}), ours)).toEqual([
      {about: 'place', returnSays: 'U6', hearthSays: 'K2', from: '2024-06-01'},
      {about: 'provider', returnSays: 'PR1', hearthSays: 'PR4', from: '2024-06-01'},
      {about: 'location', returnSays: 'SE12 8AA', hearthSays: 'BR1 1AA', from: '2024-06-01'},
    ])
  })

  it('about whether the child is looked after at all', () => {
    expect(about([], placement('2025-01-01'))).toEqual([
      {
        about: 'looked-after',
        returnSays: 'not looked after',
        hearthSays: 'U6 from 2025-01-01 to no known end',
        from: '2025-01-01',
      },
    ])
  })

  it('about a move of which the return knows nothing', () => {
    const moves = [placement('2024-05-01', ended('2024-08-01')), placement('2024-08-01')]
    expect(about(returned({from: '2024-05-01'}), ...moves).map(({about, from}) => [about, from])).toEqual([
      ['end', '2024-08-01'],
      ['first-night', '2024-05-01'],
    ])
  })

  it('what one of them does not say is no disagreement', () => {
    const unsaid = returned({from: '2024-05-01', provider: null, placementPostcode: null})
    expect(about(unsaid, placement('2024-05-01'))).toEqual([])
    expect(joined(unsaid, [placement('2024-05-01')]).history.episodes).toHaveLength(1)
  })

  it('nothing is said of nights after the return', () => {
    expect(
      about(
        returned({from: '2024-05-01'}),
        placement('2024-05-01', ended('2025-05-01')),
        placement('2025-05-01'),
      ),
    ).toEqual([])
  })

  it('the return’s word stands for its nights, and Hearth’s after them', () => {
    const elsewhere = placement('2024-05-01', {
      location: {...LEE, postcode: 'BR1 1AA'},
      householdId: householdId('home-9'),
    })
    expect(brief(joined(returned({from: '2024-05-01'}), [elsewhere]).history.episodes)).toEqual([
      ['2024-05-01', '2025-04-01', 'S', 'X1', 'return'],
      ['2025-04-01', null, 'P', null, 'hearth'],
    ])
  })

  it('an end on the first day after the return is Hearth’s to tell, whatever the codes', () => {
    const other = placement('2024-05-01', {
      code: {place: 'K2', provider: 'PR4'},
      ...ended('2025-04-01', {reason: null, rec: 'E4A'}),
    })
    expect(brief(joined(returned({from: '2024-05-01'}), [other]).history.episodes)).toEqual([
      ['2024-05-01', '2025-04-01', 'S', 'E4A', 'return'],
    ])
  })

  it('about codes alone, the child has not moved: T and no new placement', () => {
    const {history} = joined(returned({from: '2024-05-01'}), [
      placement('2024-05-01', {code: {place: 'U4', provider: 'PR1'}}),
    ])
    expect(history.episodes.map(({began}) => began)).toEqual(['S', 'T'])
    expect(spellsOf(history.episodes)).toHaveLength(1)
  })

  it('about codes where no address is recorded, nobody says that the child stayed: P', () => {
    const unplaced = placement('2024-05-01', {
      code: {place: 'K2', provider: 'PR4'},
      location: {...LEE, postcode: null},
    })
    const {history} = joined(returned({from: '2024-05-01', placementPostcode: null}), [unplaced])
    expect(history.episodes.map(({began}) => began)).toEqual(['S', 'P'])
  })
})
