// One question at a time. Without this file the page is one long form, which works as well. Nothing is kept on the device.

const form = document.querySelector('form[data-ask]');
if (form) start(form);

function start(form) {
  // A card's code stands in the form, and no longer where it could be read later.
  const here = new URL(location);
  here.searchParams.delete('code');
  history.replaceState(null, '', here);

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

  function go(by) {
    const all = open();
    at = all[Math.min(Math.max(all.indexOf(at) + by, 0), all.length - 1)];
    show(true);
  }

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

  let sending = false;
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (sending) return;
    sending = true;
    lost.hidden = true;
    try {
      const answer = await fetch(form.action, { method: 'POST', body: new URLSearchParams(new FormData(form)), redirect: 'follow' });
      if (answer.redirected) return location.replace(answer.url);
      // Something is wrong with it: the server says so on a page of its own.
      form.submit();
    } catch {
      // The same key goes along again, so that it counts once.
      lost.textContent = words.lost;
      lost.hidden = false;
    } finally {
      sending = false;
    }
  });
  show(Boolean(wrong));

  function button(text, kind) {
    const it = document.createElement('button');
    it.type = 'button';
    it.className = kind;
    it.textContent = text;
    return it;
  }
}
