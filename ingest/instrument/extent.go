package instrument

import (
	"regexp"
	"slices"
	"strings"
)

// leftEdge is where the name headed by the capitalised noun i begins.
func (f *finder) leftEdge(i int) int {
	from := i
	for from > f.floor {
		switch {
		case f.namePart(from-1, from == i):
			from--
		case from-2 >= f.floor && f.glued(from-1) && f.glued(from):
			from -= 2 // "Nuclear-Test-Ban Treaty"
		case from-2 >= f.floor && from < i && f.links(from-1, i):
			from -= 2
		default:
			return from
		}
	}
	return from
}

// links reports whether token k, a small word, stands inside the name that noun
// i heads: "Health and Fisheries Strategy" does, "Bureau of Harbour Policy" names
// a body, but of laws "of" may: "Freedom of Navigation Act".
func (f *finder) links(k, i int) bool {
	switch w := f.s.Tokens[k].Text; {
	case w != "and" && w != "&" && w != "of" && w != "for", !f.namePart(k-1, false), f.noun(k-1) != "":
		return false
	case f.nouns[f.noun(i)] == law && w != "and":
		return true
	case w == "of":
		return false
	}
	h := k - 1
	for steps := 0; h >= 0 && h < i && steps < i; steps++ {
		h = f.s.Tokens[h].Head
	}
	return h == i
}

// glued reports whether token i, a hyphen, dash or slash before it, stands
// right behind the token before it.
func (f *finder) glued(i int) bool {
	t := f.s.Tokens
	return t[i].Start == t[i-1].End && (t[i].UPOS == "PUNCT" || t[i-1].UPOS == "PUNCT")
}

// parts are the divisions of a text: "Annex II of Directive …" names no
// directive of Annex II.
var parts = []string{"article", "articles", "annex", "annexes", "section", "sections", "chapter", "part", "paragraph", "schedule", "title",
	"appendix", "clause", "rule", "principle", "goal", "target", "party", "parties", "member", "members", "state", "states"}

// namePart reports whether token i can stand inside a name in front of its
// noun: a word with a capital that does not owe it to the start of the
// sentence, or a number right in front of the noun ("2030 Agenda").
func (f *finder) namePart(i int, beforeNoun bool) bool {
	t := f.s.Tokens[i]
	if beforeNoun && t.UPOS == "NUM" && i > 0 && (f.before(i) == "the" || f.before(i) == "a") {
		return true
	}
	if !startsUpper(t.Text) || slices.Contains(parts, strings.ToLower(t.Text)) || strings.Trim(t.Text, "IVXLC") == "" {
		return false
	}
	return i > 0 || t.UPOS == "PROPN" || t.UPOS == "ADJ"
}

// openers begin what a name is about or of, by the class of its noun.
var openers = map[class][]string{
	treaty: {"on", "of", "for", "against", "concerning", "regarding", "between", "relating to", "relative to"},
	law:    {"on", "of", "for", "concerning", "regarding", "relating to", "governing"},
	act:    {"on", "for", "concerning", "regarding"},
	plan:   {"on", "of", "for", "against"},
}

// inside are the small words of a name behind its opener.
var inside = []string{"of", "the", "and", "for", "on", "to", "against", "all", "from", "in", "their", "its", "or", "with", "regard"}

// rightEdge is where the name headed by the capitalised noun i ends.
func (f *finder) rightEdge(i int) int {
	t := f.s.Tokens
	to := i + 1
	if opener := f.opener(to, f.nouns[f.noun(i)], f.noun(i)); opener > to {
		for at := opener; at < len(t); at++ {
			w := t[at].Text
			switch {
			case startsUpper(w) && t[at].UPOS != "PRON":
				if f.joinsOther(at, i, opener) {
					return to
				}
				to = at + 1
			case t[at].UPOS == "PUNCT" && f.glued(at) && at+1 < len(t) && f.glued(at+1):
			case !slices.Contains(inside, w) || at > to+2:
				return to
			}
		}
	}
	return to
}

// opener returns the first token behind the opener at token i, i where none
// stands there.
func (f *finder) opener(i int, c class, noun string) int {
	t := f.s.Tokens
	for _, o := range openers[c] {
		first, second, two := strings.Cut(o, " ")
		switch {
		case i >= len(t) || !strings.EqualFold(t[i].Text, first):
		case !two:
			return i + 1
		case i+1 < len(t) && t[i+1].Text == second:
			return i + 2
		}
	}
	if (noun == "protocol" || noun == "amendment") && i < len(t) && t[i].Text == "to" {
		return i + 1
	}
	return i
}

// joinsOther reports whether the capitalised token at begins something else
// that "and" joins to the name of noun i: it hangs on what stands before the
// name's opener, or is an instrument itself.
func (f *finder) joinsOther(at, i, opener int) bool {
	and := -1
	for j := at - 1; j > i && j >= at-3; j-- {
		if w := f.s.Tokens[j].Text; w == "and" || w == "or" {
			and = j
			break
		}
	}
	if and < 0 {
		return false
	}
	for j := and + 1; j < at; j++ {
		if f.s.Tokens[j].UPOS == "DET" || f.s.Tokens[j].UPOS == "PRON" {
			return true
		}
	}
	h := at
	for steps := 0; h > and && steps < len(f.s.Tokens); steps++ {
		if f.noun(h) != "" {
			return true
		}
		h = f.s.Tokens[h].Head
	}
	return h < opener
}

var year = regexp.MustCompile(`^(?:,? ?of |, ?)?\(?(?:19|20)[0-9]{2}(?:[-–][0-9]{2,4})?\)?$`)

// yearBehind takes in the year of a law or the years of a plan that ends at to:
// "Act 2018", "Act of 1974", "Strategy 2025".
func (f *finder) yearBehind(to int, noun string) int {
	last := to
	if c := f.nouns[noun]; c != law && c != plan {
		return last
	}
	for end := to + 1; end <= min(to+5, len(f.s.Tokens)); end++ {
		if year.MatchString(f.text(to, end)) {
			last = end
		}
	}
	return last
}

var yearTail = regexp.MustCompile(`(?:,? of|,)? \(?((?:19|20)[0-9]{2}(?:[-–][0-9]{2,4})?)\)?$`)

// usual writes a name in its usual form: no article, "UN" for the United
// Nations in front, its year behind.
func (f *finder) usual(from, to int) string {
	label := strings.TrimPrefix(f.text(from, to), "The ")
	label = yearTail.ReplaceAllString(label, " $1")
	if rest, ok := strings.CutPrefix(label, "United Nations "); ok {
		label = "UN " + rest
	}
	return label
}
