// Sends a picture or a document without leaving the page, so that what was chosen stays until it has been sent.

const form = document.querySelector('#send-file');
const words = form.dataset;
const chosen = form.querySelector('[type=file]');
const STATUS = { 401: 'out', 409: 'lost', 413: 'large', 415: 'kind' };
let busy = false;

const tell = (id) => (form.querySelector('.told').textContent = id ? words[id] : '');

// What is sent next is something else than what was sent.
function anew() {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  form.querySelector('[name=once]').value = Array.from(bytes, (each) => each.toString(16).padStart(2, '0')).join('');
  chosen.value = '';
}

async function send() {
  if (!chosen.files.length) return tell('none');
  tell('sending');
  const headers = { 'X-Script': '1' };
  const answer = await fetch(form.action, { method: 'POST', body: new FormData(form), headers }).catch(() => null);
  if (!answer || answer.status !== 201) return tell((answer && STATUS[answer.status]) || 'unsent');
  anew();
  tell('sent');
}

if (window.fetch && window.FormData) {
  // Before the page hears of it, which takes a form that is sent for the last thing that is done there.
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    event.stopPropagation();
    if (busy) return;
    busy = true;
    await send();
    busy = false;
  });
  chosen.addEventListener('change', () => tell(null));
  window.addEventListener('beforeunload', (event) => {
    if (chosen.files.length) event.preventDefault();
  });
}
