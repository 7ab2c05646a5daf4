package document

import (
	"fmt"
	"strings"
)

// What Markdown may be made of: the time and memory of reading it grow faster
// than its length where marks nest or stay open, so hostile files are refused.
const (
	maxMarkdown  = 4 << 20   // bytes
	maxMarkBlock = 128 << 10 // bytes from one blank line to the next
	maxMarks     = 2_000     // marks of emphasis and links in such a block
	maxIndent    = 200       // marks of nesting and blanks that a line begins with
)

// checkMarkdown refuses Markdown that could not be read in reasonable time.
func checkMarkdown(text string) error {
	const advice = "split it, or save it as plain text (.txt)"
	if len(text) > maxMarkdown {
		return fmt.Errorf("%w: Markdown of more than %d bytes; %s", ErrTooLarge, maxMarkdown, advice)
	}
	block, marks := 0, 0
	for line := range strings.Lines(text) {
		opening := line[:len(line)-len(strings.TrimLeft(line, " \t>*+-0123456789.)"))]
		if strings.Count(opening, " ")+strings.Count(opening, "\t")+strings.Count(opening, ">") > maxIndent {
			return fmt.Errorf("%w: its Markdown is nested too deep; %s", ErrTooLarge, advice)
		}
		if block += len(line); strings.TrimSpace(line) == "" {
			block, marks = 0, 0
		}
		for _, mark := range []string{"*", "_", "[", "`", "<"} {
			marks += strings.Count(line, mark)
		}
		if block > maxMarkBlock || marks > maxMarks {
			return fmt.Errorf("%w: its Markdown has a paragraph or table of more than %d bytes or %d marks; %s",
				ErrTooLarge, maxMarkBlock, maxMarks, advice)
		}
	}
	return nil
}
