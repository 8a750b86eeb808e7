// A tablet that many use: what one has chosen is not there for the next. Nobody touches it for a while: it goes to its start.

const form = document.querySelector('form[data-kiosk]');
const ASK = 90_000;
const LEAVE = 30_000;
const note = document.createElement('p');
note.className = 'bad';
note.setAttribute('role', 'alert');
form.append(note);
let timer;

function awake() {
  clearTimeout(timer);
  note.hidden = true;
  note.textContent = '';
  timer = setTimeout(ask, ASK);
}

function ask() {
  note.textContent = form.dataset.still;
  note.hidden = false;
  timer = setTimeout(leave, LEAVE);
}

function leave() {
  form.reset();
  location.replace(form.dataset.kiosk);
}

// What people do; a page scrolls by itself as well, when a line comes or goes.
for (const what of ['pointerdown', 'keydown', 'input', 'wheel', 'touchmove']) addEventListener(what, awake, { capture: true, passive: true });
// Back to a page that the browser kept with all that was chosen on it.
addEventListener('pageshow', (event) => { if (event.persisted) leave(); });
awake();
