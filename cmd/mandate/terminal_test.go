package main

import (
	"strings"
	"testing"
)

func TestFold(t *testing.T) {
	for _, c := range []struct {
		name, text    string
		indent, width int
		want          string
	}{
		{"no width keeps one line", "a  b\nc", 2, 0, "  a b c\n"},
		{"folds between words", "one two three", 0, 7, "one two\nthree\n"},
		{"indents every line", "one two three", 2, 9, "  one two\n  three\n"},
		{"a long word stands alone", "a incomprehensibility b", 0, 5, "a\nincomprehensibility\nb\n"},
		{"counts letters, not bytes", "üü üü", 0, 5, "üü üü\n"},
		{"does not count style", "\x1b[1mab\x1b[0m cd", 0, 5, "\x1b[1mab\x1b[0m cd\n"},
		{"nothing", "", 4, 10, "\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := fold(c.text, c.indent, c.width); got != c.want {
				t.Errorf("fold(%q) = %q, want %q", c.text, got, c.want)
			}
		})
	}
}

func TestPageStylesNothingThatIsNoTerminal(t *testing.T) {
	var out strings.Builder
	p := newPage(&out)
	p.line(2, p.bold("China")+" "+p.dim("State"))
	p.gap()
	if got, want := out.String(), "  China State\n\n"; got != want || p.err != nil {
		t.Errorf("got %q, %v, want %q", got, p.err, want)
	}
}
