// What is typed into a form marked for it is saved a moment after typing stops, and when the page is left. Without this, its button saves.
const form = document.querySelector('form[data-keep]');
const told = document.querySelector('[data-kept]');
const PAUSE = 1200;
const AGAIN = 8000;
// What a browser still sends when the page is gone, in bytes.
const LAST = 60_000;
// The browser must not put back what was typed before over what is saved by now.
form.autocomplete = 'off';

const typed = () => {
  const all = new FormData(form);
  all.delete('version');
  return new URLSearchParams(all);
};
// What the server has; what a letter carries that may or may not have arrived; the letter on its way.
let saved = typed();
let unsure = null;
let sending = null;
let over = false;
let timer;

const waiting = () => !over && (Boolean(unsure) || String(typed()) !== String(saved));

function say(state, text) {
  told.dataset.state = state;
  told.textContent = text;
}

function letter() {
  const now = typed();
  const body = new URLSearchParams(now);
  body.set('version', form.elements.version.value);
  // What it was before, so that what a colleague wrote meanwhile stands beside it.
  for (const [name, value] of saved) body.append(`was_${name}`, value);
  return { now, body: String(body) };
}

async function send() {
  // What may have arrived is sent again as it was, before anything newer.
  unsure ??= letter();
  let response, answer;
  try {
    response = await fetch(form.action, {
      method: 'POST',
      body: unsure.body,
      keepalive: unsure.body.length < LAST,
      headers: { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' },
    });
    answer = await response.json();
  } catch {
    response = null;
  }
  if (!response || response.status >= 500) {
    say('failed', answer?.title ?? told.dataset.offline);
    return AGAIN;
  }
  const { now } = unsure;
  unsure = null;
  if (!response.ok) {
    say('failed', answer.says ?? answer.title);
    // A colleague changed the same: the button shows both.
    over = answer.over ?? false;
    return null;
  }
  saved = now;
  form.elements.version.value = answer.version;
  say('saved', answer.says);
  return waiting() ? PAUSE : null;
}

function keep() {
  clearTimeout(timer);
  if (sending || !waiting()) return sending;
  sending = send().then((again) => {
    sending = null;
    if (again) timer = setTimeout(keep, again);
  });
  return sending;
}

for (const what of ['input', 'change']) {
  form.addEventListener(what, () => {
    clearTimeout(timer);
    timer = setTimeout(keep, PAUSE);
  });
}
addEventListener('online', keep);
document.addEventListener('visibilitychange', () => document.hidden && keep());
addEventListener('pagehide', keep);
// What could not be sent, or was typed while a letter is on its way, is not left behind without asking.
addEventListener('beforeunload', (event) => {
  const newer = sending && String(typed()) !== String(unsure?.now);
  if (waiting() && (newer || told.dataset.state === 'failed')) event.preventDefault();
});
// A page that the browser kept may be older than what is saved.
addEventListener('pageshow', (event) => event.persisted && location.reload());

// The button comes after what is on its way, and not at all while the line is gone: a page of the browser's own would take
// the place of what was typed.
form.addEventListener('submit', async (event) => {
  if (!waiting()) {
    over = true;
    for (const [name, value] of saved) {
      const was = document.createElement('input');
      Object.assign(was, { type: 'hidden', name: `was_${name}`, value });
      form.append(was);
    }
    return;
  }
  event.preventDefault();
  event.stopPropagation();
  await sending;
  await keep();
  clearTimeout(timer);
  if (unsure) {
    timer = setTimeout(keep, AGAIN);
    return;
  }
  over = true;
  form.requestSubmit(event.submitter);
});
