// With scripts pages follow what happens, drafts are kept, and keys do what buttons do. What is being written and
// where the focus is are never touched. Whatever fails here leaves the plain pages, which work by themselves.

const find = (what, where) => (where || document).querySelector(what);
const all = (what, where) => Array.from((where || document).querySelectorAll(what));

const FIRST_WAIT = 500;
const LONGEST_WAIT = 15000;
const SILENCE = 40000; // the stream gives a sign of life every 15 seconds
const DRAFT_AFTER = 2000;
const SCRIPT = { 'X-Script': '1' };

const news = find('#news');
function tell(what) {
  news.textContent = what ? news.dataset[what] : '';
  news.classList.toggle('red', what === 'urgent');
}

// Following

let over = false;
let out = false; // of the login; after a new one the page goes on
let run = 0; // of several, only the last one follows
const pauses = new Set(); // each ends a pause

async function follow() {
  let wait = FIRST_WAIT;
  const mine = ++run;
  const ends = () => over || mine !== run;
  while (!ends()) {
    await listen(() => (wait = FIRST_WAIT), ends).catch(() => null);
    if (ends()) return;
    if (wait > FIRST_WAIT) tell('offline');
    await pause(wait);
    wait = Math.min(wait * 2, LONGEST_WAIT);
  }
}

async function listen(alive, ends) {
  const stop = new AbortController();
  let timer = setTimeout(() => stop.abort(), SILENCE);
  const live = find('#live').dataset;
  const query = new URLSearchParams(live.case ? { state: live.state, case: live.case } : { state: live.state });
  try {
    const response = await fetch('/stream?' + query, { headers: SCRIPT, cache: 'no-store', signal: stop.signal });
    if (response.status === 401) return end('out');
    if (!response.ok) return;
    if (news.textContent === news.dataset.offline) tell(null);
    const reader = response.body.getReader();
    const decoder = new TextDecoder();
    let rest = '';
    for (;;) {
      const { done, value } = await reader.read();
      if (done || ends()) return;
      alive();
      clearTimeout(timer);
      timer = setTimeout(() => stop.abort(), SILENCE);
      const lines = (rest + decoder.decode(value, { stream: true })).split('\n');
      rest = lines.pop();
      for (const line of lines.filter(Boolean).map(JSON.parse)) {
        if (line.ended) return end('out');
        if (line.state && line.state !== find('#live').dataset.state) await fetchAnew();
      }
    }
  } finally {
    clearTimeout(timer);
    stop.abort();
  }
}

function end(why) {
  over = true;
  out = why === 'out';
  tell(why);
}

// After a login in another tab the forms here count by that one.
async function comeBack() {
  if (!out || document.hidden) return;
  const response = await fetchPage().catch(() => null);
  if (!response || !response.ok) return;
  const token = find('[name=token]', new DOMParser().parseFromString(await response.text(), 'text/html'));
  if (!token || !out) return;
  over = out = false;
  tell(null);
  all('[name=token]').forEach((each) => (each.value = token.value));
  all('[data-token]').forEach((each) => (each.dataset.token = token.value));
  if (find('#live')) follow();
}

window.addEventListener('focus', comeBack);
document.addEventListener('visibilitychange', comeBack);

// A form that was not taken is answered at an address of its own.
function fetchPage() {
  const page = location.pathname.replace(/\/(reply|draft|pass|close)$/, '');
  return fetch(page + location.search, { headers: SCRIPT, cache: 'no-store' });
}

async function fetchAnew() {
  const response = await fetchPage();
  if (response.status === 401) return end('out');
  if (response.status === 403 || response.status === 404) return end('lost');
  if (!response.ok) return;
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const fresh = find('#live', page);
  if (!fresh) return;
  document.title = page.title;
  swap(find('#live'), fresh);
  remark(find('#marks'), find('#marks', page));
}

// The marks above the case. That it has become urgent is told wherever the guide is on the page.
function remark(old, fresh) {
  if (!old || !fresh || old.innerHTML === fresh.innerHTML) return;
  if (find('.red', fresh) && !find('.red', old)) tell('urgent');
  old.replaceChildren(...fresh.children);
}

// What was open stays open, and the focus stays on what it was on, if that is still there.
function swap(old, fresh) {
  const known = new Set(all('details', old).map((each) => each.id));
  const open = new Set(all('details[open]', old).map((each) => each.id));
  all('details', fresh).forEach((each) => known.has(each.id) && (each.open = open.has(each.id)));
  const focused = old.contains(document.activeElement) ? document.activeElement.id : null;
  const more = count(fresh) > count(old);
  const kept = new Map(all('audio[id], img[id]', old).map((each) => [each.id, each]));
  old.replaceWith(document.adoptNode(fresh));
  // What is on the page now is what an answer answers.
  all('input[name=seen]').forEach((each) => (each.value = fresh.dataset.newest || each.value));
  // What is heard just now goes on, and no picture is fetched again.
  all('audio[id], img[id]', fresh).forEach((each) => kept.has(each.id) && each.replaceWith(kept.get(each.id)));
  if (focused !== null) (document.getElementById(focused) || find('#main')).focus({ preventScroll: true });
  if (more) tell('new');
  else if (news.textContent === news.dataset.new) tell(null);
}

const count = (live) => live.dataset.count.split(' ').reduce((sum, each) => sum + Number(each), 0);

function pause(wait) {
  return new Promise((resolve) => {
    const done = () => {
      pauses.delete(done);
      resolve();
    };
    pauses.add(done);
    setTimeout(done, wait);
  });
}

function goOn() {
  if (!document.hidden) Array.from(pauses).forEach((done) => done());
}

window.addEventListener('online', goOn);
document.addEventListener('visibilitychange', goOn);

// Drafts

const text = find('#text');
let drafted = text ? text.value : '';
let draftTimer = null;
const hint = find('#text-hint');
const usual = hint && hint.textContent;

async function keepDraft() {
  clearTimeout(draftTimer);
  draftTimer = null;
  if (sending || text.value === drafted) return;
  const now = text.value;
  const [token, once] = ['token', 'once'].map((name) => find(`[name=${name}]`, text.form).value);
  const body = new URLSearchParams({ token, once, text: now });
  const there = text.form.dataset.draft;
  const answer = await fetch(there, { method: 'POST', body, headers: SCRIPT, keepalive: now.length < 10000 }).catch(
    () => null,
  );
  if (answer && answer.status === 204) drafted = now;
  if (answer && answer.status === 401) end('out');
  if (answer && answer.status === 409) end('lost');
  hint.textContent = news.dataset[answer && answer.status === 204 ? 'kept' : 'unkept'];
}

// Sending: a second press of the same button is none. The forms' one-time ids see to it without scripts.

let sending = false;

document.addEventListener('submit', (event) => {
  if (sending) return event.preventDefault();
  sending = true;
  clearTimeout(draftTimer);
  if (text && event.target === text.form) drafted = text.value; // what is sent is no draft, however long it takes
  setTimeout(() => (sending = false), 3000);
});

// A page that the browser kept whole may be out of date.
window.addEventListener('pageshow', (event) => {
  if (event.persisted) location.reload();
});

// Previews

async function look(form) {
  const box = find('.preview', form);
  if (!find('select', form).value) return (box.textContent = '');
  const body = new URLSearchParams(new FormData(form));
  body.set('do', 'look');
  const answer = await fetch(form.action, { method: 'POST', body, headers: SCRIPT }).catch(() => null);
  if (answer && answer.ok) box.innerHTML = await answer.text();
}

// Keys. Whoever is disturbed by them switches them off.

const KEYS = 'keys';
const KEYED = {
  c: '#live button.claim',
  p: '#play',
  x: '#voice:not([hidden]) [data-do=close]:not([hidden])',
  '/': '#text',
};
let keys = true;

function showKeys() {
  const button = find('#keys button');
  if (!button) return;
  find('#keys').hidden = false;
  button.textContent = button.dataset[keys ? 'off' : 'on'];
}

function remembered() {
  try {
    return localStorage.getItem(KEYS) !== 'off';
  } catch (e) {
    return true;
  }
}

document.addEventListener('click', (event) => {
  if (!event.target.closest || !event.target.closest('#keys button')) return;
  keys = !keys;
  try {
    localStorage.setItem(KEYS, keys ? 'on' : 'off');
  } catch (e) {
    // It counts for this page then.
  }
  showKeys();
});

document.addEventListener('keydown', (event) => {
  if (event.isComposing || event.repeat) return;
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && event.target === text) {
    event.preventDefault();
    text.form.requestSubmit(find('button.main', text.form));
    return;
  }
  const writing = event.target.closest && event.target.closest('input, textarea, select');
  if (!keys || writing || event.ctrlKey || event.metaKey || event.altKey) return;
  const wanted = KEYED[event.key];
  const there = wanted && find(wanted);
  if (!there) return;
  event.preventDefault();
  if (there === text) there.focus();
  else there.click();
});

// Beginning

if (window.fetch && window.AbortController && window.TextDecoder && window.ReadableStream) {
  document.documentElement.classList.add('live');
  keys = remembered();
  showKeys();
  if (find('#live')) follow();
  if (text) {
    text.addEventListener('input', () => {
      hint.textContent = usual;
      if (draftTimer === null) draftTimer = setTimeout(keepDraft, DRAFT_AFTER);
    });
    text.addEventListener('blur', keepDraft);
    window.addEventListener('pagehide', keepDraft);
    if (/[?&]sent=1/.test(location.search)) history.replaceState(null, '', location.pathname + location.hash);
  }
  all('.pick').forEach((form) => find('select', form).addEventListener('change', () => look(form)));
}
