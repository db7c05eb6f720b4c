// The chat. With scripts the page never navigates: presses go by fetch, answers come over a stream, the exit
// replaces the one history entry. Whatever fails here leaves the plain page, which works by itself.
// Comes after exit.js and sending.js, in one file with them.

const KEY = 'chat';
const FIRST_WAIT = 500;
const LONGEST_WAIT = 15000;
const SILENCE = 40000; // the stream gives a sign of life every 15 seconds

const log = find('#log');
const status = find('#status');
let seen = 0;
let opens = null; // the extra fields of the first page, until the conversation exists
let over = false;
let fresh = null; // the first page's own screen, while an earlier conversation is looked for
let stop = null; // aborts the open stream
const pauses = new Set(); // each ends a pause

function keep(value) {
  try {
    if (value === null) sessionStorage.removeItem(KEY);
    else sessionStorage.setItem(KEY, value);
    return true;
  } catch (e) {
    return false;
  }
}

function kept() {
  try {
    return sessionStorage.getItem(KEY);
  } catch (e) {
    return null;
  }
}

function able() {
  return (
    log && window.fetch && window.AbortController && window.TextDecoder && window.ReadableStream &&
    'body' in Response.prototype && 'content' in document.createElement('template') && keep(kept())
  );
}

function start() {
  const form = find('#say');
  const value = (name) => (find('[name=' + name + ']', form) || { value: null }).value;
  const before = kept();
  const poster = location.search !== '';
  history.replaceState(null, '', '/');
  document.documentElement.classList.add('live');
  log.setAttribute('role', 'log');
  log.setAttribute('aria-live', 'polite');
  secret = value('secret');
  seen = Number(value('seen'));
  if (value('opens')) {
    opens = { opens: '1' };
    ['l', 'f'].forEach((name) => value(name) !== null && (opens[name] = value(name)));
    if (before && !poster) resume(before);
  } else {
    gather();
    keep(secret);
    listen();
  }
}

// A page written by the server has the newest screen first; from here on it is a log.
function gather() {
  all('.screen').sort((a, b) => a.dataset.seq - b.dataset.seq).forEach((screen) => log.appendChild(screen));
  const earlier = find('#earlier');
  quieten();
  if (earlier) settle(find('.screen:not(.old)', log));
  if (earlier) earlier.remove();
  equip(null);
}

function resume(before) {
  fresh = { secret, opens, seen, screens: Array.from(log.childNodes) };
  log.textContent = '';
  secret = before;
  opens = null;
  seen = 0;
  listen();
}

function startFresh() {
  keep(null);
  ({ secret, opens, seen } = fresh);
  fresh.screens.forEach((node) => log.appendChild(node));
  fresh = null;
}

// Showing

function take(line) {
  if (gone || over) return;
  if (line.ended) return fresh ? startFresh() : finish(line.html);
  if (line.note) return note(line.note);
  if (!line.seq || line.seq <= seen) return;
  seen = line.seq;
  fresh = null;
  show(line.html);
}

function parse(html) {
  const box = document.createElement('template');
  box.innerHTML = html;
  return box.content;
}

function show(html) {
  const parts = parse(html);
  const screen = find('.screen', parts);
  find('#dock').replaceWith(find('#dock', parts));
  frame(find('#say', parts), screen.dataset.accepts);
  document.documentElement.lang = screen.lang;
  document.documentElement.dir = screen.dir;
  all('.have-key').forEach((each) => each.remove());
  withdraw(screen.dataset.insteadOf);
  log.appendChild(screen);
  equip(find('#give', parts));
  quieten();
  settle(screen);
}

// What a guide has taken back goes.
function withdraw(turn) {
  if (turn) all('.screen', log).forEach((screen) => screen.dataset.turn === turn && screen.remove());
}

// The text field stays as it is, with what she is writing, unless the language changed.
function frame(say, accepts) {
  const old = find('#say');
  const text = find('textarea', say);
  if (old.lang !== say.lang) {
    text.value = find('textarea', old).value;
    old.replaceWith(say);
  }
  find('#text').setAttribute('inputmode', accepts === 'number' ? 'numeric' : 'text');
}

// What is for a person's ears and eyes is in a script of its own, which comes when there is a use for it.
function equip(next) {
  const old = find('#give');
  if (next && !old.classList.contains('busy')) old.replaceWith(next);
  const script = find('#give').dataset.script;
  if (!find('#give > *, .file, .key-form')) return;
  if (!find('script[src="' + script + '"]')) {
    const tag = document.createElement('script');
    tag.type = 'module';
    tag.src = script;
    document.head.appendChild(tag);
  }
  document.dispatchEvent(new CustomEvent('equipped'));
}

// A recording or a picture waits in the queue like words.
document.addEventListener('give', (event) => send({ kind: event.detail.kind }, event.detail.label, false, event.detail));

function quieten() {
  const screens = all('.screen', log);
  screens.forEach((screen, index) => screen.classList.toggle('old', index < screens.length - 1));
}

let settling = null;
function settle(screen) {
  if (!settling) requestAnimationFrame(look);
  settling = screen;
}

// To the newest screen, unless she is in the middle of writing.
function look() {
  const screen = settling;
  settling = null;
  const writing = document.activeElement && document.activeElement.id === 'text' && document.activeElement.value;
  if (writing || gone) return;
  const first = find('.bubble, .call, .sentence, .place', screen) || screen;
  first.setAttribute('tabindex', '-1');
  first.focus({ preventScroll: true });
  const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  const said = screen.previousElementSibling;
  const top = said && said.classList.contains('mine') ? said : screen;
  top.scrollIntoView({ block: 'start', behavior: calm ? 'auto' : 'smooth' });
}

function finish(html) {
  over = true;
  keep(null);
  if (stop) stop.abort();
  document.body.textContent = '';
  document.body.appendChild(parse(html));
}

const note = (text) => (status.textContent = text);

// The stream

async function listen() {
  let wait = FIRST_WAIT;
  while (!gone && !over && !opens) {
    const before = seen;
    await follow(() => (wait = FIRST_WAIT)).catch(() => null);
    if (gone || over || opens) return;
    if (seen === before && wait > FIRST_WAIT) note(find('#say').dataset.offline);
    await pause(wait);
    wait = Math.min(wait * 2, LONGEST_WAIT);
  }
}

async function follow(alive) {
  stop = new AbortController();
  let timer = setTimeout(() => stop.abort(), SILENCE);
  try {
    const response = await fetch('/stream', {
      method: 'POST',
      body: new URLSearchParams({ after: seen, locale: find('#say').lang }),
      headers: { Authorization: 'Bearer ' + secret },
      cache: 'no-store',
      signal: stop.signal,
    });
    if (!response.ok) return;
    if (!queue.length) note('');
    const reader = response.body.getReader();
    const decoder = new TextDecoder();
    let rest = '';
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      alive();
      clearTimeout(timer);
      timer = setTimeout(() => stop.abort(), SILENCE);
      const lines = (rest + decoder.decode(value, { stream: true })).split('\n');
      rest = lines.pop();
      // What she did last may have ended it: its own answer says how.
      lines.filter(Boolean).map(JSON.parse).forEach((line) => (line.ended && !fresh && queue.length) || take(line));
    }
  } finally {
    clearTimeout(timer);
  }
}

function pause(wait) {
  return new Promise((resolve) => {
    const end = () => {
      pauses.delete(end);
      resolve();
    };
    pauses.add(end);
    setTimeout(end, wait);
  });
}

function goOn() {
  if (!document.hidden) Array.from(pauses).forEach((end) => end());
}

window.addEventListener('online', goOn);
document.addEventListener('visibilitychange', goOn);

if (able()) start();
