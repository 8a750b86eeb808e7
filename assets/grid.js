// The month as a grid: arrows, pasting, and rows that save themselves when one leaves them. Without this each row is a
// form with a button.
const table = document.querySelector('table[data-month]');
const columns = table.dataset.columns.split(' ');
const card = table.closest('section');
const told = card.querySelector('[data-told]');
const saveAll = card.querySelector('[data-save-all]');
const states = card.querySelector('[data-states]').content;
const pattern = card.querySelector('[data-blank]').innerHTML.replace(/^\s*<table>|<\/table>\s*$/g, '');

const rows = () => [...table.querySelectorAll('tbody.occasion')];
const rowOf = (element) => element?.closest?.('tbody.occasion') ?? null;
const cells = (row) => [...row.querySelectorAll('input:not([type=hidden]), select')];
const cell = (row, name) => cells(row).find((it) => it.name === name);
const formOf = (row) => row.querySelector('form');
const worth = (it) => (it.type === 'checkbox' ? it.checked : it.value.trim());
const snapshot = (row) => JSON.stringify(cells(row).map(worth));

// As the page came: a browser may have put back what was typed before.
const asCame = (it) =>
  it.type === 'checkbox' ? it.defaultChecked
    : it.options ? ([...it.options].find((option) => option.defaultSelected) ?? it.options[0]).value
      : it.defaultValue.trim();

// What is known of each row: `saved` is what the server has of it, `refused` what it would not take.
const known = new WeakMap();
const of = (row) => {
  if (!known.has(row)) {
    const troubled = ['problem', 'ask'].includes(row.dataset.state);
    known.set(row, {
      saved: troubled ? null : JSON.stringify(cells(row).map(asCame)),
      refused: troubled ? snapshot(row) : null,
      href: row.querySelector('[data-is] a')?.getAttribute('href'),
    });
  }
  return known.get(row);
};
const dirty = (row) => !of(row).settled && snapshot(row) !== of(row).saved;
const unsaved = () => rows().filter((row) => dirty(row) || of(row).sending || of(row).unsure);

// Ids are made here, in order of time as the server's are.
function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const now = Date.now();
  for (let n = 0; n < 6; n++) bytes[n] = Math.floor(now / 256 ** (5 - n)) % 256;
  bytes[6] = (bytes[6] & 15) | 112;
  bytes[8] = (bytes[8] & 63) | 128;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

// Rows: there is always an empty one below.

let made = rows().length;
function addRow() {
  made += 1;
  table.insertAdjacentHTML('beforeend', pattern.replaceAll('__n__', made));
  const row = rows().at(-1);
  const id = newId();
  row.id = `row-${id}`;
  formOf(row).elements.id.value = id;
  formOf(row).elements.command.value = id;
  return row;
}
const isBlank = (row) => Boolean(cell(row, 'date')) && !formOf(row).elements.base.value && !dirty(row);
function keepOneBlank() {
  const all = rows();
  if (!all.length || !isBlank(all.at(-1))) addRow();
}

// Telling what became of a row, beside it.

const piece = (name) => states.querySelector(`[data-of="${name}"]`).cloneNode(true);

function show(row, state, href) {
  row.dataset.state = state;
  const place = row.querySelector('[data-is]');
  place.replaceChildren();
  if (!states.querySelector(`[data-of="${state}"]`)) return;
  const said = piece(state);
  if (href) said.href = href;
  place.append(said);
}

function clearTold(row) {
  row.querySelector('tr.say')?.remove();
  for (const it of cells(row)) {
    it.removeAttribute('aria-invalid');
    it.removeAttribute('aria-describedby');
    it.classList.remove('look');
  }
}

function tell(row, problems) {
  clearTold(row);
  if (!problems.length) return;
  const line = document.createElement('tr');
  line.className = 'say';
  const says = document.createElement('td');
  says.colSpan = columns.length;
  says.className = 't';
  problems.forEach((problem, nth) => {
    const p = document.createElement('p');
    p.className = problem.ask ? 'error warn' : 'error';
    p.id = `e${row.dataset.n}-${nth}`;
    p.textContent = problem.says;
    says.append(p);
    const it = problem.cell && cell(row, problem.cell);
    if (!it) return;
    it.setAttribute('aria-describedby', [it.getAttribute('aria-describedby'), p.id].filter(Boolean).join(' '));
    if (problem.ask) it.classList.add('look');
    else it.setAttribute('aria-invalid', 'true');
  });
  if (problems.every((problem) => problem.ask) && !of(row).settled) {
    const right = piece('right');
    right.setAttribute('form', `f${row.dataset.n}`);
    says.append(right);
  } else if (of(row).href) {
    const whole = piece('whole');
    whole.href = of(row).href;
    says.append(whole);
  }
  line.append(document.createElement('td'), says);
  row.append(line);
  // Whoever moved on hears of it, and stays where they are.
  told.textContent = problems.map((problem) => problem.says).join(' ');
}

function telling(answer) {
  document.querySelector('[data-lead]').textContent = answer.lead;
  const tiles = answer.sums.map(([label, figure]) => {
    const tile = document.createElement('div');
    tile.className = 'tile';
    const dt = document.createElement('dt');
    const dd = document.createElement('dd');
    dd.className = 'num';
    dt.textContent = label;
    dd.textContent = figure;
    tile.append(dt, dd);
    return tile;
  });
  document.querySelector('[data-sums]').replaceChildren(...tiles);
  // Occasions recorded in another row are no longer expected.
  const open = new Set(answer.open);
  for (const row of rows()) {
    const { key } = row.dataset;
    if (!key || open.has(key) || dirty(row) || of(row).sending || formOf(row).elements.base.value) continue;
    if (!of(row).settled && !row.contains(document.activeElement)) row.remove();
  }
}

// Saving.

// Untouched rows are sent only where somebody says so (`ask.whole`): it took place as expected.
function save(row, ask = {}) {
  const it = of(row);
  it.sending = (it.sending ?? Promise.resolve()).then(() => send(row, it, ask));
  const mine = it.sending;
  return mine.finally(() => {
    if (it.sending === mine) it.sending = null;
    if (!unsaved().length) saveAll.hidden = true;
  });
}

async function send(row, it, { whole = false, confirmed = false }) {
  if (it.settled || !(whole || confirmed || it.unsure || dirty(row))) return;
  // What may have arrived is sent again as it was, before anything newer.
  const letter = it.unsure ?? {
    typed: snapshot(row),
    body: `${new URLSearchParams(new FormData(formOf(row)))}${confirmed ? '&confirmed=1' : ''}`,
  };
  show(row, 'saving');
  let response, answer;
  try {
    response = await fetch(formOf(row).action, {
      method: 'POST',
      body: letter.body,
      headers: { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' },
    });
    answer = await response.json();
  } catch {
    response = null;
  }
  if (!response || response.status >= 500) {
    it.unsure = letter;
    show(row, 'offline');
    told.textContent = answer?.title ?? table.dataset.offline;
    return;
  }
  it.unsure = null;
  if (!response.ok) {
    it.refused = letter.typed;
    show(row, 'problem');
    tell(row, [{ cell: null, says: answer.title, ask: false }]);
    return;
  }
  if (answer.state === 'saved') {
    it.saved = letter.typed;
    it.refused = null;
    it.href = answer.href;
    const { elements } = formOf(row);
    elements.base.value = answer.base;
    elements.command.value = newId();
    clearTold(row);
    show(row, dirty(row) ? 'dirty' : 'saved', answer.href);
  } else if (answer.state === 'waiting') {
    // Kept as a version that a person decides about; nothing more can come of this row.
    it.settled = true;
    for (const one of cells(row)) one[one.type === 'text' ? 'readOnly' : 'disabled'] = true;
    show(row, 'waiting', answer.href);
    tell(row, [{ cell: null, says: answer.says, ask: true }]);
  } else {
    it.refused = letter.typed;
    show(row, answer.state);
    tell(row, answer.problems);
  }
  telling(answer);
  // What was typed while the letter was on its way.
  if (answer.state === 'saved' && dirty(row) && !row.contains(document.activeElement)) await send(row, it, {});
}

function leave(row) {
  if (row.isConnected && dirty(row) && snapshot(row) !== of(row).refused) save(row);
}

setInterval(() => rows().filter((row) => of(row).unsure && !of(row).sending).forEach((row) => save(row)), 15_000);
window.addEventListener('online', () => rows().filter((row) => of(row).unsure).forEach((row) => save(row)));

table.addEventListener('focusout', (event) => {
  const row = rowOf(event.target);
  if (row && !row.contains(event.relatedTarget)) leave(row);
});
table.addEventListener('submit', (event) => {
  event.preventDefault();
  event.stopPropagation();
  save(rowOf(event.target), { whole: true, confirmed: event.submitter?.name === 'confirmed' });
});

async function saveEvery() {
  for (const row of rows()) await (dirty(row) ? save(row) : of(row).sending);
  return unsaved();
}
saveAll.addEventListener('click', async () => {
  const [left] = await saveEvery();
  saveAll.hidden = !left;
  if (left) (left.querySelector('[aria-invalid=true], .look') ?? cells(left)[0])?.focus();
});

// Nothing typed is lost: who goes on to another page takes the rows with them, or is told.
document.addEventListener('click', async (event) => {
  const link = event.target.closest?.('a[href]');
  const elsewhere = event.ctrlKey || event.metaKey || event.shiftKey || event.button;
  if (!link || link.target || elsewhere || event.defaultPrevented || link.hash && link.pathname === location.pathname) return;
  if (!unsaved().length) return;
  event.preventDefault();
  const [left] = await saveEvery();
  if (!left) {
    location.assign(link.href);
    return;
  }
  told.textContent = table.dataset.leave;
  (left.querySelector('[aria-invalid=true], .look') ?? cells(left)[0])?.focus();
});
window.addEventListener('beforeunload', (event) => {
  if (unsaved().length) event.preventDefault();
});

// Girls, boys and the others add up to the total as long as nothing is left over.

const genders = columns.filter((name) => name.startsWith('participant_') && name !== 'participant_total');
// 12,0 is how some spreadsheets write 12.
const heads = (it) => Number(it?.value.trim().replace(/[.,]0{1,2}$/, '')) || 0;
const sumOf = (row) => genders.reduce((n, name) => n + heads(cell(row, name)), 0);
function follow(row) {
  const it = of(row);
  const total = cell(row, 'participant_total');
  const now = sumOf(row);
  const whole = heads(total);
  if (whole <= (it.sum ?? 0) || whole < now) total.value = genders.some((name) => cell(row, name).value) ? now : '';
  it.sum = now;
}
table.addEventListener('focusin', (event) => {
  const row = rowOf(event.target);
  if (row) of(row).sum = sumOf(row);
});

function touched(row) {
  const state = dirty(row) ? 'dirty' : formOf(row).elements.base.value ? 'saved' : row.dataset.key ? 'open' : 'blank';
  // Drawing a long table anew for each letter would be felt.
  if (row.dataset.state === state) return;
  show(row, state, of(row).href);
  keepOneBlank();
}
table.addEventListener('input', (event) => {
  const row = rowOf(event.target);
  if (!row) return;
  if (genders.includes(event.target.name)) follow(row);
  touched(row);
});

// The keyboard.

function go(it) {
  if (!it) return false;
  it.focus();
  it.select?.();
  return true;
}

// The cell of a column some rows away; where a row has none, its first.
function beside(from, name, by) {
  const all = rows();
  const row = all[all.indexOf(from) + by];
  return row && (cell(row, name) ?? cells(row)[0]);
}

// Enter goes to the next row where one began in this one: in the column it was entered by, or first typed in.
const began = { row: null, column: null };
function begin(row, name) {
  began.row = row;
  began.column = name;
}
table.addEventListener('input', (event) => {
  const row = rowOf(event.target);
  if (row !== began.row) begin(row, event.target.name);
});

function atEdge(it, key) {
  if (it.type !== 'text') return true;
  const { selectionStart: from, selectionEnd: to, value } = it;
  if (from === 0 && to === value.length) return true;
  return from === to && from === (key === 'ArrowLeft' ? 0 : value.length);
}

table.addEventListener('keydown', (event) => {
  const it = event.target;
  const row = rowOf(it);
  if (!row || event.isComposing || event.altKey || event.metaKey) return;
  if (event.key === 'Enter' && event.ctrlKey) {
    event.preventDefault();
    save(row, { whole: true });
    return;
  }
  if (!columns.includes(it.name) || event.ctrlKey) return;
  let moved = false;
  if (event.key === 'Enter') {
    event.preventDefault();
    const next = beside(row, row === began.row ? began.column : it.name, event.shiftKey ? -1 : 1);
    moved = go(next);
    if (moved) begin(rowOf(next), next.name);
  } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && !event.shiftKey && it.type !== 'select-one') {
    moved = go(beside(row, it.name, event.key === 'ArrowDown' ? 1 : -1));
  } else if ((event.key === 'ArrowLeft' || event.key === 'ArrowRight') && !event.shiftKey && atEdge(it, event.key)) {
    const all = cells(row);
    const next = all[all.indexOf(it) + (event.key === 'ArrowRight' ? 1 : -1)];
    moved = go(next);
    // A list must not change its choice under somebody who moves through the row.
    if (it.type === 'select-one') moved = true;
  }
  if (moved) event.preventDefault();
});

card.querySelector('[data-add]').addEventListener('click', () => go(cells(addRow())[0]));

// Pasting a block.

// Lines and tabs; a cell in quotes may hold both.
function parse(text) {
  const lines = [[]];
  const pieces = text.replace(/\r\n?/g, '\n').replace(/\n$/, '').matchAll(/("(?:[^"]|"")*"(?=[\t\n]|$)|[^\t\n]*)([\t\n]|$)/g);
  for (const [, word, end] of pieces) {
    const quoted = word.length > 1 && word.startsWith('"') && word.endsWith('"');
    lines.at(-1).push((quoted ? word.slice(1, -1).replaceAll('""', '"') : word).replace(/\s+/g, ' ').trim());
    if (end === '\n') lines.push([]);
    if (!end) break;
  }
  return lines;
}

const fold = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();

/// Puts a word into a cell; false where it does not fit.
function put(it, word) {
  if (!it) return word === '';
  if (it.type === 'checkbox') {
    const yes = ['1', 'x', 'da', 'yes', 'true', fold(document.getElementById('c-off').textContent)].includes(fold(word));
    if (!yes && !['', '0', 'ne', 'no', 'false'].includes(fold(word))) return false;
    it.checked = yes;
  } else if (it.options) {
    const option = [...it.options].find(({ textContent }) => fold(textContent) === fold(word));
    if (!option) return false;
    it.value = option.value;
  } else {
    it.value = word;
  }
  return true;
}

table.addEventListener('paste', (event) => {
  const text = event.clipboardData?.getData('text/plain') ?? '';
  const from = rowOf(event.target);
  const at = columns.indexOf(event.target.name);
  if (at < 0 || !/[\t\n]/.test(text.trimEnd())) return;
  event.preventDefault();
  const lines = parse(text);
  const first = rows().indexOf(from);
  const unfit = [];
  lines.forEach((line, nth) => {
    while (rows().length <= first + nth) addRow();
    const row = rows()[first + nth];
    of(row).sum = sumOf(row);
    line.forEach((word, by) => {
      const name = columns[at + by];
      if (!put(name && !of(row).settled ? cell(row, name) : null, word)) unfit.push(word);
    });
    if (line.some((_, by) => genders.includes(columns[at + by])) && !line[columns.indexOf('participant_total') - at]) follow(row);
    touched(row);
  });
  saveAll.hidden = !unsaved().length;
  const said = [table.dataset.pasted.replace('#', lines.length)];
  if (unfit.length) {
    const some = unfit.slice(0, 5).map((word) => `»${word}«`).join(', ');
    said.push(table.dataset.unfit.replace('#', unfit.length > 5 ? `${some}, …` : some));
  }
  told.textContent = said.join(' ');
});

keepOneBlank();
