// What every page has, also those beside the chat: the quick exit.

const find = (what, where) => (where || document).querySelector(what);
const all = (what, where) => Array.from((where || document).querySelectorAll(what));

let secret = null;
let gone = false;

function leave() {
  const form = find('form.leave');
  if (gone || !form) return;
  gone = true;
  const to = form.getAttribute('data-to');
  const known = secret || find('[name=secret]', form).value;
  document.documentElement.hidden = true;
  document.body.textContent = '';
  try {
    sessionStorage.clear();
  } catch (e) {
    // Nothing was kept then.
  }
  const body = new URLSearchParams({ secret: known });
  const sent = navigator.sendBeacon && navigator.sendBeacon('/leave', body);
  if (!sent && window.fetch) fetch('/leave', { method: 'POST', body, keepalive: true }).catch(() => {});
  location.replace(to);
}

document.addEventListener('submit', (event) => {
  if (!event.target.classList.contains('leave')) return;
  event.preventDefault();
  leave();
});

let escapes = 0;
document.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape') return;
  all('details[open]').forEach((card) => card.removeAttribute('open'));
  escapes += 1;
  setTimeout(() => (escapes = 0), 1500);
  if (escapes > 1) leave();
});

// A page that the browser kept whole is never shown again.
window.addEventListener('pageshow', (event) => {
  if (event.persisted) location.reload();
});
