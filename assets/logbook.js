// Small helps; every page works without them.
const root = document.documentElement;
root.classList.add('js');

// Light or dark: kept in a cookie, so that the server draws the next page right at once.
document.querySelector('[data-theme-switch]')?.addEventListener('click', () => {
  const dark = root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  root.dataset.theme = dark ? 'light' : 'dark';
  document.cookie = `logbook_theme=${root.dataset.theme};path=/;max-age=34560000;samesite=lax`;
});

// A double tap sends one form once; the ids in the form make sure of it on the server as well. What only asks, for a list
// or a file, may be asked again from the same page.
document.addEventListener('submit', (event) => {
  if (event.target.method !== 'post') return;
  if (event.target.dataset.sent) event.preventDefault();
  event.target.dataset.sent = '1';
  // What answers with a file leaves the page as it is.
  if ('file' in event.target.dataset) setTimeout(() => delete event.target.dataset.sent, 3000);
});
window.addEventListener('pageshow', () => {
  for (const form of document.forms) delete form.dataset.sent;
});

// Steppers: buttons beside a real number input. Empty is "not counted", which is not 0.
for (const step of document.querySelectorAll('.step')) {
  const input = step.querySelector('input');
  step.addEventListener('click', (event) => {
    const by = Number(event.target.closest('button')?.value);
    if (!by) return;
    input.value = Math.max(0, Number(input.value) + by);
    input.dispatchEvent(new Event('input', { bubbles: true }));
  });
}

document.querySelector('[role=alert][tabindex]')?.focus();

// The recording form.
const form = document.querySelector('[data-counts]');
if (form && form.querySelector('[data-of]')) {
  const category = new Intl.PluralRules(root.lang);
  const at = { one: 0, two: 1, few: 2 };
  const words = (n, kind) => {
    const forms = form.dataset[kind].split('|');
    return forms[at[category.select(n)] ?? 3].replace('#', n);
  };
  const all = (of) => [...form.querySelectorAll(`[data-of="${of}"]`)];
  const sum = (of) => all(of).reduce((n, input) => n + Number(input.value), 0);
  const parts = ['participant', 'creator', 'audience'];
  const total = (part) => all(`${part}-total`)[0];
  const before = {};
  const remember = () => { for (const part of parts) before[part] = sum(`${part}-gender`); };

  const tell = () => {
    const counted = parts.map((part) => (total(part).value === '' ? null : Number(total(part).value)));
    const visits = counted.reduce((n, it) => n + (it ?? 0), 0);
    const none = counted.every((it) => it === null);
    form.querySelector('[data-total]').textContent = none ? form.dataset.nothing : words(visits, 'visits');
    form.querySelector('[data-parts]').textContent = none ? form.dataset.nothingMore : [
      counted[0] !== null && words(counted[0], 'participant'),
      counted[1] && words(counted[1], 'creator'),
      counted[2] && `${form.dataset.audience} ${counted[2]}`,
    ].filter(Boolean).join(', ');
    for (const left of form.querySelectorAll('[data-left]')) {
      const [part] = left.dataset.left.split('-');
      const n = Number(total(part).value) - sum(left.dataset.left);
      const begun = all(left.dataset.left).some((input) => input.value !== '');
      left.textContent = !begun ? '' : n > 0 ? `${left.dataset.word} ${n}` : n < 0 ? `${form.dataset.over} ${-n}` : form.dataset.all;
    }
  };

  // What "same as last time" filled in and nobody touched since gives way where there are fewer heads than it is of, and
  // comes back where it fits again. The server does the same for whoever has no script.
  const margins = parts.flatMap((part) => [`${part}-gender`, `${part}-age`])
    .filter((of) => all(of).some((input) => input.dataset.last !== undefined));
  const last = (input) => Number(input.dataset.last ?? 0);
  const untouched = new Set();
  const settle = () => {
    for (const of of margins) {
      const inputs = all(of);
      const whole = total(of.split('-')[0]).value;
      const gone = untouched.has(of) && whole !== '' && inputs.reduce((n, input) => n + last(input), 0) > Number(whole);
      if (untouched.has(of)) for (const input of inputs) input.value = gone ? '' : input.dataset.last ?? '';
      for (const says of form.querySelectorAll(`[data-gone="${of}"]`)) says.hidden = !gone;
    }
  };

  // Girls, boys and the others add up to the total as long as nothing is left over; where somebody counted more heads
  // than genders, a gender is taken from what is left.
  form.addEventListener('input', (event) => {
    const of = event.target.dataset?.of;
    untouched.delete(of);
    if (of?.endsWith('-gender')) {
      const part = of.split('-')[0];
      const now = sum(of);
      const field = total(part);
      const whole = Number(field.value);
      if (whole <= before[part] || whole < now) field.value = now;
    }
    settle();
    remember();
    tell();
  });

  // "Same as last time" is the one way last time's heads get in; the same button takes them out again.
  const copy = form.querySelector('[data-copy]');
  const hinted = [...form.querySelectorAll('[data-last]')];
  const shares = [...form.querySelectorAll('[name=created]')];
  const lastShare = shares.find((share) => share.hasAttribute('data-last-share'));
  let typed = null;
  let chosen;
  copy?.setAttribute('role', 'button');
  const turn = () => { for (const face of copy.children) face.hidden = !face.hidden; };
  const swap = (event) => {
    event.preventDefault();
    const now = hinted.map((input) => input.value);
    hinted.forEach((input, n) => { input.value = typed ? typed[n] : input.dataset.last; });
    // What of the time young people created is a part of how it was; taken back, what was chosen before stands again.
    if (lastShare && typed) shares.forEach((share) => { share.checked = share === chosen; });
    else if (lastShare) {
      chosen = shares.find((share) => share.checked);
      lastShare.checked = true;
    }
    form.elements.copied.value = typed ? '' : '1';
    untouched.clear();
    if (!typed) for (const of of margins) untouched.add(of);
    typed = typed ? null : now;
    turn();
    settle();
    remember();
    tell();
  };
  // Taken over already when the page came: what says the same as last time was not touched.
  if (copy && form.elements.copied.value === '1') {
    typed = hinted.map(() => '');
    for (const of of margins) {
      const inputs = all(of);
      if (inputs.every((input) => Number(input.value) === last(input))) untouched.add(of);
    }
    turn();
  }
  copy?.addEventListener('click', swap);
  copy?.addEventListener('keydown', (event) => { if (event.key === ' ') swap(event); });
  remember();
  tell();
}

// Hours or a length: whichever is typed takes the place of the other, so that nothing typed is left out of account.
const [end, length] = ['end', 'duration'].map((name) => document.querySelector(`.entry-form [name=${name}]:not(button)`));
end?.addEventListener('input', () => { if (end.value && length) length.value = ''; });
length?.addEventListener('input', () => { if (length.value && end) end.value = ''; });

// What is tapped while the bar covers part of it comes out from under it; browsers do so only for the keyboard.
document.querySelector('.entry-form')?.addEventListener('focusin', ({ target, currentTarget }) => {
  const bar = currentTarget.querySelector('.savebar');
  if (!bar || bar.contains(target)) return;
  if (target.getBoundingClientRect().bottom > bar.getBoundingClientRect().top) target.scrollIntoView({ block: 'nearest' });
});
