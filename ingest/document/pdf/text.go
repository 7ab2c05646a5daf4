package pdf

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"mandate/ingest/document/content"
)

// vocabulary counts the words of a document that no line end parts, to tell
// hyphens that belong to a word from those that only part it.
type vocabulary map[string]int

func vocabularyOf(paragraphs []paragraph) vocabulary {
	v := vocabulary{}
	for _, p := range paragraphs {
		for _, l := range p {
			for _, w := range l.words {
				v[bare(w.text)]++
			}
		}
	}
	return v
}

// bare is a word without the marks around it.
func bare(word string) string {
	return strings.ToLower(strings.TrimFunc(word, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }))
}

// text joins the lines of a paragraph and notes where its pages begin.
func (v vocabulary) text(p paragraph) (text string, breaks []int) {
	var b strings.Builder
	page := p[0].page
	for i, l := range p {
		next := content.Tidy(l.text)
		if i == 0 {
			next = strings.TrimLeft(next, " ")
		}
		if strings.HasSuffix(l.text, string(hyphen)) { // which Tidy takes off
			next += string(hyphen)
		}
		if i > 0 {
			before := b.String()
			b.Reset()
			b.WriteString(v.joined(before, next))
		}
		for ; page < l.page; page++ {
			breaks = append(breaks, b.Len())
		}
		b.WriteString(next)
	}
	return strings.ReplaceAll(b.String(), string(hyphen), "-"), breaks
}

// joined is what stands in front of the next line: the text before with a
// blank, or with its last hyphen kept or taken off.
func (v vocabulary) joined(before, next string) string {
	r, size := utf8.DecodeLastRuneInString(before)
	if r != '-' && r != hyphen && r != '‐' {
		if strings.HasSuffix(before, "—") || strings.HasSuffix(before, "/") {
			return before
		}
		return before + " "
	}
	stem := before[:len(before)-size]
	first, _ := utf8.DecodeRuneInString(next)
	last, _ := utf8.DecodeLastRuneInString(stem)
	if !unicode.IsLetter(last) || !unicode.IsLetter(first) {
		if unicode.IsSpace(last) { // a dash
			return before + " "
		}
		return stem + "-"
	}
	head, _, _ := strings.Cut(next, " ")
	from := strings.LastIndexAny(stem, " —/") + 1
	whole, parted := bare(stem[from:]+head), bare(stem[from:]+"-"+head)
	switch {
	case v[whole] > 0 && v[whole] >= v[parted]:
		return stem
	case v[parted] > 0, unicode.IsUpper(first), strings.Contains(stem[from:], "-"), v.compound(stem[from:], head):
		return stem + "-"
	}
	return stem
}

// compound tells whether both sides of a hyphen are words by themselves, the
// first one that often joins others.
func (v vocabulary) compound(stem, head string) bool {
	switch bare(stem) {
	case "self", "well", "long", "short", "high", "low", "cross", "non", "ex", "vice", "all", "first", "second", "third", "full", "part",
		"half", "large", "small", "open", "co":
		return v[bare(head)] > 0
	}
	return false
}
