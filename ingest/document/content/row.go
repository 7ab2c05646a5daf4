package content

// RowOf makes blocks of a row of a table, whose cells hold blocks. Tables serve
// to lay pages out too: a row whose cells hold longer texts is written as text.
func RowOf(cells [][]Block) []Block {
	row := Block{Kind: Row}
	var all []Block
	layout := false
	for _, blocks := range cells {
		cell := ""
		for _, b := range blocks {
			layout = layout || len(blocks) > 1 && !brief(blocks) || b.Kind != Paragraph || b.Marker != ""
			cell += " " + b.Text
		}
		row.Cells, all = append(row.Cells, cell), append(all, blocks...)
	}
	if !layout {
		return []Block{row}
	}
	return joinMarker(all)
}

// longestMarker bounds what may be the marker of an item in a cell of its own.
const longestMarker = 8

// joinMarker puts the first of the blocks in front of the second where it is so
// short that it seems to be its marker; the reader of the text will tell.
func joinMarker(blocks []Block) []Block {
	if len(blocks) > 1 && len(blocks[0].Text) <= longestMarker && blocks[1].Kind == Paragraph && blocks[1].Marker == "" {
		blocks[1].Text = blocks[0].Text + " " + blocks[1].Text
		return blocks[1:]
	}
	return blocks
}

// brief tells cells of a few short lines, as tables of figures have them.
func brief(blocks []Block) bool {
	for _, b := range blocks {
		if len(b.Text) > 60 || b.Marker != "" {
			return false
		}
	}
	return true
}
