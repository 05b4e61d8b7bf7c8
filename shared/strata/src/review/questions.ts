import type { Review } from './document.ts';
import { code } from './markdown.ts';
import { MUCH, unanswered } from './paper-rows.ts';
import { LARGE } from './rows.ts';

const MOST = 6;

/**
 * Questions worth asking the learner, drawn from what was found: what has to be mended first, then what shows whether
 * they understand it.
 * @param review everything but the questions
 * @returns a handful of sentences, in Markdown
 */
export function askAbout(review: Review): string[] {
  const asked = [
    ...aboutChecks(review),
    ...aboutSecrets(review),
    ...aboutSurprises(review),
    ...aboutTests(review),
    ...aboutPapers(review),
    ...aboutHints(review),
    ...aboutChange(review),
  ];
  return asked.slice(0, MOST);
}

function aboutChecks({ checks, stage }: Review): string[] {
  const { startProblem, failures, claimed } = checks;
  if (startProblem !== null)
    return ['How did you start it last, and what has changed since? Here it does not come up.'];
  const regression = failures.find(({ since }) => since < stage.number);
  const first = failures.find(({ since }) => since >= stage.number);
  const asked: string[] = [];
  if (regression !== undefined)
    asked.push(
      `“${regression.title}” held at stage ${regression.since}. Which change broke it, and what would have told you?`,
    );
  if (first !== undefined) asked.push(`“${first.title}”: who relies on this, and what happens to them now?`);
  if (claimed && failures.length > 0)
    asked.push(
      'Your progress says that the stage is passed. What is different between your run and this one?',
    );
  return asked;
}

function aboutSecrets({ leaks }: Review): string[] {
  const secret = leaks.find(({ kind }) => kind === 'secret');
  const generated = leaks.find(({ kind, file }) => kind === 'generated' && file !== secret?.file);
  const asked: string[] = [];
  if (secret !== undefined) {
    const gone = secret.present ? 'is in git' : 'is no longer in the files, but still in the history';
    asked.push(
      `${code(secret.file)} ${gone}: ${secret.what}. Is it revoked? What does removing the line change, and what not?`,
    );
  }
  if (generated !== undefined)
    asked.push(`Why should ${code(generated.file)} not be in git, and what keeps it out?`);
  return asked;
}

function aboutSurprises({ signs, layer }: Review): string[] {
  const [sign] = signs;
  const [outside] = layer.outside;
  const asked: string[] = [];
  if (sign !== undefined)
    asked.push(
      `${code(`${sign.file}:${sign.line}`)} ${sign.what}. What is it for, and who but the checks would notice if it went?`,
    );
  if (layer.copied >= MUCH)
    asked.push(
      `Much of this stage is the reference, word for word. Pick a function of it: what would you do otherwise, and why?`,
    );
  if (outside !== undefined)
    asked.push(`${code(outside)} is not yours to change in your fork. What did you need there?`);
  return asked;
}

function aboutTests({ tests }: Review): string[] {
  if (tests.state === 'failed')
    return ['One of your own tests fails. Is the test wrong, or the code? How do you know?'];
  if (tests.state === 'none' || tests.passed < tests.wanted || tests.assertions === 0)
    return [
      'Which mistake in this stage would your own tests notice? Break something on purpose and run them.',
    ];
  return [];
}

function aboutPapers(review: Review): string[] {
  const { decision, answers } = review;
  const asked: string[] = [];
  if (decision.state !== 'written')
    asked.push('Which decision of this stage would a newcomer ask you about? What else did you consider?');
  else if (!decision.rejected)
    asked.push('Your record names no option that lost. What was the best argument for the other way?');
  else if (!decision.evidence)
    asked.push('How would somebody else check what your decision rests on? Name a figure and how to get it.');
  const copied = answers.find((answer) => answer.copied >= MUCH);
  if (copied !== undefined) asked.push(`In your own words, without looking: ${copied.question}`);
  for (const question of unanswered(review).slice(0, 2)) asked.push(question);
  return asked;
}

function aboutHints({ hints }: Review): string[] {
  const most = hints.toSorted((a, b) => b.opened - a.opened)[0];
  if (most === undefined || most.opened < 2) return [];
  return [
    `You opened ${most.opened} hints for ${code(most.check)}. What was it that you did not see, and how would you see it next time?`,
  ];
}

// What is left when all is well: the largest things are the ones to talk about.
function aboutChange({ commits, layer, answers }: Review): string[] {
  const largest = commits.toSorted((a, b) => b.added - a.added)[0];
  const asked: string[] = [];
  if (largest !== undefined && largest.added > LARGE)
    asked.push(
      `${code(largest.id.slice(0, 7))} adds ${largest.added} lines. Into which steps would you part it, each of them working?`,
    );
  if (layer.longest !== null)
    asked.push(
      `${code(layer.longest.file)} is the longest file, ${layer.longest.lines} lines. What would you take out of it first, and what would that cost?`,
    );
  const longest = answers.toSorted((a, b) => b.words - a.words)[0];
  if (longest !== undefined)
    asked.push(
      `You wrote most about “${longest.question}” What would have to change for another answer to be right?`,
    );
  return asked;
}
