// What sticks out of the page to the side; hidden things aside.
() => {
  const root = document.documentElement, width = root.clientWidth
  if (root.scrollWidth <= width) return []
  const beyond = [...document.body.querySelectorAll('*')].filter(one => {
    const box = one.getBoundingClientRect()
    return box.width > 1 && (box.right > width + 1 || box.left < -1) && !one.closest('.hidden, .skip, thead')
  })
  const named = one => `${one.tagName.toLowerCase()}.${one.className} ${one.textContent.trim().slice(0, 40)}`
  return [...beyond.slice(-3).map(named), `${root.scrollWidth} of ${width} px`]
}
