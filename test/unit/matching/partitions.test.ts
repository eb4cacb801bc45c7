import {describe, expect, it} from 'vitest'
import {pairsParted, partitions, runs, sizeOf} from '../../../domain/matching/partitions.ts'

describe('ways to part a group', () => {
  // Stirling numbers of the second kind.
  it.each([
    [2, 2, 1],
    [3, 2, 3],
    [4, 2, 7],
    [4, 3, 6],
    [8, 2, 127],
    [8, 3, 966],
    [8, 8, 1],
    [3, 4, 0],
  ])('%i children into %i homes: %i ways', (size, parts, ways) => {
    expect(partitions(size, parts)).toHaveLength(ways)
  })

  it('gives every way once, every child once in it, the eldest in the first part', () => {
    const ways = partitions(5, 3)
    expect(new Set(ways.map(way => way.join()))).toHaveProperty('size', ways.length)
    for (const way of ways) {
      expect(way.reduce((all, part) => all + part, 0)).toBe(0b11111)
      expect(way.map(sizeOf).reduce((all, size) => all + size, 0)).toBe(5)
      expect(way[0]! & 1).toBe(1)
    }
  })

  it('parts a large group between neighbours alone', () => {
    expect(runs(4, 2).toSorted()).toEqual([
      [0b0001, 0b1110],
      [0b0011, 0b1100],
      [0b0111, 0b1000],
    ])
    expect(runs(12, 4)).toHaveLength(165)
    expect(runs(2, 3)).toEqual([])
  })

  it.each([
    [[0b1111], 0],
    [[0b0111, 0b1000], 3],
    [[0b0011, 0b1100], 4],
    [[0b0001, 0b0010, 0b0100, 0b1000], 6],
  ])('%j parts %i pairs', (way, pairs) => {
    expect(pairsParted(way)).toBe(pairs)
  })
})
