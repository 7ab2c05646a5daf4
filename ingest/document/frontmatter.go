package document

import (
	"cmp"
	"regexp"
	"strings"
)

// frontMatter is what the metadata in front of a Markdown file tells.
type frontMatter struct{ title, byline, issued string }

var frontMatterLine = regexp.MustCompile(`^(?:[A-Za-z][\w .-]*:(?:\s.*)?|\s+.*|-\s.*|#.*|)$`)

// cutFrontMatter reads and cuts off the lines between --- and --- that a file
// begins with, where all of them look like YAML; title, author and date are
// taken where they stand on one line.
func cutFrontMatter(text string) (front frontMatter, rest string) {
	const open = "---\n"
	if !strings.HasPrefix(text, open) {
		return front, text
	}
	for at := len(open); at < len(text); {
		line, _, _ := strings.Cut(text[at:], "\n")
		at += len(line) + 1
		if trimmed := strings.TrimRight(line, " \t"); trimmed == "---" || trimmed == "..." {
			return front, text[min(at, len(text)):]
		}
		if !frontMatterLine.MatchString(line) {
			break
		}
		front.take(line)
	}
	return frontMatter{}, text
}

// take reads one line "key: value".
func (f *frontMatter) take(line string) {
	key, value, ok := strings.Cut(line, ":")
	if !ok {
		return
	}
	value = strings.Trim(strings.TrimSpace(value), `"'`)
	switch strings.ToLower(key) {
	case "title":
		f.title = value
	case "author", "byline", "publisher", "source", "organization", "organisation":
		f.byline = cmp.Or(f.byline, value)
	case "date", "issued", "published", "updated":
		iso, _, _ := findDate(value)
		f.issued = cmp.Or(f.issued, iso)
	}
}
