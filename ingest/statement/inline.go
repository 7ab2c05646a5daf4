package statement

import (
	"regexp"
	"slices"
	"strings"
)

var (
	listHead   = regexp.MustCompile(`:\s+`)
	enumerator = regexp.MustCompile(`^\(?([0-9]{1,2}|[a-z]|[ivx]{1,4})[).]\s+`)
	linking    = regexp.MustCompile(`(?i)^(and|or)\s+`)
)

// splitList cuts a sentence that holds a list of its own, "… : a; b; and c",
// into its head and its items; items is nil where it holds none.
func splitList(text string) (head string, items []string) {
	if head, items = enumerated(text); items != nil {
		return head, items
	}
	loc := listHead.FindStringIndex(text)
	if loc == nil {
		return "", nil
	}
	parts := strings.Split(text[loc[1]:], ";")
	if len(parts) < 2 {
		parts = infinitives(text[:loc[0]], text[loc[1]:])
	}
	for _, part := range parts {
		part = linking.ReplaceAllString(strings.TrimSpace(part), "")
		part = enumerator.ReplaceAllString(part, "")
		if part != "" {
			items = append(items, part)
		}
	}
	if len(items) < 2 {
		return "", nil
	}
	return text[:loc[0]+1], items
}

// openEnumerator is the first enumerator of a list within a sentence, behind the
// modal or the colon that its items go on.
var openEnumerator = regexp.MustCompile(`(?i)(?:\b(?:shall|must|should|will|may|to)|:),? \((a|i|1)\) `)

// enumerated cuts a sentence whose items bear enumerators within it, "shall (a)
// adopt limits, (b) license outfalls, and (c) …"; items is nil for any other.
func enumerated(text string) (head string, items []string) {
	m := openEnumerator.FindStringSubmatchIndex(text)
	if m == nil {
		return "", nil
	}
	rest, next := text[m[3]+1:], nextEnumerator(strings.ToLower(text[m[2]:m[3]]))
	for next != "" {
		at := strings.Index(rest, " ("+next+") ")
		if at < 0 {
			break
		}
		items = append(items, item(rest[:at]))
		rest, next = rest[at+len(next)+3:], nextEnumerator(next)
	}
	if len(items) == 0 {
		return "", nil
	}
	return text[:m[2]-1], append(items, item(rest))
}

// nextEnumerator is the one behind an enumerator, empty behind the last that is
// looked for.
func nextEnumerator(e string) string {
	for _, series := range []string{"a b c d e f g h i j k l", "i ii iii iv v vi vii viii ix x", "1 2 3 4 5 6 7 8 9 10"} {
		all := strings.Fields(series)
		if i := slices.Index(all, e); i >= 0 && i+1 < len(all) {
			return all[i+1]
		}
	}
	return ""
}

// item is the text of an item without what links it with the next.
func item(text string) string {
	return strings.TrimRight(linked.ReplaceAllString(strings.TrimSpace(text), ""), ",; ")
}

var (
	announcement = regexp.MustCompile(`(?i)\b(aims|goals|objectives|purposes|priorities|ambitions|targets|tasks|functions|duties|roles|responsibilities|commitments|pledges|powers)( are| include)?$`)
	nextTo       = regexp.MustCompile(`(?:,|,? and) to `)
)

// infinitives cuts the infinitives that a sentence announces and lists behind a
// colon, "three aims: to cut waste, to train divers and to …"; nil for others.
func infinitives(head, list string) []string {
	if !announcement.MatchString(head) || !strings.HasPrefix(list, "to ") {
		return nil
	}
	parts := nextTo.Split(list, -1)
	for i := 1; i < len(parts); i++ {
		parts[i] = "to " + parts[i]
	}
	return parts
}

// inlineList reads a sentence that holds its own list.
func (e *Extractor) inlineList(text, head string, items []string, l *lead, f frame) (Result, *lead) {
	res, own := e.sentence(head, l, f)
	tree := e.parser.Parse(text)
	if own == nil {
		r := e.read(&tree, 0, f)
		return Result{Tree: &tree, Found: r.found}, r.leads()
	}
	for _, text := range items {
		raw := e.parser.Parse(text)
		if found, _, ok := e.item(raw, own); ok {
			res.Found = append(res.Found, found...)
		} else {
			res.Found = append(res.Found, e.read(&raw, 0, f).found...)
		}
	}
	res.Tree = &tree
	return res, own
}
