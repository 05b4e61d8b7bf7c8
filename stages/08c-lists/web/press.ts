interface Press {
  x: number;
  y: number;
  key: string | undefined;
  time: number;
}

// One press is one act: the same place or key again within half a second does nothing, since another row may be under
// the finger by then. What is typed or tabbed to in between makes it another act.
export function ignoreRepeatedPresses() {
  let last: Press | undefined;
  let key: string | undefined;
  const forget = () => {
    last = undefined;
  };
  window.addEventListener('input', forget, true);
  window.addEventListener('keydown', rememberKey, true);
  window.addEventListener('click', stopRepeated, true);

  function rememberKey(event: KeyboardEvent) {
    key = event.key;
    if (key !== 'Enter' && key !== ' ') forget();
  }

  function stopRepeated(event: MouseEvent) {
    if (!(event.target instanceof Element)) return;
    const byKey = event.detail === 0;
    const place = byKey ? findMiddle(event.target) : { x: event.clientX, y: event.clientY };
    const press = { ...place, key: byKey ? key : undefined, time: event.timeStamp };
    const repeated = last && isRepeated(last, press);
    last = press;
    if (!repeated || !event.target.closest('a, button')) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }
}

function findMiddle(element: Element) {
  const { x, y, width, height } = element.getBoundingClientRect();
  return { x: x + width / 2, y: y + height / 2 };
}

// What can be pressed is at least 24 pixels apart.
function isRepeated(last: Press, press: Press) {
  const near = Math.hypot(press.x - last.x, press.y - last.y) < 24;
  return press.time - last.time < 500 && (near || (press.key !== undefined && press.key === last.key));
}
