/** The keys of a tree of texts with any sentence in their place: English must have what Chinese has. */
export type SameShape<T> = {
  readonly [K in keyof T]: T[K] extends string ? string : SameShape<T[K]>;
};
