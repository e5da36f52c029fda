/** A parser of another make than our readers: the judge of what an edit did to a file. */
export interface Parser {
  /** Every text of a file by its path in it; throws where the file does not parse. */
  leaves(text: string): Map<string, unknown>;
  /** True where each field of a reply is one leaf; false where tags cut a field into several. */
  readonly wholeFields: boolean;
}
