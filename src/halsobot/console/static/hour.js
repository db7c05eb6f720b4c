// The interpreter hour: her voice plays by itself, Space records, Enter sends, and then comes the next case.

const box = document.querySelector('#voice');
const next = document.querySelector('#next');
const sounds = () => Array.from(document.querySelectorAll('.hers audio'));
const shown = (...names) =>
  box && !box.hidden && names.map((each) => box.querySelector(`[data-do=${each}]`)).find((each) => each && !each.hidden);

// One after the other. A browser that wants a key first gets it with "play".
function play(from) {
  const sound = sounds()[from];
  if (!sound) return;
  sound.currentTime = 0;
  sound.onended = () => play(from + 1);
  sound.play().catch(() => (sound.onended = null));
}

function silence() {
  sounds().forEach((each) => {
    each.onended = null;
    each.pause();
  });
}

document.addEventListener('click', (event) => event.target.closest('#play') && play(0));

if (box) {
  box.addEventListener('click', (event) => event.target.closest('[data-do=start]') && silence());
  box.addEventListener('sent', (event) => {
    next.elements.do.value = event.detail;
    next.requestSubmit();
  });
}

document.addEventListener('keydown', (event) => {
  if (event.key !== ' ' && event.key !== 'Enter') return;
  const there = event.target.closest ? event.target : document.body;
  if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || there.closest('input, textarea, select')) {
    return;
  }
  if (event.repeat) return event.preventDefault(); // a key held too long begins nothing in the next case
  if (there.closest('button, a, summary, audio')) return;
  const button = event.key === ' ' ? shown('start', 'stop') : shown('send');
  if (!button) return;
  event.preventDefault();
  button.focus();
  button.click();
});

const first = next && next.hidden ? shown('start') : next && next.querySelector('button');
if (first) first.focus({ preventScroll: true });
if (next && next.hidden) play(0);
