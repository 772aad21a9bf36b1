// Controls too small for a finger: under 44 px. Links inside a sentence are excepted; a box to tick counts with its label.
() => {
  const every = 'a[href], button, input:not([type=hidden]), select, textarea, summary'
  const shown = one => one.getClientRects().length && !one.closest('.hidden') && !one.matches('.skip')
  const inSentence = one => one.tagName === 'A' && getComputedStyle(one).display === 'inline'
  const touched = one => (one.matches('[type=checkbox], [type=radio]') && one.closest('label')) || one
  const named = (one, box) => `${one.tagName.toLowerCase()} "${(one.textContent || one.name).trim().slice(0, 40)}" `
    + `${Math.round(box.width)} x ${Math.round(box.height)} px`
  return [...document.querySelectorAll(every)]
    .filter(one => shown(one) && !inSentence(one))
    .map(one => [one, touched(one).getBoundingClientRect()])
    .filter(([, box]) => box.height < 43.5 || box.width < 24)
    .map(([one, box]) => named(one, box))
}
