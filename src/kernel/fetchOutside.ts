/**
 * Why a file elsewhere was not had: its server was not reached, is an address inside of a network, said no, took too long, sent too much,
 * sent on too often, or sent it packed.
 */
export type OutsideProblem =
  | 'not-reached'
  | 'not-allowed'
  | 'refused'
  | 'too-slow'
  | 'too-large'
  | 'too-many-redirects'
  | 'packed';

/** Thrown by what fetches files of strangers' choice. */
export class OutsideFault extends Error {
  readonly problem: OutsideProblem;
  constructor(problem: OutsideProblem, options?: ErrorOptions) {
    super(problem, options);
    this.problem = problem;
  }
}

export interface OutsideWish {
  accept: string;
  mostBytes: number;
  etag?: string | null;
}
/** The file behind an address of a stranger's choice, or that it is the one of this ETag. @throws OutsideFault */
export type FetchOutside = (
  address: string,
  wish: OutsideWish,
) => Promise<{ bytes: Buffer; etag: string | null } | 'unchanged'>;

/** `retryAfter`: the header as it came, with the time until when the server asks to be left alone. */
export interface PostAnswer {
  status: number;
  retryAfter: string | null;
}
/**
 * Posts to an address of a stranger's choice, and resolves to its answer, whatever it is; no redirect is followed, and nothing else of the
 * answer is read. @throws OutsideFault
 */
export type PostOutside = (
  address: string,
  post: { body: string; headers: Record<string, string> },
) => Promise<PostAnswer>;
