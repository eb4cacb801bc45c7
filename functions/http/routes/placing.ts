/** The placements team's work. */
export const placing = {context: 'placements', access: {scopes: ['placements']}} as const
