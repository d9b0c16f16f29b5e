declare const brand: unique symbol;

/** A type that a plain T cannot be passed for. */
export type Brand<T, B extends string> = T & { readonly [brand]: B };
