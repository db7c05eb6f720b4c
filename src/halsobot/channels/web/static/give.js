// Her voice and pictures for a person, a guide's files, and the key of a case. Comes after chat.js, which sends.

const find = (what, where) => (where || document).querySelector(what);
const secret = () => find('#dock .leave [name=secret]').value;
const live = () => document.documentElement.classList.contains('live');
const note = (text) => (find('#status').textContent = text);
const bring = (part) => part.scrollIntoView({ block: 'nearest' }); // above the bar

const LONGEST = 120000;
const LARGEST = 3 * 1024 * 1024;
const KINDS = ['audio/webm;codecs=opus', 'audio/mp4', 'audio/ogg;codecs=opus', 'audio/webm'];
const PLAYS = ['audio/ogg', 'audio/webm', 'audio/mp4', 'audio/mpeg'];
const LARGE = 1024 * 1024; // a larger picture is made smaller before it is sent
const SIDE = 2000;
const KEPT = 60000; // so long the browser may take to save a file

// The recorder: idle, recording, recorded

let recording = null; // { recorder, stream, timer }
let sound = null; // what has been recorded and is neither sent nor thrown away

function fit() {
  const box = find('#give .recorder');
  if (!box || !box.hidden || !window.MediaRecorder || !navigator.mediaDevices) return;
  box.hidden = false;
}

function show(state, said) {
  const box = find('#give .recorder');
  if (!box) return;
  const seen = { record: state === 'idle', stop: state === 'recording' };
  seen['give-it'] = seen.discard = state === 'recorded';
  Object.keys(seen).forEach((name) => (find('.' + name, box).hidden = !seen[name]));
  const player = find('audio', box);
  player.hidden = state !== 'recorded';
  if (sound) player.src = URL.createObjectURL(sound);
  else player.removeAttribute('src');
  find('.state', box).textContent = said || '';
  find('#give').classList.toggle('busy', state !== 'idle' || Boolean(picture().files.length));
  const next = Array.from(box.querySelectorAll('button')).find((button) => !button.hidden);
  if (box.contains(document.activeElement) || document.activeElement === document.body) next.focus();
  if (said || state !== 'idle') bring(box);
}

async function record() {
  const box = find('#give .recorder');
  if (recording) return;
  recording = { starting: true };
  let stream;
  try {
    stream = await navigator.mediaDevices.getUserMedia({ audio: true });
    const kind = KINDS.find((each) => MediaRecorder.isTypeSupported(each));
    const recorder = new MediaRecorder(stream, kind && { mimeType: kind, audioBitsPerSecond: 24000 });
    const pieces = [];
    recorder.ondataavailable = (event) => pieces.push(event.data);
    recorder.onstop = () => recorded(new Blob(pieces, { type: recorder.mimeType }));
    recorder.start();
    recording = { recorder, stream, timer: setTimeout(stop, LONGEST) };
    show('recording', box.dataset.recording);
  } catch (e) {
    recording = null;
    if (stream) stream.getTracks().forEach((track) => track.stop());
    show('idle', box.dataset.silent);
  }
}

function stop() {
  if (!recording || !recording.recorder || recording.recorder.state === 'inactive') return;
  clearTimeout(recording.timer);
  recording.recorder.stop();
}

function recorded(blob) {
  recording.stream.getTracks().forEach((track) => track.stop());
  recording = null;
  const box = find('#give .recorder');
  const fits = blob.size > 0 && blob.size <= LARGEST;
  sound = fits ? blob : null;
  show(fits ? 'recorded' : 'idle', fits ? box.dataset.recorded : blob.size ? box.dataset.large : box.dataset.silent);
}

function element(tag, blob) {
  const made = document.createElement(tag);
  if (tag === 'audio') made.controls = true;
  else made.alt = '';
  made.src = URL.createObjectURL(blob);
  return made;
}

function give(kind, file, label, back) {
  const media = element(kind === 'voice' ? 'audio' : 'img', file);
  document.dispatchEvent(new CustomEvent('give', { detail: { kind, file, label, media, back } }));
}

function sendSound() {
  const [box, given] = [find('#give .recorder'), sound];
  sound = null;
  show('idle');
  give('voice', given, box.dataset.label, () => {
    if (sound || recording) return;
    sound = given;
    show('recorded');
  });
}

document.addEventListener('click', (event) => {
  const button = event.target.closest && event.target.closest('#give button[type=button]');
  if (!button) return;
  if (button.closest('#photo')) return choose(null);
  if (button.matches('.record')) record();
  if (button.matches('.stop')) stop();
  if (button.matches('.give-it')) sendSound();
  if (button.matches('.discard')) {
    sound = null;
    show('idle');
  }
});

// The picture

const picture = () => find('#picture') || { files: [] };
let chosen = null; // the picture that is shown

function choose(file) {
  chosen = file;
  if (!file) picture().value = '';
  const preview = find('#photo .preview');
  preview.hidden = !file;
  preview.onerror = () => (preview.hidden = true);
  preview.onload = () => bring(find('#photo'));
  if (file) preview.src = URL.createObjectURL(file);
  else preview.removeAttribute('src');
  find('#photo .discard').hidden = !file;
  find('#give').classList.toggle('busy', Boolean(file || sound || recording));
}

document.addEventListener('toggle', (event) => event.target.matches('.photo[open]') && bring(event.target), true);
document.addEventListener('change', (event) => {
  if (event.target.id === 'picture') choose(event.target.files[0] || null);
});

// As small as a person can still read it; what was hidden in the file stays behind.
function smaller(file) {
  const preview = find('#photo .preview');
  const [width, height] = [preview.naturalWidth, preview.naturalHeight];
  if (file.size < LARGE || preview.hidden || !preview.complete || !width) return Promise.resolve(file);
  const part = Math.min(1, SIDE / Math.max(width, height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * part);
  canvas.height = Math.round(height * part);
  canvas.getContext('2d').drawImage(preview, 0, 0, canvas.width, canvas.height);
  return new Promise((done) => canvas.toBlob((blob) => done(blob && blob.size < file.size ? blob : file), 'image/jpeg', 0.85));
}

async function sendPicture() {
  const file = chosen || picture().files[0]; // chosen before this script was there
  if (!file) return;
  const small = await smaller(file);
  choose(null);
  find('#give .photo').removeAttribute('open');
  give('photo', small, find('#give').dataset.label, () => {
    if (chosen) return;
    find('#give .photo').setAttribute('open', '');
    choose(file);
  });
}

// A guide's files, and the key

function ask(address, form, accept, extra) {
  const fields = new URLSearchParams(new FormData(form));
  Object.keys(extra).forEach((name) => fields.set(name, extra[name]));
  const headers = { Accept: accept, Authorization: 'Bearer ' + secret() };
  return fetch(address, { method: 'POST', body: fields, headers, cache: 'no-store' });
}

// The file of a form, or nothing; then she is told why.
async function fetched(form, accept) {
  const response = await ask('/file', form, accept, { raw: '1' }).catch(() => null);
  if (response && response.ok) return response.blob();
  note(response && response.status === 404 ? form.dataset.gone : find('#say').dataset.offline);
  return null;
}

async function play(form) {
  const probe = document.createElement('audio');
  const sound = await fetched(form, PLAYS.filter((each) => probe.canPlayType(each)).join(', '));
  if (!sound) return;
  const player = element('audio', sound);
  form.replaceWith(player);
  player.focus();
  player.play().catch(() => {});
}

async function enlarge(form) {
  const box = form.nextElementSibling;
  const large = find('img', box);
  if (!large.src) {
    const seen = await fetched(form, 'image/jpeg');
    if (!seen) return;
    large.src = URL.createObjectURL(seen);
  }
  box.hidden = false;
  box.open = true;
  find('summary', box).focus();
}

// Closed, the large picture is gone and the small one has the focus again.
function shrink(box) {
  box.hidden = true;
  find('button', box.previousElementSibling).focus();
}

document.addEventListener('toggle', (event) => event.target.matches('.larger:not([open])') && shrink(event.target), true);
document.addEventListener('keydown', (event) => {
  const box = event.key === 'Escape' && find('.larger[open]');
  if (box) box.open = false;
});

async function save(form) {
  const file = await fetched(form, 'application/pdf');
  if (!file) return;
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = 'halsobot.pdf';
  document.body.appendChild(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), KEPT);
}

async function key(form) {
  const response = await ask('/key', form, 'application/x-ndjson', {}).catch(() => null);
  if (!response || !response.ok) return note(find('#say').dataset.offline);
  const said = JSON.parse(await response.text());
  const old = find('.key');
  if (old) old.remove();
  note(said.note || '');
  if (!said.html || said.ended) return;
  const box = document.createElement('template');
  box.innerHTML = said.html;
  const made = find('.key', box.content);
  form.closest('.screen').insertAdjacentElement('afterend', made);
  find('h2', made).focus();
}

document.addEventListener('submit', (event) => {
  if (!live()) return;
  const form = event.target;
  const files = { voice: play, photo: enlarge, document: save };
  const does = { photo: sendPicture }[form.id] || files[form.dataset.file] || { 'key-form': key }[form.className];
  if (!does) return;
  event.preventDefault();
  does(form);
});

document.addEventListener('equipped', fit);
fit();
