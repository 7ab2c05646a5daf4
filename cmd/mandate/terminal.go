package main

import (
	"io"
	"os"
	"strings"
	"unicode/utf8"

	"golang.org/x/term"
)

// page writes text for a person: folded to the width of the terminal, with
// bold type where there is one. Output that goes to a file or another program
// is neither folded nor styled, so that a sentence stays on one line.
type page struct {
	w      io.Writer
	width  int // columns, 0 for no folding
	styled bool
	err    error // the first one; later writes do nothing
}

func newPage(w io.Writer) *page {
	p := &page{w: w}
	file, ok := w.(*os.File)
	if !ok || !term.IsTerminal(int(file.Fd())) {
		return p
	}
	if width, _, err := term.GetSize(int(file.Fd())); err == nil {
		p.width = width
	}
	p.styled = os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"
	return p
}

// line writes one paragraph behind an indent.
func (p *page) line(indent int, text string) {
	if p.err != nil {
		return
	}
	_, p.err = io.WriteString(p.w, fold(text, indent, p.width))
}

// gap writes an empty line.
func (p *page) gap() { p.line(0, "") }

func (p *page) bold(text string) string { return p.style(text, "1") }
func (p *page) dim(text string) string  { return p.style(text, "2") }

func (p *page) style(text, code string) string {
	if !p.styled || text == "" {
		return text
	}
	return "\x1b[" + code + "m" + text + "\x1b[0m"
}

// fold breaks text between words so that no line is wider than width, every
// line behind the indent; a width of 0 leaves it on one line.
func fold(text string, indent, width int) string {
	margin := strings.Repeat(" ", indent)
	var out strings.Builder
	column := 0
	for word := range strings.FieldsSeq(text) {
		n := columns(word)
		switch {
		case column == 0:
			out.WriteString(margin)
			column = indent
		case width > 0 && column+1+n > width:
			out.WriteString("\n" + margin)
			column = indent
		default:
			out.WriteByte(' ')
			column++
		}
		out.WriteString(word)
		column += n
	}
	out.WriteByte('\n')
	return out.String()
}

// columns is the width of a word on the screen, style codes not counted.
func columns(word string) int {
	n := 0
	for word != "" {
		if strings.HasPrefix(word, "\x1b[") {
			if end := strings.IndexByte(word, 'm'); end >= 0 {
				word = word[end+1:]
				continue
			}
		}
		_, size := utf8.DecodeRuneInString(word)
		word = word[size:]
		n++
	}
	return n
}
