package graph

import (
	"fmt"
	"sort"
	"unicode/utf8"
)

// Offsets converts between byte and code-point positions in a text, without a
// table as long as the text.
type Offsets struct {
	text  string
	marks []int // byte position of every markEvery-th code point
	chars int
	ascii bool
}

const markEvery = 128

// NewOffsets reads through the text once.
func NewOffsets(text string) *Offsets {
	o := &Offsets{text: text}
	for i := range text {
		if o.chars%markEvery == 0 {
			o.marks = append(o.marks, i)
		}
		o.chars++
	}
	o.ascii = o.chars == len(text)
	return o
}

// Char returns how many code points stand before byte position b of the text.
func (o *Offsets) Char(b int) int {
	if o.ascii {
		return b
	}
	m := sort.SearchInts(o.marks, b+1) - 1
	if m < 0 {
		return 0
	}
	return m*markEvery + utf8.RuneCountInString(o.text[o.marks[m]:b])
}

// Byte returns the byte position of code point c; false where the text does not
// have that many.
func (o *Offsets) Byte(c int) (int, bool) {
	if c < 0 || c > o.chars {
		return 0, false
	}
	if c == o.chars {
		return len(o.text), true
	}
	if o.ascii {
		return c, true
	}
	b := o.marks[c/markEvery]
	for range c % markEvery {
		_, size := utf8.DecodeRuneInString(o.text[b:])
		b += size
	}
	return b, true
}

// Span makes the span of the bytes start to end of the text.
func (o *Offsets) Span(start, end int) Span {
	return Span{Start: start, End: end, CharStart: o.Char(start), CharEnd: o.Char(end)}
}

// checkedSpan is Span for positions from outside.
func (o *Offsets) checkedSpan(start, end int) (Span, error) {
	if start < 0 || end < start || end > len(o.text) {
		return Span{}, fmt.Errorf("bytes %d to %d do not lie within a text of %d", start, end, len(o.text))
	}
	return o.Span(start, end), nil
}

// charSpan makes the span of the code points start to end of the text.
func (o *Offsets) charSpan(start, end int) (Span, error) {
	first, ok1 := o.Byte(start)
	last, ok2 := o.Byte(end)
	if !ok1 || !ok2 || end < start {
		return Span{}, fmt.Errorf("code points %d to %d do not lie within a text of %d", start, end, o.chars)
	}
	return Span{Start: first, End: last, CharStart: start, CharEnd: end}, nil
}
