// What all drawings share. Every string from outside becomes a text node or an attribute value that is
// never interpreted (aria-label, title): no innerHTML, no URLs, no styles from data but numbers.

function el(tag, className, text) {
  const element = document.createElement(tag)
  if (className) element.className = className.trim()
  if (text !== undefined && text !== null) element.textContent = text
  return element
}

function svg(tag, attributes) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag)
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
  return element
}

function pressable(className, text, label, act) {
  const button = el("button", className, text)
  button.type = "button"
  if (label) button.ariaLabel = label
  button.onclick = act
  return button
}

function percent(share) {
  return `${(100 * Number(share)).toFixed(2)}%`
}

function scrollWithin(box, inner) {
  const wide = box.scrollHeight > box.clientHeight + 4
  if (!wide) return inner.scrollIntoView({ block: "nearest", behavior: motion() })
  const offset = inner.getBoundingClientRect().top - box.getBoundingClientRect().top
  box.scrollBy({ top: offset - box.clientHeight / 3, behavior: motion() })
}

function motion() {
  return matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth"
}

function themeOf(root) {
  const style = getComputedStyle(root.getRootNode().host ?? root)
  const colours = style.getPropertyValue("--st-chart-categorical-colors")
  const ink = getComputedStyle(root).color.match(/\d+/g)?.map(Number) ?? [0, 0, 0]
  return {
    palette: colours.split(/,(?![^(]*\))/).map((colour) => colour.trim()),
    dark: ink[0] + ink[1] + ink[2] > 382, // light ink: a dark ground
  }
}
