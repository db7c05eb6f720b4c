// Records a spoken answer. It stays in the page until it is sent or thrown away.

const box = document.querySelector('#voice');
const part = (what) => box.querySelector(what);
const words = box ? box.dataset : {};
const TYPES = ['audio/webm;codecs=opus', 'audio/mp4', 'audio/ogg;codecs=opus'];
// So many seconds before the end it is said that it comes.
const LEFT = [60, 30, 10];
const STATUS = { 401: 'out', 409: 'lost', 413: 'large', 400: 'broken' };

let recorder = null;
let pieces = [];
let began = 0;
let length = 0;
let clock = null;
let recording = null; // the recording, which can be sent
let once = '';
let busy = false;

const tell = (id, value) => (part('.told').textContent = id ? words[id].replace('@', value) : '');
const time = (seconds) => Math.floor(seconds / 60) + ':' + String(Math.floor(seconds % 60)).padStart(2, '0');

// Shows these buttons; the focus goes to the first of them if it was on one that is hidden now.
function offer(...names) {
  const focused = box.contains(document.activeElement);
  box.querySelectorAll('button').forEach((each) => (each.hidden = !names.includes(each.dataset.do)));
  if (focused && names.length) part(`[data-do=${names[0]}]`).focus();
}

async function start() {
  let sound = null;
  try {
    sound = await navigator.mediaDevices.getUserMedia({ audio: true });
    const type = TYPES.find((each) => MediaRecorder.isTypeSupported(each));
    recorder = new MediaRecorder(sound, type ? { mimeType: type, audioBitsPerSecond: 32000 } : {});
    pieces = [];
    recorder.ondataavailable = (event) => event.data.size && pieces.push(event.data);
    recorder.onstop = () => {
      sound.getTracks().forEach((each) => each.stop());
      recorded();
    };
    recorder.start(1000);
  } catch (e) {
    if (sound) sound.getTracks().forEach((each) => each.stop());
    tell('refused');
    return offer('start');
  }
  began = performance.now();
  tell(null);
  show();
  clock = setInterval(show, 500);
  offer('stop');
}

function show() {
  length = (performance.now() - began) / 1000;
  const left = Math.round(Number(words.seconds) - length);
  part('.level').textContent = words.recording.replace('@', time(length)).replace('#', time(Number(words.seconds)));
  if (LEFT.includes(left)) tell('left', left);
  if (left <= 0) stop('longest');
}

function stop(why) {
  if (recorder.state === 'inactive') return;
  clearInterval(clock);
  recorder.stop();
  if (why) tell(why);
}

function recorded() {
  clearInterval(clock);
  part('.level').textContent = '';
  recording = new Blob(pieces, { type: recorder.mimeType || 'audio/webm' });
  pieces = [];
  if (!recording.size) {
    recording = null;
    tell('silent');
    return offer('start');
  }
  once = Array.from(crypto.getRandomValues(new Uint8Array(12)), (each) => each.toString(16).padStart(2, '0')).join('');
  const player = part('audio');
  player.src = URL.createObjectURL(recording);
  player.hidden = false;
  part('.level').textContent = words.recorded.replace('@', time(length));
  offer('send', 'close', 'discard');
}

function empty(why) {
  const player = part('audio');
  player.pause();
  URL.revokeObjectURL(player.src);
  player.removeAttribute('src');
  player.hidden = true;
  recording = null;
  part('.level').textContent = '';
  tell(why);
  offer('start');
}

// ``how`` is told to a page that goes on after it: whether the case is closed, too.
async function send(how) {
  tell('sending');
  const headers = { 'X-Script': '1', 'X-Token': words.token, 'X-Once': once, 'Content-Type': recording.type };
  const answer = await fetch(words.to, { method: 'POST', body: recording, headers }).catch(() => null);
  if (answer && answer.status === 201) {
    empty('sent');
    return box.dispatchEvent(new CustomEvent('sent', { detail: how }));
  }
  tell((answer && STATUS[answer.status]) || 'unsent');
  offer('send', 'close', 'discard');
}

// A press while another is still being worked on is none. The buttons stay as they are, and so does the focus.
async function oneAtATime(deed) {
  if (busy) return;
  busy = true;
  await deed();
  busy = false;
}

const deeds = {
  start,
  stop: () => stop(),
  send: () => send('send'),
  close: () => send('close'),
  discard: () => empty('discarded'),
};

if (box && window.MediaRecorder && navigator.mediaDevices && navigator.mediaDevices.getUserMedia) {
  box.hidden = false;
  document.querySelector('#no-voice').hidden = true;
  box.addEventListener('click', (event) => {
    const button = event.target.closest('button');
    if (button) oneAtATime(deeds[button.dataset.do]);
  });
  window.addEventListener('beforeunload', (event) => {
    if (recording || (recorder && recorder.state !== 'inactive')) event.preventDefault();
  });
}
