// Says how far the install is: one moving line on a terminal, nothing between start and end in a pipe.
const FRAMES = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];

/** Everything goes to standard error: standard output belongs to the command that comes afterwards. */
export function say(text) {
  process.stderr.write(`${text}\n`);
}

/** Starts the line; gives back { step, stop }: `step` counts one more of `total`. */
export function startProgress(total) {
  const began = Date.now();
  const seconds = () => Math.round((Date.now() - began) / 1000);
  if (!process.stderr.isTTY) return { step() {}, stop: seconds };

  let count = 0;
  let frame = 0;
  const draw = () => {
    frame = (frame + 1) % FRAMES.length;
    process.stderr.write(
      `\r\x1b[K  ${FRAMES[frame]} ${Math.min(count, total)} of ${total} packages · ${seconds()} s`,
    );
  };
  const timer = setInterval(draw, 100);
  return {
    step() {
      count += 1;
    },
    stop() {
      clearInterval(timer);
      process.stderr.write('\r\x1b[K');
      return seconds();
    },
  };
}
