// An article, or a list of contexts.

class Page {
  constructor(root, data, state, theme) {
    this.root = root
    this.data = data
    this.send = (event) => state.send(event)
    this.theme = theme
  }

  draw() {
    this.root.className = `reader ${this.data.mode} ${this.theme.dark ? "dark" : "light"}`
    this.root.replaceChildren(...this.parts())
    this.root.onkeydown = (event) => this.onKey(event)
  }

  parts() {
    return [this.column(this.data)]
  }

  column(column) {
    const list = this.data.mode === "list"
    const box = el(list ? "div" : "article", "column")
    if (column.head) box.append(this.head(column.head))
    const body = el(list ? "ol" : "div", "text")
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
    if (block.mend) row.append(this.mend(block.mend))
    text.append(...this.nodes(block.nodes, marks))
    row.append(text)
    if (block.notes?.length || block.facts) row.append(this.margin(block, marks))
    return row
  }

  mend(mend) {
    return this.button("mend", mend.words, { do: "passage", at: mend.at }, "Say what this passage is. Now: ")
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
      const span = this.mark(marks[index])
      span.append(...this.nodes(inside, marks))
      return span
    })
  }

  mark(mark) {
    const span = el("span", `mark ${mark.role} ${mark.type ?? ""}`)
    span.dataset.key = this.key(mark)
    if (mark.of) span.dataset.of = mark.of
    if (mark.group) span.dataset.group = mark.group
    if (mark.slot !== undefined) span.style.setProperty("--kind", this.theme.palette[mark.slot] ?? "")
    if (mark.title) span.title = mark.title
    if (!mark.label) return span
    span.tabIndex = 0
    // What leads to its counterpart is a link: unlike a button's, its words are read out too.
    span.role = mark.role === "entity" ? "button" : mark.units ? "link" : "group"
    span.ariaLabel = mark.label
    span.title = mark.label
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
    return span
  }

  act(mark, span) {
    if (mark.role === "quote") this.select(span)
    else if (mark.role === "entity") this.send({ do: "entity", id: mark.id, name: mark.name })
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
    return pressable(name, text, before + text, () => this.send(event))
  }
}
