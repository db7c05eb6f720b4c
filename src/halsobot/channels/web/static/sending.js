// What she did: kept until it is answered, sent again and again, always with the same form id.
// Comes before chat.js, in one file with it.

const UPLOAD = 180000; // three megabytes on a slow network
const SLOW = 400; // after so long she is shown that her press is on its way
const LATE = 3000; // after so long she is shown the number to call, if she wrote words
const TWICE = 1000; // the same button pressed again so soon is one press

const queue = []; // what she did and is not answered yet
let lastPress = { data: null, at: 0 };

function identity() {
  const bytes = new Uint8Array(12);
  crypto.getRandomValues(bytes);
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function send(fields, said, urgent, given) {
  const mine = document.createElement('p');
  mine.className = 'mine waiting';
  mine.dir = 'auto';
  mine.textContent = said;
  if (given) mine.appendChild(given.media);
  log.appendChild(mine);
  const item = { fields, mine, given, form: identity() };
  queue.push(item);
  if (urgent || alarm) warn();
  if (fields.text) setTimeout(() => queue.includes(item) && warn(), LATE);
  setTimeout(() => queue.includes(item) && !alarm && status.scrollIntoView({ block: 'nearest' }), SLOW);
  if (queue.length === 1) empty();
}

// The number to call is in every page and needs no network. It stands below what she did until all is answered.
let alarm = null;
function warn() {
  if (alarm && log.lastElementChild === alarm) return;
  alarm = alarm || find('template.alarm').content.firstElementChild.cloneNode(true);
  log.appendChild(alarm);
  [status, alarm].forEach((each) => each.scrollIntoView({ block: 'nearest' }));
}

function calm() {
  if (!alarm || queue.length) return;
  alarm.remove();
  alarm = null;
}

async function empty() {
  let wait = FIRST_WAIT;
  while (queue.length && !gone && !over) {
    const item = queue[0];
    note(find('#say').dataset.sending);
    const answer = await post(item).catch(() => null);
    if (gone || over) return;
    if (answer === null) {
      note(find('#say').dataset.offline);
      warn();
      await pause(wait);
      wait = Math.min(wait * 2, LONGEST_WAIT);
    } else {
      wait = FIRST_WAIT;
      queue.shift();
      settleItem(item, answer);
    }
  }
}

async function post(item) {
  const fields = Object.assign({ secret, form: item.form, seen, locale: find('#say').lang }, opens, item.fields);
  item.secret = secret;
  if (opens) keep(secret);
  const cut = new AbortController();
  const timer = setTimeout(() => cut.abort(), item.given ? UPLOAD : SILENCE / 2);
  try {
    const response = await fetch(item.given ? '/give' : '/', {
      method: 'POST',
      body: item.given ? withFile(fields, item.given.file) : new URLSearchParams(fields),
      headers: { Accept: 'application/x-ndjson', Authorization: 'Bearer ' + secret },
      cache: 'no-store',
      signal: cut.signal,
    });
    if (response.status !== 200 && response.status !== 413) throw new Error('not answered');
    const lines = (await response.text()).split('\n').filter(Boolean).map(JSON.parse);
    return { lines, refused: response.status === 413 };
  } finally {
    clearTimeout(timer);
  }
}

function withFile(fields, file) {
  const form = new FormData();
  Object.keys(fields).forEach((name) => form.append(name, fields[name]));
  form.append('file', file, 'file');
  return form;
}

function settleItem(item, answer) {
  note('');
  calm();
  // Pressed while an earlier conversation was looked for that is over: it begins the new one.
  if ((fresh || item.secret !== secret) && answer.lines.some((line) => line.ended)) {
    if (fresh) startFresh();
    log.appendChild(item.mine);
    queue.unshift(item);
    return;
  }
  if (answer.refused) {
    item.mine.remove();
    if (item.given) item.given.back();
    else find('#text').value = item.fields.text;
  } else {
    item.mine.classList.remove('waiting');
  }
  answer.lines.forEach(take);
  if (!answer.refused && opens && !over) {
    opens = null;
    listen();
  }
}

document.addEventListener('click', (event) => {
  const button = event.target.closest && event.target.closest('button[name=press]');
  if (!button || !document.documentElement.classList.contains('live')) return;
  event.preventDefault();
  const again = button.value === lastPress.data && Date.now() - lastPress.at < TWICE;
  lastPress = { data: button.value, at: Date.now() };
  if (!again) send({ press: button.value }, button.textContent.trim(), button.matches('.emergency'));
});

document.addEventListener('submit', (event) => {
  if (event.target.id !== 'say' || !document.documentElement.classList.contains('live')) return;
  event.preventDefault();
  const text = find('#text');
  if (!text.value.trim()) return;
  send({ text: text.value }, text.value, false);
  text.value = '';
});

// Enter sends on a keyboard; a letter that is still being composed is not finished by it.
document.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.target.id !== 'text') return;
  event.preventDefault();
  find('#say .send').click();
});
