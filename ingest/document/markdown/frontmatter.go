package markdown

import (
	"cmp"
	"fmt"
	"strings"
	"time"

	"go.yaml.in/yaml/v3"

	"mandate/ingest/document/content"
)

// longestFrontMatter bounds the metadata in front of a text, in bytes.
const longestFrontMatter = 64 << 10

// cutFrontMatter reads and cuts off the YAML between --- and --- that a file
// begins with; what stands there and is no mapping in YAML belongs to the text.
func cutFrontMatter(text string) (front content.Content, rest string) {
	const open = "---\n"
	if !strings.HasPrefix(text, open) {
		return front, text
	}
	for at := len(open); at < min(len(text), longestFrontMatter); {
		line, _, _ := strings.Cut(text[at:], "\n")
		end := at
		at += len(line) + 1
		if trimmed := strings.TrimRight(line, " \t"); trimmed != "---" && trimmed != "..." {
			continue
		}
		var fields map[string]any
		if err := yaml.Unmarshal([]byte(text[len(open):end]), &fields); err != nil || fields == nil && strings.TrimSpace(text[len(open):end]) != "" {
			return front, text
		}
		return takeFields(fields), text[min(at, len(text)):]
	}
	return front, text
}

// takeFields picks out what a document's metadata are called in the front
// matter of site generators and converters.
func takeFields(fields map[string]any) content.Content {
	named := map[string]string{}
	for key, value := range fields {
		named[strings.ToLower(key)] = scalar(value)
	}
	first := func(keys ...string) string {
		for _, key := range keys {
			if named[key] != "" {
				return named[key]
			}
		}
		return ""
	}
	c := content.Content{
		Title:  first("title"),
		Byline: first("author", "authors", "byline", "publisher", "source", "organization", "organisation"),
		Issued: first("date", "issued", "published", "updated"),
	}
	c.Metadata.Language = first("lang", "language")
	c.Metadata.URL = first("canonical", "canonical_url", "canonicalurl", "url")
	return c
}

// scalar writes a value as text; of a list the first with a text, of a mapping
// its name.
func scalar(value any) string {
	switch v := value.(type) {
	case nil:
		return ""
	case time.Time:
		return v.Format(time.DateOnly)
	case []any:
		for _, one := range v {
			if s := scalar(one); s != "" {
				return s
			}
		}
		return ""
	case map[string]any:
		return cmp.Or(scalar(v["name"]), scalar(v["title"]))
	}
	return strings.TrimSpace(fmt.Sprint(value))
}
