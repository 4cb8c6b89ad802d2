// What is lost of the page as it is now, one line each: text that is cut or lies outside, what scrolls sideways, and controls
// that a pointer cannot reach. What is meant to scroll sideways says so: `data-wide` on it.
const SLACK = 1.5;
const lost = [];

const name = (one) => {
  const id = one.getAttribute('data-testid') ?? one.getAttribute('data-do') ?? one.getAttribute('data-id');
  const within = one.closest('[data-testid]')?.getAttribute('data-testid');
  const words = one.textContent.trim().replace(/\s+/g, ' ').slice(0, 40);
  return `${one.tagName.toLowerCase()} ${id ?? (within ? `in ${within}` : '')} "${words}"`;
};

/** What is read aloud only is cut on purpose. */
const isSilent = (one) => one.closest('.sr-only, [hidden]') !== null;
const isSeen = (one) => one.checkVisibility({ checkVisibilityCSS: true, checkOpacity: false }) && !isSilent(one);
const scrolls = (value) => value === 'auto' || value === 'scroll';

/** The boxes that may cut an element: those above it, up to the page. */
function* boxes(one) {
  for (let box = one, style = getComputedStyle(one); box.parentElement; ) {
    if (style.position === 'fixed') return;
    box = box.parentElement;
    style = getComputedStyle(box);
    if (style.overflowX !== 'visible' || style.overflowY !== 'visible') yield { box, style };
  }
}

/** Says where a rectangle of an element sticks out of what shows it. */
function check(rect, one, what) {
  if (rect.width === 0 || rect.height === 0) return;
  const out = (from, to, least, most) => from < least - SLACK || to > most + SLACK;
  let reachable = false;
  for (const { box, style } of boxes(one)) {
    const frame = box.getBoundingClientRect();
    const wide = scrolls(style.overflowX) && box.closest('[data-wide]') !== null;
    if (wide) return;
    if (out(rect.left, rect.right, frame.left, frame.right)) {
      lost.push(`${what} is cut sideways: ${name(one)}`);
      return;
    }
    if (scrolls(style.overflowY)) reachable = true;
    else if (!reachable && box !== document.body && out(rect.top, rect.bottom, frame.top, frame.bottom)) {
      lost.push(`${what} is cut: ${name(one)}`);
      return;
    }
  }
  if (out(rect.left, rect.right, 0, innerWidth)) lost.push(`${what} lies beside the page: ${name(one)}`);
  else if (!reachable && out(rect.top, rect.bottom, 0, innerHeight)) lost.push(`${what} lies below or above the page: ${name(one)}`);
}

// A modal dialog hides the rest on purpose.
const dialog = document.querySelector('dialog[open], [role=menu]');
const scope = dialog ?? document.body;

for (const one of [document.documentElement, ...scope.querySelectorAll('*')]) {
  if (one !== document.documentElement && !isSeen(one)) continue;
  // The page as a whole does not scroll where its body hides what sticks out; what is hidden there is found below.
  const fixed = getComputedStyle(document.body).overflowX === 'hidden';
  const sideways = one === document.documentElement ? !fixed : scrolls(getComputedStyle(one).overflowX);
  if (sideways && one.scrollWidth > one.clientWidth + SLACK && one.closest('[data-wide]') === null) {
    const edge = (box) => Math.max(box.getBoundingClientRect().right, -box.getBoundingClientRect().left);
    const widest = [...one.querySelectorAll('*')].filter(isSeen).reduce((most, box) => (edge(box) > edge(most) ? box : most), one);
    lost.push(`it scrolls sideways, ${one.scrollWidth} in ${one.clientWidth}: ${name(one)}, because of ${name(widest)}`);
  }
}

const texts = document.createTreeWalker(scope, NodeFilter.SHOW_TEXT);
while (texts.nextNode()) {
  const text = texts.currentNode;
  const one = text.parentElement;
  if (text.data.trim() === '' || one === null || one.closest('script, style, svg') || !isSeen(one)) continue;
  const range = document.createRange();
  range.selectNodeContents(text);
  for (const rect of range.getClientRects()) check(rect, one, 'text');
}

// An input shows its text in itself.
for (const one of scope.querySelectorAll('input, textarea')) {
  if (isSeen(one) && one.scrollWidth > one.clientWidth + SLACK) lost.push(`text is cut in a field: ${name(one)}`);
}

const controls = 'button, a[href], input, select, textarea, summary, [role=button], [role=switch], [role=slider], [tabindex="0"]';

/** Whether a pointer in its middle is on it, or on its label. What lies under an open list or menu is behind it on purpose. */
function isReached(one) {
  const rect = one.getBoundingClientRect();
  const hit = document.elementFromPoint((rect.left + rect.right) / 2, (rect.top + rect.bottom) / 2);
  return hit !== null && (one.contains(hit) || one.closest('label')?.contains(hit) || hit.closest('[role=listbox], .popover') !== null);
}

const before = [...document.querySelectorAll('*')].filter((one) => one.scrollTop > 0).map((one) => [one, one.scrollTop]);
for (const one of scope.querySelectorAll(controls)) {
  if (!isSeen(one) || one.closest('[inert]') || one.disabled) continue;
  const ways = ['center', 'start', 'end'];
  const reached = ways.some((block) => {
    one.scrollIntoView({ block, inline: 'nearest', behavior: 'instant' });
    return isReached(one);
  });
  const rect = one.getBoundingClientRect();
  if (rect.width === 0 || rect.height === 0) continue;
  check(rect, one, 'a control');
  if (!reached) lost.push(`a control cannot be pressed: ${name(one)}`);
}
for (const one of document.querySelectorAll('*')) if (one.scrollTop > 0) one.scrollTop = 0;
for (const [one, top] of before) one.scrollTop = top;

return [...new Set(lost)];
