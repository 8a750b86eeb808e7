// Proposes a code from the name while nobody has typed one; without this, the server does it when the form is saved.

const plain = { đ: 'd', ð: 'd', ł: 'l', ø: 'o', æ: 'ae', œ: 'oe', ß: 'ss', þ: 'th', ı: 'i' };

const folded = (name) =>
  name
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[đðłøæœßþı]/g, (letter) => plain[letter])
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 54)
    .replace(/^-+|-+$/g, '');

for (const form of document.querySelectorAll('form[data-code]')) {
  const into = form.querySelector('[data-code-into]');
  const from = [...form.querySelectorAll('[data-code-from]')];
  let ours = into.value === '';
  into.addEventListener('input', () => (ours = into.value === ''));
  for (const name of from) {
    name.addEventListener('input', () => {
      if (ours) into.value = folded(from.find(({ value }) => value.trim())?.value ?? '');
    });
  }
}
