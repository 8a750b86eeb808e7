// One question at a time. Without this file the page is one long form, which works as well. Nothing is kept on the device.

const form = document.querySelector('form[data-ask]');
if (form) start(form);

function start(form) {
  // A card's code stands in the form, and no longer where it could be read later.
  const here = new URL(location);
  here.searchParams.delete('code');

  const steps = [...form.querySelectorAll('[data-step]')];
  const words = form.dataset;
  document.documentElement.classList.add('js');

  const bar = document.createElement('p');
  bar.className = 'at';
  const back = button(words.back, 'back');
  const progress = document.createElement('progress');
  const count = document.createElement('span');
  count.setAttribute('aria-live', 'polite');
  progress.setAttribute('aria-hidden', 'true');
  bar.append(back, progress, count);
  form.prepend(bar);
  const next = button(words.next, 'next');
  form.append(next);
  const lost = document.createElement('p');
  lost.className = 'bad';
  lost.setAttribute('role', 'alert');
  lost.hidden = true;
  form.append(lost);

  const chosen = (name) => [...form.elements].filter((it) => it.name === name && it.checked && !it.disabled).map((it) => it.value);
  const asked = (step) => !step.dataset.if || step.dataset.is.split(' ').some((code) => chosen(step.dataset.if).includes(code));
  const open = () => steps.filter(asked);
  const wrong = steps.find((step) => step.classList.contains('wrong'));
  let at = wrong || steps[0];

  function show(focus) {
    for (const step of steps) {
      step.hidden = step !== at;
      // What is not asked is not sent.
      if (step.tagName === 'FIELDSET') step.disabled = !asked(step);
    }
    const all = open();
    const n = all.indexOf(at);
    const last = all.length - 1;
    back.hidden = n === 0;
    next.hidden = n === last;
    next.textContent = n === 0 ? words.begin : words.next;
    progress.max = last;
    progress.value = n;
    progress.hidden = count.hidden = n === 0;
    count.textContent = n === last ? '' : words.of.replace('%1', n).replace('%2', last - 1);
    if (!focus) return;
    const head = at.querySelector('legend, h1') || at;
    head.tabIndex = -1;
    head.focus({ preventScroll: true });
    scrollTo(0, 0);
  }

  // Each question is a step of the browser's history: what goes back on a phone goes one question back here. The history knows
  // which question, and nothing of what was chosen. `deep`: how many steps of it are ours.
  let deep = 0;
  const keep = (how) => history[how]({ step: steps.indexOf(at), deep }, '', here);

  function go(by) {
    const all = open();
    const to = all[Math.min(Math.max(all.indexOf(at) + by, 0), all.length - 1)];
    if (to === at) return;
    if (by < 0 && deep > 0) return history.back();
    at = to;
    if (by > 0) deep += 1;
    keep(by > 0 ? 'pushState' : 'replaceState');
    show(true);
  }

  addEventListener('popstate', ({ state }) => {
    if (done) return location.replace(done);
    const named = location.hash && document.getElementById(location.hash.slice(1))?.closest('[data-step]');
    if (!state && !named) return;
    if (state) deep = state.deep;
    // What is not asked any more is passed by.
    const wanted = state ? state.step : steps.indexOf(named);
    at = steps.slice(0, wanted + 1).filter(asked).pop() || steps[0];
    if (!state) keep('replaceState');
    show(true);
  });
  // Back to a page that the browser kept, after it was sent: nothing of it is there.
  addEventListener('pageshow', ({ persisted }) => { if (persisted && done) location.replace(done); });

  // "Don't know" stands alone among choices, and beside a number.
  form.addEventListener('change', ({ target }) => {
    const field = target.closest('fieldset');
    if (!field || target.type === 'radio') return;
    for (const other of field.querySelectorAll('input[type=checkbox]')) {
      if (other !== target && target.checked && (target.value === 'dont_know' || other.value === 'dont_know')) other.checked = false;
    }
  });
  form.addEventListener('input', ({ target }) => {
    if (target.inputMode === 'numeric' && target.value) target.closest('fieldset').querySelectorAll('[type=radio]').forEach((it) => { it.checked = false; });
  });
  form.addEventListener('keydown', (event) => {
    // Enter goes on; it does not send half of it.
    if (event.key === 'Enter' && event.target.tagName === 'INPUT' && !next.hidden) { event.preventDefault(); go(1); }
  });
  back.addEventListener('click', () => go(-1));
  next.addEventListener('click', () => go(1));

  // Where it leads once it was sent.
  let done;
  let sending = false;
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (sending) return;
    sending = true;
    lost.hidden = true;
    try {
      const answer = await fetch(form.action, { method: 'POST', body: new URLSearchParams(new FormData(form)), redirect: 'follow' });
      if (answer.redirected) {
        done = answer.url;
        form.reset();
        // Not through the questions: whoever has the phone next does not come back to them.
        return deep > 0 ? history.go(-deep) : location.replace(done);
      }
      // Too many at once, or a server that has its own troubles: all of it stays here, to be sent again.
      if (answer.status === 429 || answer.status >= 500) return later(answer.status === 429 ? words.full : words.lost);
      // Something is wrong with it: the server says so on a page of its own.
      form.submit();
    } catch {
      later(words.lost);
    } finally {
      sending = false;
    }
  });
  // The same key goes along again, so that it counts once.
  function later(says) {
    lost.textContent = says;
    lost.hidden = false;
  }

  keep('replaceState');
  show(Boolean(wrong));

  function button(text, kind) {
    const it = document.createElement('button');
    it.type = 'button';
    it.className = kind;
    it.textContent = text;
    return it;
  }
}
