// Draws texts with nested marks. Every string from outside becomes a text node or an attribute value
// that is never interpreted (aria-label, title): no innerHTML, no URLs, no styles from data.

const drawn = new WeakMap()

export default function (component) {
  const { data, parentElement, setTriggerValue } = component
  const root = parentElement.querySelector(".reader")
  const state = drawn.get(root) ?? {}
  state.send = (event) => setTriggerValue("event", event)
  drawn.set(root, state)

  // Called anew for every run of the script and every change of theme: draw only what has changed.
  const theme = themeOf(root)
  const json = JSON.stringify([data, theme])
  if (state.json === json) return
  const page = new Page(root, data, state, theme)
  page.draw()
  if (data.target !== state.target || state.json === undefined) page.showTarget()
  state.json = json
  state.target = data.target
}

class Page {
  constructor(root, data, state, theme) {
    this.root = root
    this.data = data
    this.send = (event) => state.send(event)
    this.theme = theme
  }

  draw() {
    const columns = this.data.columns ?? [this.data]
    this.root.className = `reader ${this.data.mode} ${this.theme.dark ? "dark" : "light"}`
    const box = el("div", "columns-box")
    box.append(...columns.map((column) => this.column(column)))
    this.root.replaceChildren(box)
    this.root.onkeydown = (event) => this.onKey(event)
  }

  column(column) {
    const box = el(this.data.mode === "list" ? "div" : "article", "column")
    if (column.head) box.append(this.head(column.head))
    if (this.data.mode === "columns") box.tabIndex = 0
    const body = el(this.data.mode === "list" ? "ol" : "div", "text")
    for (const block of column.blocks) body.append(this.block(block, column.marks))
    box.append(body)
    return box
  }

  head(head) {
    const box = el("header")
    box.append(el("h2", "title", head.title))
    if (head.meta) box.append(el("p", "meta", head.meta))
    return box
  }

  // A block is a paragraph of an article, or one entry of a list with a line that says where it stands.
  block(block, marks) {
    const row = el(this.data.mode === "list" ? "li" : "section", `block ${block.kind ?? "body"}`)
    if (block.source) row.append(this.source(block.source))
    const text = el(block.kind === "heading" ? "h3" : "p", "words")
    if (block.aside) row.title = block.aside
    text.append(...this.nodes(block.nodes, marks))
    row.append(text)
    if (block.notes?.length || block.facts) row.append(this.margin(block, marks))
    return row
  }

  source(source) {
    const line = el("p", "source")
    if (source.outlet) line.append(el("span", "outlet", source.outlet), " ")
    line.append(el("span", "day", source.day), " ")
    line.append(this.button("open", source.title, { do: "open", ...source.open }, "Open the article here: "))
    return line
  }

  margin(block, marks) {
    const margin = el("div", "margin")
    for (const note of block.notes ?? []) {
      const line = el("div", "note")
      if (note.speaker) {
        const event = { do: "speaker", id: note.speaker, name: note.name }
        line.append(this.button("speaker", note.name, event, "All that was said by "))
      } else {
        line.append(el("span", "speaker nobody", note.name))
      }
      if (note.facts) line.append(el("span", "facts", note.facts))
      line.dataset.of = note.quotes.map((mark) => this.key(marks[mark])).join(" ")
      margin.append(line)
    }
    if (block.facts) margin.append(el("div", "facts", block.facts))
    return margin
  }

  nodes(nodes, marks) {
    return nodes.map((node) => {
      if (typeof node === "string") return document.createTextNode(node)
      const [index, ...inside] = node
      const span = this.mark(marks[index], index)
      span.append(...this.nodes(inside, marks))
      return span
    })
  }

  mark(mark, index) {
    const span = el("span", `mark ${mark.role} ${mark.type ?? ""}`)
    span.dataset.key = this.key(mark)
    if (mark.of) span.dataset.of = mark.of
    if (mark.group) span.dataset.group = mark.group
    if (mark.slot !== undefined) span.style.setProperty("--kind", this.theme.palette[mark.slot] ?? "")
    if (mark.title) span.title = mark.title
    if (!mark.label) return span
    span.tabIndex = 0
    span.role = mark.role === "quote" ? "group" : "button"
    span.ariaLabel = mark.label
    span.title = mark.label
    if (mark.tie !== undefined) span.dataset.tie = mark.tie
    const act = (event) => {
      event.stopPropagation()
      this.act(mark, span)
    }
    span.onclick = act
    span.onkeydown = (event) => {
      if (event.target === span && (event.key === "Enter" || event.key === " ")) {
        event.preventDefault()
        act(event)
      }
    }
    if (mark.tie !== undefined) {
      span.onmouseenter = () => this.tied(mark.tie, "near", true)
      span.onmouseleave = () => this.tied(mark.tie, "near", false)
    }
    return span
  }

  act(mark, span) {
    if (mark.role === "quote") {
      this.select(span)
      if (mark.tie !== undefined) this.follow(mark.tie, span)
    } else if (mark.role === "entity") {
      this.send({ do: "entity", id: mark.id, name: mark.name })
    }
  }

  // A quote, the other pieces of its utterance, its cue, its speaker and the note in the margin.
  select(span) {
    const { key, group } = span?.dataset ?? {}
    for (const other of this.root.querySelectorAll("[data-key], [data-of]")) {
      const own = [other.dataset.key, ...(other.dataset.of ?? "").split(" ")]
      const piece = group !== undefined && other.dataset.group === group
      other.classList.toggle("selected", key !== undefined && (own.includes(key) || piece))
    }
  }

  tied(tie, name, on) {
    for (const span of this.root.querySelectorAll(`[data-tie="${Number(tie)}"]`)) span.classList.toggle(name, on)
  }

  // Mark the quote's counterparts, and bring the nearest one into view beside it.
  follow(tie, span) {
    const here = span.closest(".column")
    for (const other of this.root.querySelectorAll("[data-tie]")) {
      other.classList.toggle("selected", Number(other.dataset.tie) === Number(tie))
    }
    const there = [...this.root.querySelectorAll(`[data-tie="${Number(tie)}"]`)].find(
      (other) => other.closest(".column") !== here,
    )
    if (there) scrollWithin(there.closest(".column"), there)
  }

  showTarget() {
    const target = this.data.target
    if (!target) return
    const span = [...this.root.querySelectorAll(".mark[data-key]")].find((mark) => mark.dataset.key === target)
    if (!span) return
    this.select(span)
    requestAnimationFrame(() => span.scrollIntoView({ block: "center" }))
  }

  onKey(event) {
    if (event.key === "Escape") this.select(undefined)
  }

  key(mark) {
    return mark.key ?? mark.id ?? ""
  }

  button(name, text, event, before) {
    const button = el("button", name, text)
    button.type = "button"
    button.ariaLabel = before + text
    button.onclick = () => this.send(event)
    return button
  }
}

function scrollWithin(box, inner) {
  const wide = box.scrollHeight > box.clientHeight + 4
  if (!wide) return inner.scrollIntoView({ block: "center", behavior: motion() })
  const offset = inner.getBoundingClientRect().top - box.getBoundingClientRect().top
  box.scrollBy({ top: offset - box.clientHeight / 3, behavior: motion() })
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

function motion() {
  return matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth"
}

function el(tag, className, text) {
  const element = document.createElement(tag)
  if (className) element.className = className.trim()
  if (text !== undefined && text !== null) element.textContent = text
  return element
}
