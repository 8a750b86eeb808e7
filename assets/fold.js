// Chapters are opened one by one, all at once, or by the address that leads into one; on paper all of them stand open.
const all = [...document.querySelectorAll('details.plan-fold')];
const unfold = document.getElementById('unfold');
let closed = [];

function open(those) {
  for (const it of those) it.open = true;
}

function lead() {
  const at = location.hash.length > 1 ? document.getElementById(decodeURIComponent(location.hash.slice(1))) : null;
  if (!at) return;
  open(all.filter((it) => it.contains(at)));
  at.scrollIntoView();
}

lead();
addEventListener('hashchange', lead);
addEventListener('beforeprint', () => {
  closed = all.filter((it) => !it.open);
  open(closed);
});
addEventListener('afterprint', () => {
  for (const it of closed) it.open = false;
});
if (unfold) {
  unfold.parentElement.hidden = false;
  unfold.addEventListener('click', () => open(all));
}
