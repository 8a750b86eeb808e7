// A link to be handed over: copied or shared with one touch. Without this it is selected by hand.

for (const tools of document.querySelectorAll('[data-handed]')) {
  const link = document.getElementById(tools.dataset.handed);
  const [copy, share] = [tools.querySelector('[data-copy]'), tools.querySelector('[data-share]')];
  const says = copy.querySelector('span');
  tools.hidden = false;
  link.addEventListener('focus', () => link.select());

  copy.addEventListener('click', async () => {
    link.select();
    // Away from https and this very machine, browsers offer no clipboard to write to; what is selected can be copied still.
    const copied = navigator.clipboard
      ? await navigator.clipboard.writeText(link.value).then(() => true, () => document.execCommand('copy'))
      : document.execCommand('copy');
    if (copied) says.textContent = copy.dataset.done;
  });

  // What is no link is copied only.
  if (!share) continue;
  share.hidden = !navigator.share;
  // Whoever closes the sheet of ways to share has changed their mind, and that is no error.
  share.addEventListener('click', () => navigator.share({ url: link.value }).catch(() => {}));
}
