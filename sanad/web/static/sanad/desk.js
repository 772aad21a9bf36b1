// One key for each act of the desk, printed on its button. Keys are told by their place (`code`), so that an Arabic
// keyboard has them where an English one does. While somebody types, or holds Control, Alt or Command, nothing happens.
const TYPED = 'input:not([type=radio], [type=checkbox]), textarea, select'
const FIRST = 'input:not([type=hidden]), select, textarea, button, a[href]'
const desk = document.querySelector('[data-keys]')
let isLeaving = false

// What lies in a fold that is closed is not pressed.
function isShown(one) {
  return one.checkVisibility ? one.checkVisibility() : one.getClientRects().length > 0
}

function keyOf(event) {
  if (['?', '؟'].includes(event.key)) return 'Slash'
  return event.shiftKey ? '' : event.code
}

// Into what the fold holds where there is something to do; a list is read from its title on.
function unfold(summary) {
  const fold = summary.parentElement
  fold.open = !fold.open
  const isWorkedIn = fold.open && summary.hasAttribute('data-into')
  const first = isWorkedIn && fold.querySelector(`summary ~ * :is(${FIRST}), summary ~ :is(${FIRST})`)
  ;(first || summary).focus()
}

function pressed(event) {
  const held = event.ctrlKey || event.altKey || event.metaKey || event.repeat || event.isComposing
  if (held || isLeaving || event.defaultPrevented) return
  if (event.code === 'Escape') return fold(event.target)
  if (event.target.closest(TYPED)) return
  const key = keyOf(event)
  const wanted = key && [...document.querySelectorAll(`[data-key~="${key}"]`)].find(isShown)
  if (!wanted) return
  event.preventDefault()
  if (wanted.matches('summary')) return unfold(wanted)
  isLeaving = true
  wanted.click()
}

// Out of a field or a fold, back to what opened it.
function fold(place) {
  const open = place.closest('details[open]')
  if (!open) return
  open.open = false
  open.querySelector('summary').focus()
}

if (desk) {
  document.addEventListener('keydown', pressed)
  // A page that comes back by the browser's own back is here to be worked on.
  window.addEventListener('pageshow', () => { isLeaving = false })
}

// After an act the next proposal is read out, and its words are in sight already. The browser itself goes to the words
// when the page has come, and takes the focus from wherever it was: ours is set after that.
function readOut() {
  // Whoever was quicker than the page is in a fold already, and stays there.
  if (document.activeElement?.closest('details[open]')) return
  document.getElementById('kind')?.focus({ preventScroll: true })
}

if (location.hash === '#now') window.addEventListener('load', () => requestAnimationFrame(readOut))
