/** How residents tell of one kind of trouble, and what usually follows. `{street}` is where it was. */
export type Voice = {
  says: readonly string[];
  when: string;
  affected: string;
  did: string; // the officer's efforts so far
  asked: string; // recommended solutions
};
