// A table of words, any of which may open its evidence.

class Grid extends Page {
  parts() {
    const table = el("table", this.data.columns[0] ? "" : "narrow-heads")
    table.append(el("caption", "unseen", this.data.label))
    const heads = el("tr")
    for (const head of this.data.columns) {
      const cell = el("th", "", head)
      cell.scope = "col"
      heads.append(cell)
    }
    const top = el("thead")
    top.append(heads)
    const body = el("tbody")
    for (const row of this.data.rows) body.append(this.row(row))
    table.append(top, body)
    return [table]
  }

  row(row) {
    const line = el("tr")
    const head = el("th")
    head.scope = "row"
    head.append(...this.item(row.head))
    line.append(head)
    row.cells.forEach((items, at) => {
      const cell = el("td")
      cell.dataset.column = this.data.columns[at + 1]
      for (const item of items) {
        const box = el("div", `item ${item.tone ?? ""}`)
        box.append(...this.item(item))
        cell.append(box)
      }
      line.append(cell)
    })
    return line
  }

  item(item) {
    const text = item.show
      ? pressable("show", item.text, "", () => this.send({ do: "show", id: item.show }))
      : el("span", "", item.text)
    const parts = [text]
    if (item.note) parts.push(" ", el("span", "note", item.note))
    if (item.share !== undefined) {
      const bar = el("span", "share")
      bar.style.setProperty("--share", percent(item.share))
      parts.push(bar)
    }
    if (item.alert) parts.push(el("p", "alert", item.alert))
    return parts
  }
}
