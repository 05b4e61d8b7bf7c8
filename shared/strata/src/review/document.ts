/**
 * What `strata review` writes as review.json, and what the page is drawn from. Nothing in it depends on when or where
 * the review was made. Fields may be added; none changes its meaning while `version` stays 1.
 */
export interface Review {
  readonly version: 1;
  readonly stage: { readonly name: string; readonly number: string; readonly title: string };
  /** The commit under review, and the one that the stage began from; null when the branch does not tell. */
  readonly commit: string;
  readonly base: string | null;
  readonly seed: number;
  readonly suite: string;
  readonly checks: Checks;
  readonly tests: Tests;
  readonly lint: Lint;
  readonly types: Types;
  readonly commits: readonly Commit[];
  readonly leaks: readonly Leak[];
  readonly layer: Layer;
  readonly hints: readonly { readonly check: string; readonly opened: number }[];
  readonly experiment: Experiment;
  readonly decision: Decision;
  readonly answers: readonly Answer[];
  readonly signs: readonly Sign[];
  readonly since: Since | null;
  readonly questions: readonly string[];
}

/** The suite, run by the reviewer's own Strata on the learner's tracker. */
export interface Checks {
  readonly passed: number;
  readonly failed: number;
  /** Not judged: the tracker did not start, or the time was over. */
  readonly waiting: number;
  readonly startProblem: { readonly title: string; readonly seen: string } | null;
  readonly browserProblem: string | null;
  /** Whether the learner's own progress says that this stage is passed. */
  readonly claimed: boolean;
  readonly failures: readonly FailedCheck[];
}

/** One check that failed. */
export interface FailedCheck {
  readonly id: string;
  readonly title: string;
  readonly why: string;
  /** The stage it belongs to; one before the stage under review is a regression. */
  readonly since: string;
  readonly sent: string;
  readonly expected: string;
  readonly came: string;
}

/** The learner's own tests. */
export interface Tests {
  readonly command: string | null;
  /** `unknown`: they ran, and printed no figures. */
  readonly state: 'passed' | 'failed' | 'unknown' | 'none' | 'stopped';
  readonly passed: number;
  readonly failed: number;
  /** How many the stage asks for. */
  readonly wanted: number;
  /** Assertions written in the test files that can fail. */
  readonly assertions: number;
  /** The end of what a failed run printed. */
  readonly output: string;
}

/** What the linter says, under the repository's rules. */
export interface Lint {
  readonly state: 'clean' | 'problems' | 'unknown';
  readonly problems: readonly { readonly file: string; readonly line: number; readonly rule: string }[];
}

/** What the compiler says; `none` for a tracker without types. */
export interface Types {
  readonly state: 'clean' | 'problems' | 'none' | 'stopped';
  readonly output: string;
}

/** A commit of the learner's in this stage. Lines are those of files that a person writes. */
export interface Commit {
  readonly id: string;
  readonly subject: string;
  readonly conventional: boolean;
  readonly files: number;
  readonly added: number;
  readonly removed: number;
}

/** What should not be in git, on any commit of the learner's. */
export interface Leak {
  readonly kind: 'secret' | 'generated';
  /** What it looks like: `a private key`. */
  readonly what: string;
  readonly commit: string;
  readonly file: string;
  /** The first characters of a secret. */
  readonly shown: string;
  /** Whether it is still there in the commit under review. */
  readonly present: boolean;
}

/** Files and lines. */
export interface Size {
  readonly files: number;
  readonly added: number;
  readonly removed: number;
}

/** The stage's change. */
export interface Layer {
  readonly mine: Size;
  /** The same between the two references. */
  readonly reference: Size;
  /** Changed files that the reference does not touch in this stage. */
  readonly unexpected: readonly string[];
  /** Files outside of my/ that the learner changed. */
  readonly outside: readonly string[];
  /** Of the lines added, how many of every hundred are the reference's, word for word. */
  readonly copied: number;
  readonly longest: { readonly file: string; readonly lines: number } | null;
}

/** The experiment on the learner's code; `rows` without durations and without what is left to chance. */
export interface Experiment {
  readonly state: 'holds' | 'wrong' | 'stopped' | 'none';
  readonly title: string;
  readonly rows: readonly string[];
  readonly wrong: readonly string[];
}

/** The decision record. */
export interface Decision {
  readonly state: 'written' | 'template' | 'unchanged' | 'reference' | 'missing';
  /** Its parts that are missing or empty. */
  readonly missing: readonly string[];
  readonly options: number;
  /** An option other than the chosen one, with a reason. */
  readonly rejected: boolean;
  /** A figure, a command or a link that others can follow. */
  readonly evidence: boolean;
}

/** One of the brief's questions. */
export interface Answer {
  readonly question: string;
  readonly words: number;
  /** Of every hundred words, how many stand in a row of eight that is in the stage's own DISCUSSION.md. */
  readonly copied: number;
}

/** Something that a person should look at: no proof of anything. */
export interface Sign {
  readonly what: string;
  readonly file: string;
  readonly line: number;
  readonly text: string;
}

/** What changed since an earlier review. */
export interface Since {
  readonly commit: string;
  readonly commits: readonly Commit[];
  readonly size: Size;
  /** From an earlier review.json; null when only its commit is known. */
  readonly checks: { readonly mended: readonly string[]; readonly broken: readonly string[] } | null;
}
