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
// Nothing is saved by itself any more: a colleague changed the same, and only the button shows both.
let stopped = false;
// The button was pressed, and the page is left for what it answers.
let leaving = false;
let timer;

const differs = () => Boolean(unsure) || String(typed()) !== String(saved);
const waiting = () => !stopped && !leaving && differs();

function say(state, text) {
  told.dataset.state = state;
  told.textContent = text;
}

// What only the button can save outlives the page, for whoever leaves it all the same and comes back: until the tab is closed.
const ASIDE = `keep ${form.action}`;

function putAside() {
  if (!stopped || leaving) return;
  const { value: version } = form.elements.version;
  const aside = { typed: [...typed()], saved: [...saved], version, says: told.textContent };
  sessionStorage.setItem(ASIDE, JSON.stringify(aside));
}

function takeUp(aside) {
  for (const field of form.elements) {
    const values = aside.typed.filter(([name]) => name === field.name).map(([, value]) => value);
    if (field.type === 'checkbox') field.checked = values.includes(field.value);
    else if (values.length) [field.value] = values;
  }
  saved = new URLSearchParams(aside.saved);
  form.elements.version.value = aside.version;
  stopped = true;
  say('failed', aside.says);
}

const left = sessionStorage.getItem(ASIDE);
if (left) takeUp(JSON.parse(left));

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
    stopped = answer.over ?? false;
    putAside();
    return null;
  }
  saved = now;
  form.elements.version.value = answer.version;
  say('saved', answer.says);
  // Who saved last before this is not true any more.
  document.querySelector('[data-last]')?.remove();
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
    putAside();
  });
}
addEventListener('online', keep);
document.addEventListener('visibilitychange', () => document.hidden && keep());
addEventListener('pagehide', keep);
// Whoever goes on by a link finds there what was just typed here.
document.addEventListener('click', async (event) => {
  const link = event.target.closest('a[href]');
  const elsewhere = event.ctrlKey || event.metaKey || event.shiftKey || link?.target || link?.hash;
  if (!link || elsewhere || event.defaultPrevented || !waiting()) return;
  event.preventDefault();
  await sending;
  await keep();
  location.assign(link.href);
});
// What could not be sent, or was typed while a letter is on its way, is not left behind without asking.
addEventListener('beforeunload', (event) => {
  const newer = sending && String(typed()) !== String(unsure?.now);
  if (!leaving && differs() && (newer || told.dataset.state === 'failed')) event.preventDefault();
});
// A page that the browser kept may be older than what is saved.
addEventListener('pageshow', (event) => event.persisted && location.reload());

// The button comes after what is on its way, and not at all while the line is gone: a page of the browser's own would take
// the place of what was typed.
form.addEventListener('submit', async (event) => {
  if (stopped && !navigator.onLine) {
    event.preventDefault();
    event.stopPropagation();
    say('failed', told.dataset.offline);
    return;
  }
  if (!waiting()) {
    leaving = true;
    sessionStorage.removeItem(ASIDE);
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
  leaving = true;
  form.requestSubmit(event.submitter);
});
