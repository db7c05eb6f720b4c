// Areas drawn over a picture with mouse, finger or keyboard. The server paints them.

const form = document.querySelector('#black');
const image = form.querySelector('img');
const canvas = form.querySelector('svg');
const told = form.querySelector('.told');
const SPACE = 'http://www.w3.org/2000/svg';
const MOVES = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
// What is smaller is a tap and no area; a corner that is pulled is so large (pixels of the screen).
const TAP = 6;
const CORNER = 24;

let held = null; // what the pointer does just now

const areas = () => Array.from(canvas.querySelectorAll('rect'));
const width = () => image.naturalWidth;
const height = () => image.naturalHeight;
const scale = () => width() / canvas.getBoundingClientRect().width;
const within = (value, most) => Math.max(0, Math.min(Math.round(value), most));

const read = (area) => ['x', 'y', 'width', 'height'].map((name) => Number(area.getAttribute(name)));

function place(area, x, y, w, h) {
  const wide = Math.max(1, within(w, width()));
  const high = Math.max(1, within(h, height()));
  area.setAttribute('x', within(x, width() - wide));
  area.setAttribute('y', within(y, height() - high));
  area.setAttribute('width', wide);
  area.setAttribute('height', high);
}

function add(x, y, w, h) {
  const area = document.createElementNS(SPACE, 'rect');
  area.setAttribute('tabindex', '0');
  area.setAttribute('role', 'application');
  place(area, x, y, w, h);
  canvas.append(area);
  changed();
  return area;
}

function remove(area) {
  area.remove();
  changed();
  told.textContent = form.dataset.removed;
  const last = areas().pop();
  (last || form.querySelector('[data-do=add]')).focus();
}

function changed() {
  areas().forEach((each, index) => each.setAttribute('aria-label', form.dataset.area.replace('@', index + 1)));
  const none = areas().length === 0;
  form.querySelector('[data-do=undo]').disabled = none;
  form.querySelector('button.main').disabled = none;
  told.textContent = form.dataset.count.replace('@', areas().length);
}

function point(event) {
  const box = canvas.getBoundingClientRect();
  return [(event.clientX - box.left) * scale(), (event.clientY - box.top) * scale()];
}

canvas.addEventListener('pointerdown', (event) => {
  if (!event.isPrimary || event.button !== 0) return;
  event.preventDefault();
  canvas.setPointerCapture(event.pointerId);
  const [x, y] = point(event);
  if (event.target.tagName !== 'rect') return (held = { area: add(x, y, 1, 1), x, y, does: 'draw' });
  event.target.focus();
  const [left, top, w, h] = read(event.target);
  const corner = CORNER * scale();
  const pulls = w > corner && h > corner && x > left + w - corner && y > top + h - corner;
  held = { area: event.target, x: x - left, y: y - top, does: pulls ? 'size' : 'move' };
});

canvas.addEventListener('pointermove', (event) => {
  if (!held) return;
  const [x, y] = point(event).map((each, index) => within(each, index ? height() : width()));
  const [left, top, w, h] = read(held.area);
  if (held.does === 'draw') {
    place(held.area, Math.min(x, held.x), Math.min(y, held.y), Math.abs(x - held.x), Math.abs(y - held.y));
  }
  if (held.does === 'move') place(held.area, x - held.x, y - held.y, w, h);
  if (held.does === 'size') place(held.area, left, top, x - left, y - top);
});

function letGo() {
  if (!held) return;
  const { area, does } = held;
  held = null;
  const [, , w, h] = read(area);
  if (does === 'draw' && (w < TAP * scale() || h < TAP * scale())) {
    area.remove();
    changed();
  } else area.focus();
}

canvas.addEventListener('pointerup', letGo);
canvas.addEventListener('pointercancel', letGo);

canvas.addEventListener('keydown', (event) => {
  const area = event.target;
  if (area.tagName !== 'rect') return;
  const [x, y, w, h] = read(area);
  const move = MOVES[event.key];
  if (move) {
    event.preventDefault();
    const [across, down] = move.map((each) => each * Math.ceil(width() / 100));
    if (event.shiftKey) place(area, x, y, Math.min(w + across, width() - x), Math.min(h + down, height() - y));
    else place(area, x + across, y + down, w, h);
  }
  if (event.key === 'Delete' || event.key === 'Backspace') {
    event.preventDefault();
    remove(area);
  }
});

form.addEventListener('click', (event) => {
  const button = event.target.closest('button[type=button]');
  if (!button) return;
  if (button.dataset.do === 'undo') return remove(areas().pop());
  add(width() * 0.4, height() * 0.45, width() * 0.2, height() * 0.1).focus();
});

form.addEventListener('submit', () => {
  form.elements.areas.value = areas()
    .map((each) => read(each).join(' '))
    .join(';');
});

function begin() {
  canvas.setAttribute('viewBox', `0 0 ${width()} ${height()}`);
  form.querySelector('.buttons').hidden = false;
}

if (image.complete && width()) begin();
else image.addEventListener('load', begin);
