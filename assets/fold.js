// Chapters stand open where there is room; on a phone they are opened one by one, or by the address that leads into them.
const wide = matchMedia('(min-width: 52.01rem)');
const all = document.querySelectorAll('details.plan-fold');
const target = () => (location.hash.length > 1 ? document.getElementById(decodeURIComponent(location.hash.slice(1))) : null);

function fit() {
  for (const it of all) it.open = wide.matches || it.contains(target());
}

function lead() {
  const at = target();
  for (const it of all) if (it.contains(at)) it.open = true;
  at?.scrollIntoView();
}

fit();
if (target()) lead();
wide.addEventListener('change', fit);
addEventListener('hashchange', lead);
addEventListener('beforeprint', () => { for (const it of all) it.open = true; });
addEventListener('afterprint', fit);
