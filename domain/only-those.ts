/** The list itself when it is all of them, as it mostly is where this is asked of every home; else a shorter one. */
export const onlyThose = <Item>(items: readonly Item[], are: (item: Item) => boolean): readonly Item[] =>
  items.every(are) ? items : items.filter(are)
