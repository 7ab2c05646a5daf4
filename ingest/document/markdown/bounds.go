package markdown

import (
	"fmt"
	"strings"

	"mandate/ingest/document/content"
)

// What Markdown may be made of: the time and memory of reading it grow faster
// than its length where marks nest or stay open, so hostile files are refused.
const (
	MaxBytes  = 4 << 20   // of a file
	MaxBlock  = 128 << 10 // bytes from one blank line to the next
	maxMarks  = 2_000     // marks of emphasis and links in such a block
	MaxIndent = 200       // marks of nesting and blanks that a line begins with
)

// checkBounds refuses Markdown that could not be read in reasonable time.
func checkBounds(text string) error {
	const advice = "split it, or save it as plain text (.txt)"
	if len(text) > MaxBytes {
		return fmt.Errorf("%w: Markdown of more than %d bytes; %s", content.ErrTooLarge, MaxBytes, advice)
	}
	block, marks := 0, 0
	for line := range strings.Lines(text) {
		opening := line[:len(line)-len(strings.TrimLeft(line, " \t>*+-0123456789.)"))]
		if strings.Count(opening, " ")+strings.Count(opening, "\t")+strings.Count(opening, ">") > MaxIndent {
			return fmt.Errorf("%w: its Markdown is nested too deep; %s", content.ErrTooLarge, advice)
		}
		if block += len(line); strings.TrimSpace(line) == "" {
			block, marks = 0, 0
		}
		for _, mark := range []string{"*", "_", "[", "`", "<"} {
			marks += strings.Count(line, mark)
		}
		if block > MaxBlock || marks > maxMarks {
			return fmt.Errorf("%w: its Markdown has a paragraph or table of more than %d bytes or %d marks; %s",
				content.ErrTooLarge, MaxBlock, maxMarks, advice)
		}
	}
	return nil
}
